using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.BotFramework;

/// <summary>Value of an "adaptiveCard/action" invoke: a person pressed an Action.Execute.</summary>
public sealed record AdaptiveCardInvokeValue
{
    /// <summary>Name of the invoke.</summary>
    public const string InvokeName = "adaptiveCard/action";

    /// <summary>The action pressed.</summary>
    public AdaptiveCardInvokeAction? Action { get; init; }

    /// <summary>"manual" or "automatic" (a refresh); clients may leave it out, which means manual.</summary>
    public string? Trigger { get; init; }

    /// <summary>What this model does not name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The value of an invoke; null when it holds no action.</summary>
    public static AdaptiveCardInvokeValue? Read(Activity invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        try
        {
            var value = invoke.Value?.Deserialize(ProtocolJson.Default.AdaptiveCardInvokeValue);
            return value?.Action is null ? null : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The Action.Execute pressed, with what was entered.</summary>
public sealed record AdaptiveCardInvokeAction
{
    /// <summary>"Action.Execute".</summary>
    public string? Type { get; init; }

    /// <summary>Id of the action in its card.</summary>
    public string? Id { get; init; }

    /// <summary>Which handler is meant.</summary>
    public string? Verb { get; init; }

    /// <summary>Data of the action merged with the card's inputs; numbers and toggles come as strings.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>What this model does not name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>
/// Answer of an "adaptiveCard/action" invoke. The HTTP status is 200 even for an error: clients read <see cref="StatusCode"/> of the body
/// and show their own "something went wrong" for anything else.
/// </summary>
public sealed record AdaptiveCardInvokeResponse
{
    /// <summary>200 when the card or message of <see cref="Value"/> is to be shown; otherwise an error.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Content type of <see cref="Value"/>.</summary>
    public required string Type { get; init; }

    /// <summary>A card, a text, or an <see cref="InvokeError"/>.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Replaces the card for the person who pressed.</summary>
    public static AdaptiveCardInvokeResponse Card(JsonElement card) => new()
    {
        StatusCode = 200,
        Type = Attachment.AdaptiveCard,
        Value = card,
    };

    /// <summary>Shows a short text to the person who pressed.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) => new()
    {
        StatusCode = 200,
        Type = "application/vnd.microsoft.activity.message",
        Value = JsonSerializer.SerializeToElement(text, ProtocolJson.Default.String),
    };

    /// <summary>Tells the client that the action failed.</summary>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) => new()
    {
        StatusCode = statusCode,
        Type = "application/vnd.microsoft.error",
        Value = JsonSerializer.SerializeToElement(new InvokeError(code, message), ProtocolJson.Default.InvokeError),
    };

    /// <summary>As the HTTP answer of the invoke.</summary>
    public InvokeResponse ToInvokeResponse() =>
        new(200, JsonSerializer.SerializeToElement(this, ProtocolJson.Default.AdaptiveCardInvokeResponse));
}

/// <summary>An error told to the client of an invoke.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">For people; never typed text.</param>
public sealed record InvokeError(string Code, string Message);
