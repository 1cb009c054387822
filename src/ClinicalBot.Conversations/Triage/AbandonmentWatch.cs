using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Dialogs;
using Microsoft.Extensions.Options;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Conversations.Triage;

/// <summary>
/// A timer on a triage with an adverse answer: left unfinished, it becomes a case. The answers travel with the timer, so that what an idle
/// dialog forgets is not lost.
/// </summary>
internal sealed class AbandonmentWatch(IOptions<EscalationOptions> options)
{
    /// <summary>Name of the event.</summary>
    public const string Event = "case/leftAlone";

    /// <summary>Starts the wait anew, or ends it when nothing adverse is left.</summary>
    public void Watch(WaterfallStepContext<TriageAnswers> context)
    {
        if (!context.Answers.HasAdverse)
        {
            Stop(context);
            return;
        }

        var left = JsonSerializer.SerializeToElement(new AbandonedTriage(context.Instance, context.Answers), AbandonedTriageJson.Default.AbandonedTriage);
        context.Turn.Schedule(new Timer(KeyOf(context), Event, context.Turn.Now + options.Value.LeftAlone, left));
    }

    /// <summary>The triage ended.</summary>
    public static void Stop(WaterfallStepContext<TriageAnswers> context) => context.Turn.CancelTimer(KeyOf(context));

    private static string KeyOf(WaterfallStepContext<TriageAnswers> context) => "leftAlone/" + context.Instance;
}

/// <summary>A triage as it was at the last answer.</summary>
/// <param name="Instance">The dialog.</param>
/// <param name="Answers">What is known.</param>
internal sealed record AbandonedTriage(string Instance, TriageAnswers Answers);

/// <summary>Source-generated JSON.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AbandonedTriage))]
internal sealed partial class AbandonedTriageJson : JsonSerializerContext;
