using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Dialogs;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Triage;

/// <summary>What a question says above itself about the message before: what was recorded, what is left, what could not be read.</summary>
internal sealed class AnswerNotices(Clock clock, RolePhones contacts, Rulebook rules)
{
    /// <summary>The notice of one answered message; null when there is nothing to say.</summary>
    /// <param name="context">The running triage, after the message.</param>
    /// <param name="reading">What was said.</param>
    /// <param name="merged">What it changed.</param>
    /// <param name="settled">The doubt it settled; null for none.</param>
    /// <param name="lead">What must be said first; null for nothing.</param>
    public string? Of(WaterfallStepContext<TriageAnswers> context, Reading reading, Merged merged, Doubt? settled, string? lead)
    {
        List<string?> parts = [lead, Resumed(context), Refused(context, reading), NotTheTime(reading, merged), Recorded(context, merged, settled),
            Adverse(context, merged), StillOpen(context, merged)];
        if (reading.TooLong)
        {
            parts.Add(Text.TooLong);
        }

        var said = parts.OfType<string>().ToList();
        // A bare yes or no answers a doubt and the summary; to a question about several findings it says nothing.
        var isAnswer = reading.Confirmation is not null && (settled is not null || TriageStep.TopicOf(context.StepName) == Topic.Review);
        if (said.Count == 0 && !merged.HeardAnything && !isAnswer && !reading.ContextSkipped)
        {
            said.Add(Text.NotUnderstoodHere);
        }

        return said.Count == 0 ? null : string.Join(" ", said);
    }

    /// <summary>Why a dialog is not as it was left; null when it is. What was urgent before is named: nothing is lowered silently.</summary>
    public string? Resumed(WaterfallStepContext<TriageAnswers> context) => context.Resumption switch
    {
        Resumption.AfterIdle => string.Join(" ", new[] { Text.AfterIdle, Urgent(context.Forgotten!, context.Turn.Now, Text.BeforeThat) }.OfType<string>()),
        Resumption.StepsChanged => Text.StepsChanged,
        Resumption.StartedOver => Text.StartedOver,
        _ => null,
    };

    /// <summary>What is entered is urgent, with whom to call; null when it is not.</summary>
    public string? Urgent(TriageAnswers answers, DateTimeOffset now, string format)
    {
        if (!answers.HasAnything || RulesCore.UrgencyOf(answers.At(now)) < Urgency.Urgent)
        {
            return null;
        }

        var decision = rules.Decide(answers.At(now));
        return Say.With(format, Words.Of(decision.Urgency), contacts.InWords(decision.Contacts));
    }

    private string? Refused(WaterfallStepContext<TriageAnswers> context, Reading reading) => reading.BlockTime is BlockTimeReading.Refused refused
        ? Say.With(refused.InFuture ? Text.TimeInFuture : Text.TimeTooOld, Moment(context, refused.At)) + " " + Text.TimeCheckDate
        : null;

    /// <summary>A time that belongs to something else, or that is too vague to count with, is named and not taken.</summary>
    private static string? NotTheTime(Reading reading, Merged merged) =>
        merged.Answers is { BlockTime: null, BlockTimeCandidate: null } && reading.Doubts.FirstOrDefault(doubt =>
            doubt is { Finding: AnswerMerge.BlockTime, Quote.Length: > 0 }) is { } doubt
            ? Say.With(Text.TimeNotTaken, TriageCards.Short(doubt.Quote)) : null;

    private string? Recorded(WaterfallStepContext<TriageAnswers> context, Merged merged, Doubt? settled)
    {
        // An emergency answer follows: nothing stands before what to do, and its "Whole exam" shows all that was recorded.
        if (IsEmergency(merged))
        {
            return null;
        }

        var lines = AnswerLines.Grouped(merged.Changed, merged.Answers).ToList();
        lines.AddRange(merged.Circumstances);
        if (settled is { Finding: AnswerMerge.BlockTime } || merged.IsTimeReplaced)
        {
            lines.Insert(0, $"{Say.Label(AnswerMerge.BlockTime)}: {(merged.Answers.BlockTime is { } at ? Moment(context, at) : Say.Value(null))}");
        }
        else if (settled is not null && FindingTable.Find(settled.Finding) is { } finding)
        {
            lines.Insert(0, AnswerLines.Line(finding, merged.Answers));
        }

        return lines.Count == 0 ? null : Say.With(Text.Recorded, string.Join("; ", lines));
    }

    /// <summary>What is adverse and not urgent by itself, such as numbness; what is urgent stands in the banner.</summary>
    private static string? Adverse(WaterfallStepContext<TriageAnswers> context, Merged merged) =>
        merged.Answers.HasAdverse && merged.Changed.Any(finding => finding.IsAdverse(merged.Answers) && finding.Topic != Topic.Context)
        && RulesCore.UrgencyOf(merged.Answers.SoFar(context.Turn.Now)) < Urgency.Urgent ? Text.DoNotWaitAdverse : null;

    private static string? StillOpen(WaterfallStepContext<TriageAnswers> context, Merged merged)
    {
        var step = TriageStep.TopicOf(context.StepName);
        var open = TriageStep.Open(merged.Answers, step).ToList();
        // On an emergency answer the rest is asked right after.
        return !IsEmergency(merged) && merged.Changed.Any(finding => finding.Topic == step) && open.Count > 0 && step != Topic.Context
            && merged.Answers.AskedForRest != step
            ? Say.With(Text.StillOpen, string.Join(", ", open.Select(finding => Say.Label(finding.Path))))
            : null;
    }

    private static bool IsEmergency(Merged merged) => merged.Changed.Any(finding => finding.IsRedFlag && finding.IsAdverse(merged.Answers));

    private string Moment(WaterfallStepContext<TriageAnswers> context, DateTimeOffset at) => Clock.Moment(at, clock.ZoneOf(context.Turn.Activity));
}
