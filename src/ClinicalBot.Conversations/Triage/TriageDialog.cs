using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.OneToOne;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Triage;

/// <summary>
/// The triage: a waterfall whose every message may answer several questions. What a message says is merged into the answers on the safe
/// side, a new red flag is answered before anything else, and what is in doubt is asked back before it counts.
/// </summary>
internal sealed class TriageDialog
{
    private readonly WaterfallDialog<TriageAnswers> _waterfall;
    private readonly TriageCards _questions;
    private readonly AnswerNotices _answered;
    private readonly ITriageCases _cases;
    private readonly AbandonmentWatch _abandonment;

    public TriageDialog(TriageCards questions, AnswerNotices answered, ITriageCases cases, AbandonmentWatch abandonment, IOptions<SiteOptions> site)
    {
        _questions = questions;
        _answered = answered;
        _cases = cases;
        _abandonment = abandonment;
        _waterfall = new WaterfallDialog<TriageAnswers>(
            "triage", version: 1, TriageJson.Default.TriageAnswers, [.. TriageStep.Order.Select(topic => new TriageStep(topic, questions))])
        {
            IdleLimit = site.Value.DialogIdleLimit,
            ForgetWhenIdle = answers => answers.WithoutExam() with { Exam = answers.Exam + 1 },
        };
    }

