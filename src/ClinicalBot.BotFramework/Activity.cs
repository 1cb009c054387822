using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.BotFramework;

/// <summary>
/// One Bot Framework activity: a message, an update of a conversation, an invoke. Properties this model does not name survive a round
/// trip in <see cref="Properties"/>. See the public Bot Framework Activity schema.
/// </summary>
/// <remarks>The <c>Properties</c> of these records have setters only because source-generated JSON cannot fill them otherwise.</remarks>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or what the channel invented.</summary>
    public string Type { get; init; } = "";

    /// <summary>Given by the channel; ids need not be GUIDs.</summary>
    public string? Id { get; init; }

    /// <summary>When the channel saw it (UTC).</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The same instant with the sender's offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; init; }

    /// <summary>IANA name of the sender's zone.</summary>
    public string? LocalTimezone { get; init; }

    /// <summary>Where the connector of this conversation listens.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>e.g. "msteams", "emulator".</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Where it was said.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>Whom it is for.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>"plain", "markdown" or "xml".</summary>
    public string? TextFormat { get; init; }

    /// <summary>"list" or "carousel".</summary>
    public string? AttachmentLayout { get; init; }

    /// <summary>Who joined (conversationUpdate).</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left (conversationUpdate).</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>BCP 47 tag of the sender's language.</summary>
    public string? Locale { get; init; }

    /// <summary>What was typed. A card submit has none.</summary>
    public string? Text { get; init; }

    /// <summary>What a screen reader or speaker says.</summary>
    public string? Speak { get; init; }

    /// <summary>"acceptingInput", "ignoringInput" or "expectingInput".</summary>
    public string? InputHint { get; init; }

    /// <summary>What notifications show.</summary>
    public string? Summary { get; init; }

    /// <summary>Cards and files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Mentions, client info and the like.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>The channel's own data.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>installationUpdate: "add" or "remove".</summary>
    public string? Action { get; init; }

    /// <summary>The activity this one answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Data of a card submit, an invoke or an event.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Name of an invoke or event, e.g. "adaptiveCard/action".</summary>
    public string? Name { get; init; }

    /// <summary>"low", "normal" or "high".</summary>
    public string? Importance { get; init; }

    /// <summary>"normal", "notification" or "expectReplies".</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>What this model does not name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A person or a bot on a channel.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's id of the account.</summary>
    public string? Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Entra object id.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>"user", "bot" or "skill".</summary>
    public string? Role { get; init; }

    /// <summary>What this model does not name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A conversation on a channel.</summary>
public sealed record ConversationAccount
{
    /// <summary>The channel's id; a thread in Teams is "channel;messageid=N".</summary>
    public string? Id { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>More than two members.</summary>
    public bool? IsGroup { get; init; }

    /// <summary>"personal", "groupChat" or "channel".</summary>
    public string? ConversationType { get; init; }

    /// <summary>Entra tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>What this model does not name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A card or a file.</summary>
public sealed record Attachment
{
    /// <summary>Content type of an Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>Media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where a file is.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>The card itself.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public JsonElement? Content { get; init; }

    /// <summary>File name.</summary>
    public string? Name { get; init; }

    /// <summary>Preview image.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>What this model does not name.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Metadata of an activity: a mention, client info, anything with a type.</summary>
public sealed record Entity
{
    /// <summary>e.g. "mention", "clientInfo".</summary>
    public string? Type { get; init; }

    /// <summary>What belongs to that type.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Well-known activity types.</summary>
public static class ActivityTypes
{
    /// <summary>Something said, or a card submit.</summary>
    public const string Message = "message";

    /// <summary>An edited message.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A deleted message.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>Members or properties of a conversation changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request that wants an answer in the HTTP response.</summary>
    public const string Invoke = "invoke";

    /// <summary>A person is typing.</summary>
    public const string Typing = "typing";

    /// <summary>Something happened; a due timer arrives as one.</summary>
    public const string Event = "event";
}
