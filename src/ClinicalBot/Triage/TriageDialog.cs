using ClinicalBot.BotFramework;
using ClinicalBot.Cards;
using ClinicalBot.Cases;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;
using ClinicalBot.Site;
using ClinicalBot.Texts;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Triage;

/// <summary>
/// The triage: a waterfall whose every message may answer several questions. What a message says is merged into the answers on the safe
/// side, a new red flag is answered before anything else, and what is in doubt is asked back before it counts.
/// </summary>
internal sealed class TriageDialog
{
    private readonly WaterfallDialog<TriageAnswers> _waterfall;
    private readonly CaseDesk _cases;
    private readonly CaseMessages _caseMessages;
    private readonly LeftAlone _leftAlone;
    private readonly TriageCards _questions;
    private readonly Clock _clock;

    public TriageDialog(
        TriageCards questions, CaseDesk cases, CaseMessages caseMessages, LeftAlone leftAlone, Clock clock, IOptions<SiteOptions> site)
    {
        _cases = cases;
        _caseMessages = caseMessages;
        _leftAlone = leftAlone;
        _questions = questions;
        _clock = clock;
        _waterfall = new WaterfallDialog<TriageAnswers>(
            "triage", version: 1, TriageJson.Default.TriageAnswers, [.. TriageStep.Order.Select(topic => new TriageStep(topic, questions))])
        {
            IdleLimit = site.Value.DialogIdleLimit,
            ForgetWhenIdle = answers => answers.WithoutExam(),
        };
    }

    /// <summary>The sender's running triage; null when there is none.</summary>
    public ValueTask<WaterfallStepContext<TriageAnswers>?> FindAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        _waterfall.ContinueDialogAsync(turn, cancellationToken);

    /// <summary>The open question as it stands, without asking it anew.</summary>
    public Activity Open(WaterfallStepContext<TriageAnswers> context) => _questions.Question(context, TriageStep.TopicOf(context.StepName));

    /// <summary>What stands in a question's place once it is answered.</summary>
    public Activity Record(WaterfallStepContext<TriageAnswers> context, Topic topic) => _questions.Record(context, topic);

