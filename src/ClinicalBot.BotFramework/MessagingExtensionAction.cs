using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.BotFramework;

/// <summary>Value of a "composeExtension/fetchTask" invoke: a person chose an action of this app, here on a message.</summary>
public sealed record MessagingExtensionAction
{
    /// <summary>Name of the invoke.</summary>
    public const string InvokeName = "composeExtension/fetchTask";

    /// <summary>Id of the command in the app's manifest.</summary>
    public string? CommandId { get; init; }

    /// <summary>The message on which it was chosen; null when it was chosen elsewhere.</summary>
    public MessagePayload? MessagePayload { get; init; }

    /// <summary>What this model does not name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The value of an invoke; null when it is no such action.</summary>
    public static MessagingExtensionAction? Read(Activity invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        try
        {
            return invoke.Value?.Deserialize(ProtocolJson.Default.MessagingExtensionAction);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A message of a chat, as the client hands it over.</summary>
/// <param name="Body">What it says.</param>
public sealed record MessagePayload(MessagePayloadBody? Body);

/// <summary>What a message says.</summary>
/// <param name="ContentType">"html" or "text".</param>
/// <param name="Content">The text or markup.</param>
public sealed record MessagePayloadBody(string? ContentType, string? Content);

/// <summary>Answer of a "composeExtension/fetchTask", "task/fetch" or "task/submit" invoke: a dialog with a card.</summary>
/// <param name="Task">The dialog.</param>
public sealed record TaskModuleResponse(TaskModuleContinue Task)
{
    /// <summary>A dialog with this card.</summary>
    /// <param name="title">Title of the dialog.</param>
    /// <param name="card">An Adaptive Card.</param>
    /// <param name="height">"small", "medium" or "large".</param>
    public static TaskModuleResponse Show(string title, Attachment card, string height = "medium") =>
        new(new TaskModuleContinue("continue", new TaskModuleInfo(title, height, "medium", card)));

    /// <summary>As the HTTP answer of the invoke.</summary>
    public InvokeResponse ToInvokeResponse() => new(200, JsonSerializer.SerializeToElement(this, ProtocolJson.Default.TaskModuleResponse));
}

/// <summary>A dialog that is shown.</summary>
/// <param name="Type">"continue".</param>
/// <param name="Value">What it shows.</param>
public sealed record TaskModuleContinue(string Type, TaskModuleInfo Value);

/// <summary>What a dialog shows.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Height">"small", "medium" or "large", or pixels.</param>
/// <param name="Width">The same.</param>
/// <param name="Card">The card.</param>
public sealed record TaskModuleInfo(string Title, string Height, string Width, Attachment Card);
