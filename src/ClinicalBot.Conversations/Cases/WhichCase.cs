using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Cases;

/// <summary>
/// Which case a red flag is about, asked after it was answered. People are called at once, whatever the answer: it only moves what is
/// known to where it belongs.
/// </summary>
internal sealed class WhichCase(CaseExams exams, CaseDesk desk, CaseCards cards)
{
    private const int MostButtons = 3;

    /// <summary>The red flag began this triage, and nothing was asked since: all of it is about the case that is chosen.</summary>
    public static bool IsWhole(WaterfallStepContext<TriageAnswers> context) => context.Asked == 0 && !context.Answers.Reassesses;

    /// <summary>
    /// The cases it may be about, those asked in this chat first. Within a triage only these: there the header says which case is meant.
    /// </summary>
    public static async ValueTask<IReadOnlyList<CaseFile>> FindAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken)
    {
        // One more than there are buttons, since its own may be among them.
        var open = await CaseDesk.NewestAsync(context.Turn, alsoElsewhere: IsWhole(context), MostButtons + 1, cancellationToken);
        return [.. open.Where(file => file.Case.Reference != context.Answers.Reference)];
    }

    /// <summary>A button for each of the likeliest; the others are named by typing.</summary>
    public IEnumerable<Button> Buttons(WaterfallStepContext<TriageAnswers> context, IReadOnlyList<CaseFile> others) =>
        others.Take(MostButtons).Select(file => new Button(
        Say.With(Text.AboutCase, file.Case.Reference, cards.Where(file)),
        new ButtonData(Verbs.About) { For = ButtonData.MarkOf(context.Turn.Activity), Dialog = context.Instance, Case = file.Case.Reference,
            Flags = string.Join(',', context.Answers.LastRedFlags) }));

    /// <summary>Raises the case it is about; then the case that the red flag had opened, if that was all it held, goes on there.</summary>
    /// <returns>The answers with which the triage goes on when all of it was about that case, and the exam.</returns>
    public async Task<(TriageAnswers Answers, ExamTaken Taken)> RaiseAsync(
        WaterfallStepContext<TriageAnswers> context, CaseFile about, CancellationToken cancellationToken)
    {
        var (turn, answers, whole) = (context.Turn, context.Answers, IsWhole(context));
        var own = await CaseDesk.FindAsync(turn, answers.Reference, cancellationToken);
        var raised = whole ? InTermsOf(answers, about) : FlagsOnly(answers, about);
        var taken = await exams.RaiseAsync(turn, whole ? context.Instance : turn.TurnId, raised, cancellationToken);
        context.Notice = Say.With(Text.AboutDone, about.Case.Reference, answers.Reference);
        if (whole && own is { Case.IsOpen: true } && own.Case.IsOnlyOf(context.Instance))
        {
            await desk.TellAsync(turn, own, new CaseInput.Move(CaseDesk.Who(turn.Activity), own.Case.Revision, about.Case.Reference), cancellationToken);
        }

        return (raised, taken);
    }

    /// <summary>All that was said, with the time and circumstances of the case. Of two injection times the earlier counts.</summary>
    private static TriageAnswers InTermsOf(TriageAnswers said, CaseFile about)
    {
        var known = about.Answers.ToReassess();
        return said with
        {
            Reference = about.Case.Reference,
            Reassesses = true,
            Last = known.Last,
            BlockTime = said.BlockTime is { } told && !(known.BlockTime < told) ? told : known.BlockTime,
            BlockTimeUnknown = said.BlockTime is null && known.BlockTime is null && (said.BlockTimeUnknown || known.BlockTimeUnknown),
            Anticoagulated = said.Anticoagulated ?? known.Anticoagulated,
            ContrastConfirmed = said.ContrastConfirmed ?? known.ContrastConfirmed,
            Aspirated = said.Aspirated ?? known.Aspirated,
            SedatedWithMidazolam = said.SedatedWithMidazolam ?? known.SedatedWithMidazolam,
            Agent = said.Agent ?? known.Agent,
            ConcentrationPercent = said.ConcentrationPercent ?? known.ConcentrationPercent,
            VolumePerLevelMl = said.VolumePerLevelMl ?? known.VolumePerLevelMl,
            Side = said.Side ?? known.Side,
            Levels = said.Levels ?? known.Levels,
        };
    }

    private static TriageAnswers FlagsOnly(TriageAnswers said, CaseFile about) => FindingTable.Of(Phrases.Topic.RedFlags)
        .Where(flag => said.LastRedFlags.Contains(flag.Path))
        .Aggregate(about.Answers.ToReassess() with { Reference = about.Case.Reference }, (answers, flag) => flag.Confirm(answers, Rules.YesNo.Yes));
}