    /// <summary>The sender's running triage; null when there is none.</summary>
    public async ValueTask<WaterfallStepContext<TriageAnswers>?> FindAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await PersonalDialogs.FindAsync(turn, cancellationToken) is null)
        {
            return null;
        }

        var open = await _waterfall.ContinueDialogAsync(turn, cancellationToken);
        if (open is { Answers.Reference: "" })
        {
            // The answers could not be read, and their reference with them.
            open.Answers = open.Answers with { Reference = CaseReference.From(turn.TurnId) };
        }

        return open;
    }

    /// <summary>The open question as it stands, without asking it anew.</summary>
    public Activity Open(WaterfallStepContext<TriageAnswers> context) => _questions.Question(context, TriageStep.TopicOf(context.StepName));

    /// <summary>What stands in a question's place once it is answered.</summary>
    public Activity Record(WaterfallStepContext<TriageAnswers> context, Topic topic) => _questions.Record(context, topic);

    /// <summary>Begins a triage and asks its first question.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="lead">What must be said first; null for nothing.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public async Task BeginAsync(ITurnContext turn, string? lead, CancellationToken cancellationToken)
    {
        var context = Begin(turn);
        context.Notice = lead is null ? Text.Opening : $"{lead} {Text.Opening}";
        await context.NextAsync(cancellationToken);
    }

    /// <summary>Begins a triage with what a message outside one said.</summary>
    public Task BeginWithAsync(ITurnContext turn, Reading reading, string? lead, CancellationToken cancellationToken) =>
        AnswerAsync(Begin(turn), reading, lead, cancellationToken);

    /// <summary>Examines a case again: time and circumstances are kept, exam and flags are asked anew with the last value beside.</summary>
    public async Task BeginAgainAsync(ITurnContext turn, TriageAnswers last, CancellationToken cancellationToken)
    {
        var context = _waterfall.BeginDialog(turn, last.ToReassess());
        context.Notice = Say.With(Text.ReassessNotice, last.Reference);
        await context.NextAsync(cancellationToken);
    }

    /// <summary>
    /// The topic a message is read against. While a doubt is open a bare "no" or "not sure" is about the doubt, not about everything the
    /// step shows, so no topic is given; only a time is read as a time.
    /// </summary>
    public static Topic? TopicOf(WaterfallStepContext<TriageAnswers> context) => context.Answers.Doubts switch
    {
        [] => TriageStep.TopicOf(context.StepName),
        [{ Finding: AnswerMerge.BlockTime }, ..] => Topic.Time,
        _ => null,
    };

    /// <summary>Takes one reading, typed or from a card, and goes on.</summary>
    /// <param name="context">The running triage.</param>
    /// <param name="reading">What was said.</param>
    /// <param name="lead">What must be said first; null for nothing.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public async Task AnswerAsync(WaterfallStepContext<TriageAnswers> context, Reading reading, string? lead, CancellationToken cancellationToken)
    {
        var step = TriageStep.TopicOf(context.StepName);
        var before = context.Answers;
        var settled = DoubtAnswers.Settled(before, reading);
        if (settled is not null)
        {
            context.Answers = DoubtAnswers.Confirm(before, settled, reading.Confirmation ?? YesNo.Unknown);
            reading = reading with { Confirmation = null, BlockTime = null };
        }

        var correcting = context.Answers.Correcting == step ? step : (Topic?)null;
        var merged = AnswerMerge.Merge(context.Answers, reading, correcting);
        context.Answers = merged.Answers with { LastRedFlags = [] };
        context.Notice = _answered.Of(context, reading, merged, settled, lead);
        var flags = FindingTable.Of(Topic.RedFlags).Where(flag => flag.IsAdverse(context.Answers) && !flag.IsAdverse(before)).ToList();
        _abandonment.Watch(context);
        if (flags.Count > 0)
        {
            await InterruptAsync(context, flags, cancellationToken);
        }
        else if (context.Answers.Doubts.Count > 0)
        {
            await context.RepromptAsync(cancellationToken: cancellationToken);
        }
        else if (context.Answers.AskAnew.Count > 0)
        {
            await TriageNavigation.AskAnewAsync(context, cancellationToken);
        }
        else if (step == Topic.Review && settled is null && reading.Confirmation is not null && !merged.HeardAnything)
        {
            await ReviewAsync(context, reading.Confirmation.Value, cancellationToken);
        }
        else
        {
            await GoOnAsync(context, step, reading, merged.HeardAnything || settled is not null, cancellationToken);
        }
    }

    /// <summary>Takes one value that was picked on the open card. The question stays open: the card shows it in its own place.</summary>
    /// <param name="context">The running triage.</param>
    /// <param name="reading">The value.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public Task PickAsync(WaterfallStepContext<TriageAnswers> context, Reading reading, CancellationToken cancellationToken)
    {
        var step = TriageStep.TopicOf(context.StepName);
        if (step != Topic.Motor || FindingTable.All.Any(finding => finding.Topic != step && finding.IsHeard(reading)))
        {
            return AnswerAsync(context, reading, null, cancellationToken);
        }

        // A card shows what is known: what is picked on it replaces that.
        context.Answers = AnswerMerge.Merge(context.Answers, reading, step).Answers with { LastRedFlags = [] };
        _abandonment.Watch(context);
        return context.Answers.Doubts.Count > 0 ? context.RepromptAsync(cancellationToken: cancellationToken) : context.RedrawAsync(cancellationToken);
    }

    /// <summary>Goes on from a card of picks. What was not picked is asked for once more, then it stays not given.</summary>
    /// <param name="context">The running triage.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public static Task PickedAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken)
    {
        var step = TriageStep.TopicOf(context.StepName);
        var open = TriageStep.Open(context.Answers, step).ToList();
        if (open.Count == 0 || context.Answers.AskedForRest == step)
        {
            context.Answers = context.Answers with { Correcting = null, AskedForRest = null };
            return context.NextAsync(cancellationToken);
        }

        context.Answers = context.Answers with { AskedForRest = step };
        context.Notice = Say.With(Text.StillOpen, string.Join(", ", open.Select(finding => Say.Label(finding.Path))));
        return context.RedrawAsync(cancellationToken);
    }

    /// <summary>Goes on after an emergency answer: with the open question, or past it when it was answered.</summary>
    public static Task ContinueAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken)
    {
        var interrupted = context.Answers.LastRedFlags.Count > 0;
        context.Answers = context.Answers with { LastRedFlags = [] };
        if (context.Answers.Doubts.Count == 0 && context.Answers.AskAnew.Count > 0)
        {
            return TriageNavigation.AskAnewAsync(context, cancellationToken);
        }

        var step = TriageStep.TopicOf(context.StepName);
        var past = context.Asked == 0 || step == Topic.RedFlags || TriageStep.IsFilled(context.Answers, step) || (step == Topic.Context && !interrupted);
        return past && context.Answers.Doubts.Count == 0
            ? context.NextAsync(cancellationToken)
            : context.RepromptAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Takes back red flags that an emergency answer was about: they are asked again.</summary>
    /// <param name="context">The running triage.</param>
    /// <param name="paths">Which: those of the card that was pressed, or those of the last answer.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public async Task TakeBackAsync(WaterfallStepContext<TriageAnswers> context, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var flags = FindingTable.Of(Topic.RedFlags).Where(flag => paths.Contains(flag.Path) && flag.IsAdverse(context.Answers)).ToList();
        if (flags.Count == 0)
        {
            await context.RepromptAsync(Text.NothingToTakeBack, cancellationToken);
            return;
        }

        context.Answers = flags.Aggregate(context.Answers with { LastRedFlags = [] }, (answers, flag) => flag.Forget(answers));
        context.Notice = Say.With(Text.TakenBack, string.Join(", ", flags.Select(flag => Say.Label(flag.Path))));
        _abandonment.Watch(context);
        if (await _cases.CorrectAsync(context, cancellationToken) is { } standing)
        {
            context.Notice += " " + standing;
        }

        var asked = TriageStep.Order.ToList().IndexOf(TriageStep.TopicOf(context.StepName)) >= TriageStep.Order.ToList().IndexOf(Topic.RedFlags);
        await (asked ? context.GoToAsync(TriageStep.NameOf(Topic.RedFlags), cancellationToken)
            : context.Asked > 0 ? context.RepromptAsync(cancellationToken: cancellationToken)
            : context.NextAsync(cancellationToken));
    }

    /// <summary>The buttons under an emergency answer that came in the middle of the questions.</summary>
    public static IReadOnlyList<Button> InterruptButtons(WaterfallStepContext<TriageAnswers> context) =>
    [
        new Button(Text.ContinueExam, TriageCards.Data(context, Verbs.Continue)) { Style = "positive" },
        // The flags themselves: another emergency answer may have come since.
        new Button(Text.ThatsWrong, TriageCards.Data(context, Verbs.TakeBack) with { Flags = string.Join(',', context.Answers.LastRedFlags) }),
    ];

    private WaterfallStepContext<TriageAnswers> Begin(ITurnContext turn) =>
        _waterfall.BeginDialog(turn, new TriageAnswers { Reference = CaseReference.From(turn.TurnId) });

    private Task InterruptAsync(WaterfallStepContext<TriageAnswers> context, List<Finding> flags, CancellationToken cancellationToken)
    {
        context.Answers = context.Answers with { LastRedFlags = [.. flags.Select(flag => flag.Path)], Correcting = null };
        return _cases.InterruptAsync(context, cancellationToken);
    }

    /// <summary>Says where things stand: the open question once more, or the first that is open after an idle time.</summary>
    public Task TakeUpAsync(WaterfallStepContext<TriageAnswers> context, string? notice, CancellationToken cancellationToken)
    {
        context.Notice = string.Join(" ", new[] { _answered.Resumed(context), notice }.OfType<string>()) is { Length: > 0 } said ? said : null;
        return context.Resumption == Resumption.Continued ? context.RepromptAsync(cancellationToken: cancellationToken) : context.NextAsync(cancellationToken);
    }

    private async Task ReviewAsync(WaterfallStepContext<TriageAnswers> context, YesNo confirmation, CancellationToken cancellationToken)
    {
        if (confirmation != YesNo.Yes)
        {
            await context.RepromptAsync(Text.WhichChange, cancellationToken);
            return;
        }

        await context.EndDialogAsync(cancellationToken);
        AbandonmentWatch.Stop(context);
        await _cases.DecideAsync(context.Turn, context.Instance, context.Answers, cancellationToken);
    }

    /// <summary>Says something of the open question in one line. Its card stays where it is, and is not sent again.</summary>
    /// <param name="context">The running triage.</param>
    /// <param name="said">What is said.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public Task RemindAsync(WaterfallStepContext<TriageAnswers> context, string said, CancellationToken cancellationToken) =>
        context.RemindAsync(_questions.Reminder(context, said), cancellationToken);

    private Task GoOnAsync(
        WaterfallStepContext<TriageAnswers> context, Topic step, Reading reading, bool heard, CancellationToken cancellationToken)
    {
        var refused = step == Topic.Time && reading.BlockTime is BlockTimeReading.Refused;
        var settled = !refused && (TriageStep.IsFilled(context.Answers, step) || (step == Topic.Context && (heard || reading.ContextSkipped)));
        // What is left after a partial answer is asked once more, then it stays not given: shown in the review, and never taken for normal.
        var partial = heard && step is not (Topic.Time or Topic.Review);
        if (settled || (partial && context.Answers.AskedForRest == step) || context.Asked == 0)
        {
            context.Answers = context.Answers with { Correcting = null, AskedForRest = null };
            return context.NextAsync(cancellationToken);
        }

        context.Answers = context.Answers with { AskedForRest = partial ? step : null };
        return heard || refused || context.Notice is null ? context.RepromptAsync(cancellationToken: cancellationToken)
            : RemindAsync(context, context.Notice, cancellationToken);
    }
}
