using ClinicalBot.Conversations.Texts;
using ClinicalBot.Dialogs;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Triage;

/// <summary>Leads a running triage to another question than the next.</summary>
internal static class TriageNavigation
{
    /// <summary>Asks a step anew, so that its answers may be corrected. A red flag or a time that is in doubt stays in doubt and is asked first.</summary>
    public static Task ChangeAsync(WaterfallStepContext<TriageAnswers> context, Topic topic, CancellationToken cancellationToken)
    {
        context.Answers = context.Answers with
        {
            Correcting = topic,
            LastRedFlags = [],
            Doubts = [.. context.Answers.Doubts.Where(doubt => (AnswerMerge.TopicOf(doubt) ?? Topic.Time) != topic
                || AnswerMerge.TopicOf(doubt) == Topic.RedFlags)],
        };
        return context.GoToAsync(TriageStep.NameOf(topic), cancellationToken);
    }

    /// <summary>One step back.</summary>
    public static Task BackAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken)
    {
        var at = TriageStep.Order.ToList().IndexOf(TriageStep.TopicOf(context.StepName));
        return ChangeAsync(context, TriageStep.Order[Math.Max(0, at - 1)], cancellationToken);
    }

    /// <summary>Asks the first of the steps whose answers have to be given anew.</summary>
    public static Task AskAnewAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken)
    {
        var topic = context.Answers.AskAnew[0];
        context.Answers = context.Answers with { AskAnew = [.. context.Answers.AskAnew.Skip(1)] };
        context.Notice = string.Join(" ", new[] { context.Notice, Text.AskAnew }.OfType<string>());
        return ChangeAsync(context, topic, cancellationToken);
    }
}
