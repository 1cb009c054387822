using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.BotFramework;

/// <summary>Value of a "composeExtension/query" invoke: a person searches in the compose box.</summary>
public sealed record MessagingExtensionQuery
{
    /// <summary>Name of the invoke.</summary>
    public const string InvokeName = "composeExtension/query";

    /// <summary>Id of the command in the app's manifest; clients may leave it out.</summary>
    public string? CommandId { get; init; }

    /// <summary>What was typed. One parameter named "initialRun" when nothing was typed yet.</summary>
    public IReadOnlyList<MessagingExtensionParameter>? Parameters { get; init; }

    /// <summary>Which part of the results is wanted.</summary>
    public MessagingExtensionQueryOptions? QueryOptions { get; init; }

    /// <summary>What this model does not name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The text searched for; empty on the first run.</summary>
    [JsonIgnore]
    public string Text => Parameters?.FirstOrDefault(parameter => parameter.Name != "initialRun")?.Value is { ValueKind: JsonValueKind.String } value
        ? value.GetString()!
        : "";

    /// <summary>The value of an invoke; null when it is no search.</summary>
    public static MessagingExtensionQuery? Read(Activity invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        try
        {
            return invoke.Value?.Deserialize(ProtocolJson.Default.MessagingExtensionQuery);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A parameter of a search command.</summary>
public sealed record MessagingExtensionParameter
{
    /// <summary>Name as in the app's manifest; clients may leave it out.</summary>
    public string? Name { get; init; }

    /// <summary>What was typed.</summary>
    public JsonElement? Value { get; init; }
}

/// <summary>Which part of the results is wanted.</summary>
public sealed record MessagingExtensionQueryOptions
{
    /// <summary>Results to leave out, those shown before.</summary>
    public int? Skip { get; init; }

    /// <summary>Results to give at most.</summary>
    public int? Count { get; init; }
}

/// <summary>Answer of a "composeExtension/query" invoke.</summary>
/// <param name="ComposeExtension">The results.</param>
public sealed record MessagingExtensionResponse(MessagingExtensionResult ComposeExtension)
{
    /// <summary>Cards to pick from.</summary>
    public static MessagingExtensionResponse Results(IReadOnlyList<MessagingExtensionAttachment> attachments) =>
        new(new MessagingExtensionResult { Type = "result", AttachmentLayout = "list", Attachments = attachments });

    /// <summary>A text in the place of results.</summary>
    public static MessagingExtensionResponse Message(string text) => new(new MessagingExtensionResult { Type = "message", Text = text });

    /// <summary>As the HTTP answer of the invoke.</summary>
    public InvokeResponse ToInvokeResponse() =>
        new(200, JsonSerializer.SerializeToElement(this, ProtocolJson.Default.MessagingExtensionResponse));
}

/// <summary>Results of a search.</summary>
public sealed record MessagingExtensionResult
{
    /// <summary>"result" or "message".</summary>
    public required string Type { get; init; }

    /// <summary>"list" or "grid"; null for a message.</summary>
    public string? AttachmentLayout { get; init; }

    /// <summary>The results; null for a message.</summary>
    public IReadOnlyList<MessagingExtensionAttachment>? Attachments { get; init; }

    /// <summary>The message; null for results.</summary>
    public string? Text { get; init; }
}

/// <summary>A result: the card that picking it inserts, and what the list shows of it.</summary>
/// <param name="ContentType">Content type of the card.</param>
/// <param name="Content">The card.</param>
/// <param name="Preview">What the list shows.</param>
public sealed record MessagingExtensionAttachment(string ContentType, JsonElement Content, Attachment Preview);
