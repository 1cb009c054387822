using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.OneToOne;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>What becomes of the exam of a triage: a case is opened, goes on, or is told of it; and the decision is shown.</summary>
internal sealed class CaseExams(CaseDesk desk, CaseMessages messages, CaseCards cards, IOptions<SiteOptions> site)
{
    /// <summary>A confirmed exam.</summary>
    public async Task DecideAsync(ITurnContext turn, string dialog, TriageAnswers answers, CancellationToken cancellationToken)
    {
        var taken = await TakeAsync(turn, dialog, answers, OpeningReason.Triage, cancellationToken);
        await ShowAsync(turn, taken, MovedNotice(answers, taken.File), buttons: null, cancellationToken);
    }

    /// <summary>An exam that met a red flag: the case does not wait for the rest of it.</summary>
    /// <param name="turn">The turn; its moment is the moment of the exam.</param>
    /// <param name="dialog">Instance of the dialog.</param>
    /// <param name="answers">What is known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExamTaken> InterruptAsync(ITurnContext turn, string dialog, TriageAnswers answers, CancellationToken cancellationToken) =>
        TakeAsync(turn, dialog, answers, OpeningReason.RedFlag, cancellationToken);

    /// <summary>
    /// Answers of a dialog were taken back: its case is decided anew. An exam before that one counts again when what is left of this one
    /// says less: what was not asked yet must not lower a case. Answers the case; null when the dialog has none that is open.
    /// </summary>
    public async Task<CaseFile?> CorrectAsync(ITurnContext turn, string dialog, TriageAnswers answers, CancellationToken cancellationToken)
    {
        if (await CaseDesk.FindAsync(turn, answers.Reference, cancellationToken) is not { Case: { IsOpen: true } @case } file || !@case.HasExamOf(dialog))
        {
            return null;
        }

        if (@case.Current.Id != answers.ExamOf(dialog))
        {
            return file;
        }

        if (@case.Exams.Count > 1)
        {
            List<Assessment> earlier = [.. @case.Exams.SkipLast(1).Select(exam => exam.Assessment)];
            var left = RulesCore.Decide(answers.At(turn.Now), earlier).Urgency;
            if (left < Urgency.Urgent || left < RulesCore.ReevaluateAt(earlier[^1], turn.Now, [.. earlier.SkipLast(1)]).Urgency)
            {
                file = file with { Answers = file.AnswersBefore ?? file.Answers, AnswersBefore = null };
                return (await desk.TellAsync(turn, file, new CaseInput.Withdraw(CaseDesk.Who(turn.Activity), @case.Revision, @case.Current.Id),
                    cancellationToken)).File;
            }
        }

        return (await ExaminedAsync(turn, file, dialog, answers, cancellationToken)).File;
    }

    /// <summary>
    /// A triage with an adverse answer was left alone: it becomes a case with the rest unknown. What is unfinished never lowers a case
    /// that has a complete exam; the person who began it is told so.
    /// </summary>
    public async Task LeftAloneAsync(ITurnContext turn, AbandonedTriage left, CancellationToken cancellationToken)
    {
        var (dialog, answers) = (left.Instance, left.Answers);
        if (await CaseDesk.FindAsync(turn, answers.Reference, cancellationToken) is { Case.IsOpen: true } known
            && (answers.Reassesses || known.Case.HasExamOf(dialog)))
        {
            var isCurrent = known.Case.Current.Id == answers.ExamOf(dialog);
            if (isCurrent && known.Case.Current.Assessment with { AssessedAt = turn.Now } == answers.At(turn.Now))
            {
                return;
            }

            var earlier = known.Case.Exams.SkipLast(isCurrent ? 1 : 0).Select(exam => exam.Assessment).ToList();
            var decided = DecisionRecord.Of(answers.At(turn.Now), earlier, site.Value.RecheckInterval);
            if (decided.Urgency < known.Case.Urgency || (!isCurrent && decided.Urgency == known.Case.Urgency))
            {
                var kept = Say.With(Text.LeftAloneKept, known.Case.Reference, Words.Of(known.Case.Urgency));
                await turn.SendActivityAsync(cards.Tell(known, turn.Now, Text.LeftAloneKeptTitle, [kept], "warning",
                    [CaseCards.ShowButton(known.Case)]).Alerting(), cancellationToken);
                return;
            }
        }

        var taken = await TakeAsync(turn, dialog, answers, OpeningReason.LeftAlone, cancellationToken);
        var notice = Say.With(Text.LeftAlone, taken.File.Case.Reference, Words.Of(taken.File.Case.Urgency));
        await ShowAsync(turn, taken, notice, buttons: null, cancellationToken);
    }

