using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.BotFramework;

/// <summary>
/// Value of a "task/fetch" or "task/submit" invoke: a person pressed a button that opens a dialog (task module), or one of the card in it.
/// What the dialog shows is seen by that person alone, wherever the button stands.
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots.
/// </summary>
public sealed record TaskModuleRequest
{
    /// <summary>Name of the invoke that opens a dialog.</summary>
    public const string FetchName = "task/fetch";

    /// <summary>Name of the invoke that a card in a dialog submits.</summary>
    public const string SubmitName = "task/submit";

    /// <summary>Data of the button, with the inputs of its card. From outside: read it, never trust it.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>What this model does not name, such as the theme of the client.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The value of an invoke; null when it is no such request.</summary>
    public static TaskModuleRequest? Read(Activity invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        try
        {
            return invoke.Value?.Deserialize(ProtocolJson.Default.TaskModuleRequest) is { Data.ValueKind: JsonValueKind.Object } request ? request : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