    /// <summary>Begins a triage and asks its first question.</summary>
    public async Task BeginAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var context = Begin(turn);
        context.Notice = Text.Opening;
        await context.NextAsync(cancellationToken);
    }

    /// <summary>Begins a triage with what a message outside one said.</summary>
    public Task BeginWithAsync(ITurnContext turn, Reading reading, CancellationToken cancellationToken) =>
        AnswerAsync(Begin(turn), reading, cancellationToken);

    /// <summary>Examines a case again: time and circumstances are kept, exam and flags are asked anew with the last value beside.</summary>
    public async Task BeginAgainAsync(ITurnContext turn, TriageAnswers last, CancellationToken cancellationToken)
    {
        var values = TriageFindings.All.Where(finding => finding.Topic != Topic.Context && finding.Known(last) is not null);
        var context = _waterfall.BeginDialog(turn, last.WithoutExam() with
        {
            Reassesses = true,
            Last = values.ToDictionary(finding => finding.Path, finding => finding.Known(last)!),
        });
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
    public async Task AnswerAsync(WaterfallStepContext<TriageAnswers> context, Reading reading, CancellationToken cancellationToken)
    {
        var step = TriageStep.TopicOf(context.StepName);
        var before = context.Answers;
        var doubt = before.Doubts is [var open, ..] ? open : null;
        if (doubt is not null && reading.Confirmation is { } confirmation && !Settles(reading, doubt))
        {
            context.Answers = Confirm(before, doubt, confirmation);
            reading = reading with { Confirmation = null };
        }

        var merged = AnswerMerge.Merge(context.Answers, reading, context.Answers.Correcting);
        context.Answers = merged.Answers;
        var flags = TriageFindings.Of(Topic.RedFlags).Where(flag => flag.IsAdverse(context.Answers) && !flag.IsAdverse(before)).ToList();
        context.Notice = Notice(context, reading, merged);
        _leftAlone.Watch(context);
        if (flags.Count > 0)
        {
            await InterruptAsync(context, flags, cancellationToken);
        }
        else if (context.Answers.Doubts.Count > 0)
        {
            await context.RepromptAsync(cancellationToken: cancellationToken);
        }
        else if (merged.AskAnew is { } vague)
        {
            context.Notice = string.Join(" ", new[] { context.Notice, Text.AskAnew }.OfType<string>());
            await ChangeAsync(context, vague, cancellationToken);
        }
        else if (step == Topic.Review && doubt is null && reading.Confirmation is not null && !merged.HeardAnything)
        {
            await ReviewAsync(context, reading.Confirmation.Value, cancellationToken);
        }
        else
        {
            await GoOnAsync(context, step, reading, merged.HeardAnything || doubt is not null, cancellationToken);
        }
    }

    /// <summary>Goes on after an emergency answer: with the open question, or past it when it was answered.</summary>
    public static Task ContinueAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken)
    {
        var step = TriageStep.TopicOf(context.StepName);
        var past = context.Asked == 0 || step is Topic.RedFlags or Topic.Context || TriageStep.IsFilled(context.Answers, step);
        return past ? context.NextAsync(cancellationToken) : context.RepromptAsync(cancellationToken: cancellationToken);
    }

    /// <summary>Takes back the red flags that the last emergency answer was about: they are asked again.</summary>
    public async Task TakeBackAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken)
    {
        var flags = context.Answers.LastRedFlags.Select(TriageFindings.Find).OfType<TriageFinding>().ToList();
        if (flags.Count == 0)
        {
            await context.RepromptAsync(Text.NothingToTakeBack, cancellationToken);
            return;
        }

        context.Answers = flags.Aggregate(context.Answers with { LastRedFlags = [] }, (answers, flag) => flag.Forget(answers));
        var notice = Say.With(Text.TakenBack, string.Join(", ", flags.Select(flag => Say.Label(flag.Path))));
        context.Notice = notice;
        _leftAlone.Watch(context);
        await _cases.CorrectAsync(context.Turn, context.Instance, context.Answers, cancellationToken);
        await (context.Asked > 0 ? context.RepromptAsync(notice, cancellationToken) : context.NextAsync(cancellationToken));
    }

    /// <summary>Asks a step anew, so that its answers may be corrected.</summary>
    public static Task ChangeAsync(WaterfallStepContext<TriageAnswers> context, Topic topic, CancellationToken cancellationToken)
    {
        context.Answers = context.Answers with { Correcting = topic, Doubts = [] };
        return context.GoToAsync(TriageStep.NameOf(topic), cancellationToken);
    }

    /// <summary>One step back.</summary>
    public static Task BackAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken)
    {
        var at = TriageStep.Order.ToList().IndexOf(TriageStep.TopicOf(context.StepName));
        return ChangeAsync(context, TriageStep.Order[Math.Max(0, at - 1)], cancellationToken);
    }

    /// <summary>The buttons under an emergency answer that came in the middle of the questions.</summary>
    public static IReadOnlyList<Button> InterruptButtons(WaterfallStepContext<TriageAnswers> context) =>
    [
        new Button(Text.ContinueExam, TriageCards.Data(context, Verbs.Continue)) { Style = "positive" },
        new Button(Text.ThatsWrong, TriageCards.Data(context, Verbs.TakeBack)),
    ];

    private static bool Settles(Reading reading, Doubt doubt) =>
        doubt.Finding == AnswerMerge.BlockTime ? reading.BlockTime is not null : TriageFindings.Find(doubt.Finding)?.IsHeard(reading) is true;

    private static TriageAnswers Confirm(TriageAnswers answers, Doubt doubt, YesNo confirmation)
    {
        answers = answers with { Doubts = [.. answers.Doubts.Skip(1)] };
        if (doubt.Finding != AnswerMerge.BlockTime)
        {
            return TriageFindings.Find(doubt.Finding)?.Confirm(answers, confirmation) ?? answers;
        }

        return confirmation == YesNo.Yes
            ? answers with { BlockTime = answers.BlockTimeCandidate ?? answers.BlockTime, BlockTimeUnknown = false, BlockTimeCandidate = null }
            : answers with { BlockTimeCandidate = null };
    }

    private WaterfallStepContext<TriageAnswers> Begin(ITurnContext turn) =>
        _waterfall.BeginDialog(turn, new TriageAnswers { Reference = CaseReference.From(turn.TurnId) });

    /// <summary>The case is opened at once, with what is known so far: nobody waits for the rest of the exam.</summary>
    private async Task InterruptAsync(WaterfallStepContext<TriageAnswers> context, List<TriageFinding> flags, CancellationToken cancellationToken)
    {
        context.Answers = context.Answers with { LastRedFlags = [.. flags.Select(flag => flag.Path)] };
        var taken = await _cases.ExaminedAsync(context.Turn, context.Instance, context.Answers, OpeningReason.RedFlag, cancellationToken);
        context.Answers = context.Answers with { Reference = taken.File.Case.Reference };
        context.Hold();
        await context.Turn.SendActivityAsync(
            _caseMessages.Decision(taken.File, context.Turn.Now, context.Notice, taken.Notices, InterruptButtons(context)), cancellationToken);
    }

    private async Task ReviewAsync(WaterfallStepContext<TriageAnswers> context, YesNo confirmation, CancellationToken cancellationToken)
    {
        if (confirmation != YesNo.Yes)
        {
            await context.RepromptAsync(Text.WhichChange, cancellationToken);
            return;
        }

        await context.EndDialogAsync(cancellationToken);
        LeftAlone.Stop(context);
        await _cases.DecideAsync(context.Turn, context.Instance, context.Answers, cancellationToken);
    }

    private static Task GoOnAsync(
        WaterfallStepContext<TriageAnswers> context, Topic step, Reading reading, bool heard, CancellationToken cancellationToken)
    {
        var settled = TriageStep.IsFilled(context.Answers, step) || (step == Topic.Context && (heard || reading.ContextSkipped));
        // What is left after a partial answer is asked once more, then it stays not given: shown in the review, and never taken for normal.
        var partial = heard && step is not (Topic.Time or Topic.Review);
        if (settled || (partial && context.Answers.AskedForRest == step) || context.Asked == 0)
        {
            context.Answers = context.Answers with { Correcting = null, AskedForRest = null };
            return context.NextAsync(cancellationToken);
        }

        context.Answers = context.Answers with { AskedForRest = partial ? step : null };
        return context.RepromptAsync(cancellationToken: cancellationToken);
    }

    private string? Notice(WaterfallStepContext<TriageAnswers> context, Reading reading, Merged merged)
    {
        var parts = new List<string>();
        if (reading.BlockTime is BlockTimeReading.Refused refused)
        {
            var at = Clock.Moment(refused.At, _clock.ZoneOf(context.Turn.Activity));
            parts.Add(Say.With(refused.InFuture ? Text.TimeInFuture : Text.TimeTooOld, at));
            parts.Add(Text.TimeCheckDate);
        }

        if (merged.Changed.Count > 0)
        {
            parts.Add(Say.With(Text.Recorded, string.Join("; ", merged.Changed.Select(finding => Words.Line(finding, merged.Answers)))));
        }

        var step = TriageStep.TopicOf(context.StepName);
        var open = TriageStep.Open(merged.Answers, step).ToList();
        if (merged.Changed.Any(finding => finding.Topic == step) && open.Count > 0 && step != Topic.Context && merged.Answers.AskedForRest != step)
        {
            parts.Add(Say.With(Text.StillOpen, string.Join(", ", open.Select(finding => Say.Label(finding.Path)))));
        }

        if (reading.TooLong)
        {
            parts.Add(Text.TooLong);
        }

        if (parts.Count == 0 && !merged.HeardAnything && reading.Confirmation is null && !reading.ContextSkipped)
        {
            parts.Add(Text.NotUnderstoodHere);
        }

        return parts.Count == 0 ? null : string.Join(" ", parts);
    }
}