    /// <summary>The red flags of a message were about another open case: that one is told of them.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="dialog">Names the exam.</param>
    /// <param name="answers">What is known of that patient now: the case's own time and circumstances, and the red flags.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ExamTaken> RaiseAsync(ITurnContext turn, string dialog, TriageAnswers answers, CancellationToken cancellationToken) =>
        TakeAsync(turn, dialog, answers with { Reassesses = true }, OpeningReason.RedFlag, cancellationToken);

    /// <summary>Shows a decision to the person who just answered; the card is redrawn from then on.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="taken">The exam.</param>
    /// <param name="notice">What just happened; null for none.</param>
    /// <param name="buttons">Buttons below; those of the case when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ShowAsync(ITurnContext turn, ExamTaken taken, string? notice, IReadOnlyList<Button>? buttons, CancellationToken cancellationToken)
    {
        var card = messages.Decision(taken.File, turn.Now, notice, taken.Notices, buttons);
        var key = (await turn.SendActivityAsync(turn.IsInternal ? card.Alerting() : card, cancellationToken)).Id;
        var file = await messages.ShownAsync(turn, taken.File, new ShownCard(key, Audience.Decision, Buttons: buttons), cancellationToken);
        CaseDesk.Save(turn, file);
        if (!taken.Notices.Contains(RequesterNotice.PhoneNow) || !IsAsked(turn, file))
        {
            return;
        }

        if (turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            // It goes back with the answer itself, and nothing is ever reported of it.
            await desk.TellAsync(turn, file, new CaseInput.Deliver(CallIds.Requester), cancellationToken);
        }
        else
        {
            CaseMessages.ReportPhone(turn, key, file);
        }
    }

    /// <summary>Opens a case, or goes on with the one the answers name. The decisions shown before are marked as replaced.</summary>
    private async Task<ExamTaken> TakeAsync(
        ITurnContext turn, string dialog, TriageAnswers answers, OpeningReason reason, CancellationToken cancellationToken)
    {
        var file = await CaseDesk.FindAsync(turn, answers.Reference, cancellationToken);
        if (file is { Case.IsOpen: true } && (answers.Reassesses || file.Case.HasExamOf(dialog)))
        {
            file = await messages.ReplaceDecisionAsync(turn, file, cancellationToken);
            return await ExaminedAsync(turn, file, dialog, answers, cancellationToken);
        }

        if (file is not null)
        {
            // Closed meanwhile, and opened again only by name; or the reference is another case's. The exam is a case of its own.
            answers = answers with { Reference = await CaseDesk.FreeReferenceAsync(turn, dialog, cancellationToken), Reassesses = false };
        }

        var world = await desk.WorldAsync(turn, cancellationToken);
        var opened = CaseMachine.Open(
            answers.Reference, CaseDesk.Who(turn.Activity), location: null, reason, answers.ExamOf(dialog), answers.At(turn.Now), turn.Now, world);
        var begun = new CaseFile
        {
            Case = opened.Case,
            Head = "",
            Requester = Reference(turn.Activity),
            TimeZone = turn.Activity.LocalTimezone,
            Answers = answers,
        };
        return await desk.FollowAsync(turn, begun, opened, world, isAnswered: true, cancellationToken);
    }

    private async Task<ExamTaken> ExaminedAsync(ITurnContext turn, CaseFile file, string dialog, TriageAnswers answers, CancellationToken cancellationToken)
    {
        var world = await desk.WorldAsync(turn, cancellationToken);
        var input = new CaseInput.Assess(CaseDesk.Who(turn.Activity), file.Case.Revision, answers.ExamOf(dialog), answers.At(turn.Now));
        var change = CaseMachine.Apply(file.Case, input, turn.Now, world);
        var before = file.Case.Current.Id == input.ExamId ? file.AnswersBefore : file.Answers;
        return await desk.FollowAsync(turn, file with { Answers = answers, AnswersBefore = before }, change, world, IsAsked(turn, file), cancellationToken);
    }

    private static string? MovedNotice(TriageAnswers answers, CaseFile file) =>
        answers.Reassesses && answers.Reference != file.Case.Reference ? Say.With(Text.CaseOfItsOwn, answers.Reference, file.Case.Reference) : null;

    /// <summary>The turn speaks to the chat where the case was asked.</summary>
    private static bool IsAsked(ITurnContext turn, CaseFile file) => PersonalChat.IsOf(turn.Activity, file.Requester);

    /// <summary>Where to speak later: with the tenant, which channels put in either of two places.</summary>
    internal static ConversationReference Reference(Activity activity)
    {
        var reference = activity.GetConversationReference();
        return reference with { ActivityId = null, Conversation = reference.Conversation with { TenantId = activity.GetTenantId() } };
    }
}
