using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Cases;

/// <summary>
/// A drill: an invented emergency that calls people as a real one would, marked on every card and page. It ends by itself once each needed role
/// has answered or the ladder is climbed, and then says who was reached in what time.
/// </summary>
internal sealed class Drills(CaseDesk desk, Permissions permissions, CaseCards cards)
{
    /// <summary>Name of the event that begins one without a person in chat.</summary>
    public const string Event = "case/drill";

    private const string Exam = "drill";

    /// <summary>Begins one, for who may.</summary>
    public async Task BeginAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (!turn.IsInternal && !await permissions.MayAsync(turn, Permission.Drill, of: null, cancellationToken))
        {
            await turn.SendActivityAsync(cards.Tell(Text.DrillNotYou), cancellationToken);
            return;
        }

        var answers = new TriageAnswers
        {
            Reference = await CaseDesk.FreeReferenceAsync(turn, turn.TurnId, cancellationToken),
            BlockTime = turn.Now - TimeSpan.FromHours(3),
            Numbness = Numbness.Present,
            SaddleAnesthesia = YesNo.Yes,
        };
        var world = await desk.WorldAsync(turn, cancellationToken);
        var opened = CaseMachine.Open(answers.Reference, CaseDesk.Who(turn.Activity), location: null, OpeningReason.Drill, Exam, answers.At(turn.Now),
            turn.Now, world);
        var file = new CaseFile
        {
            Case = opened.Case,
            Head = "",
            Requester = CaseExams.Reference(turn.Activity),
            TimeZone = turn.Activity.LocalTimezone,
            Answers = answers,
        };
        var begun = await desk.FollowAsync(turn, file, opened, world, isAnswered: false, cancellationToken);
        await turn.SendActivityAsync(
            cards.Tell(begun.File, turn.Now, Say.With(Text.DrillBegun, answers.Reference), [Text.DrillHow], "default",
                [CaseCards.ShowButton(begun.File.Case)]), cancellationToken);
    }
}
