using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.BotFramework;

/// <summary>
/// What became of a message whose report a turn asked for with <see cref="ITurnContext.ReportDelivery"/>: the value of the event that
/// reports it.
/// </summary>
/// <param name="MessageKey">Our key of the message.</param>
/// <param name="Status">200: sent. Otherwise the channel's HTTP status, or 0 when the bot gave up itself.</param>
/// <param name="Reason">Why it was refused; null when it was sent.</param>
/// <param name="Code">The channel's error code or our reason, for the log; null when it was sent.</param>
/// <param name="Value">What the turn that asked gave along.</param>
public sealed record DeliveryOutcome(
    string MessageKey, int Status, RefusalReason? Reason = null, string? Code = null, JsonElement? Value = null)
{
    /// <summary>Where a new message went, to send more there; null when it was refused.</summary>
    public ConversationReference? Conversation { get; init; }

    /// <summary>The channel took it.</summary>
    [JsonIgnore]
    public bool IsSent => Reason is null;

    /// <summary>The outcome a turn reports; null when it reports none. Never reads one from outside: anybody could post it.</summary>
    public static DeliveryOutcome? Read(ITurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!turn.IsInternal || turn.Activity.Value is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("messageKey", out _))
        {
            return null;
        }

        return value.Deserialize(ProtocolJson.Default.DeliveryOutcome);
    }
}

/// <summary>Why a message was refused for good.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalReason>))]
public enum RefusalReason
{
    /// <summary>403 when the chat was to be created: the app is not installed for that person.</summary>
    NotInstalled,

    /// <summary>403 in a conversation: the person blocked the bot, or it was removed from there.</summary>
    Forbidden,

    /// <summary>404: the conversation is gone.</summary>
    NotFound,

    /// <summary>The channel did not take it for so long that it was given up.</summary>
    GaveUp,

    /// <summary>Anything else: the status and the code tell.</summary>
    Other,
}
