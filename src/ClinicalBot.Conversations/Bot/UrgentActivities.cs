using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Phrases;
using NodaTime;

namespace ClinicalBot.Conversations.Bot;

/// <summary>What is taken when nothing else is: actions on a case, and messages in which a red flag may be meant.</summary>
internal sealed class UrgentActivities(TimeProvider time)
{
    private const string OfACase = "case/";

    /// <summary>The activity is one of them.</summary>
    public bool Contains(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message when CardSubmit.Read(activity) is { } submit => IsUrgent(submit),
        ActivityTypes.Message => IsUrgent(TypedText.Fold(activity.RemoveRecipientMention())),
        ActivityTypes.Invoke when activity.Name == TaskModuleRequest.SubmitName =>
            TaskModuleRequest.Read(activity) is { } request && IsUrgent(CardSubmit.Read(request)),
        ActivityTypes.Invoke => VerbOf(activity).StartsWith(OfACase, StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsUrgent(CardSubmit submit) => submit.Verb.StartsWith(OfACase, StringComparison.Ordinal) || StepInputs.IsAdverse(submit);

    private bool IsUrgent(string text)
    {
        var reading = PhraseReader.Read(text, new PhraseContext(null, time.GetUtcNow(), DateTimeZone.Utc));
        return TriageFindings.AnyRedFlagIn(reading) || reading.Doubts.Any(doubt => doubt.Finding.StartsWith("redFlags", StringComparison.Ordinal));
    }

    private static string VerbOf(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("action", out var action)
            && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("verb", out var verb) && verb.ValueKind == JsonValueKind.String ? verb.GetString()! : "";
}
