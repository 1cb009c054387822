using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;

namespace ClinicalBot.LocalChannel;

/// <summary>One activity of a chat, as it is now: something said, pressed or announced.</summary>
/// <param name="Chat">Key of the chat it belongs to.</param>
/// <param name="Activity">What was sent. Its id orders a chat.</param>
/// <param name="Delivery">What became of it.</param>
internal sealed record Entry(string Chat, Activity Activity, Delivery Delivery)
{
    /// <summary>Number of the last change; grows over all entries.</summary>
    public long Version { get; init; }

    /// <summary>The page's own id of what was done, so that a repeated request does it once; null for what the bot sent.</summary>
    public string? ClientId { get; init; }

    /// <summary>Why it was not delivered, or what the bot answered to a button; null for nothing to tell.</summary>
    public string? Note { get; init; }

    /// <summary>Replaced by a later version.</summary>
    public bool Updated { get; init; }

    /// <summary>Deleted by the bot; the content is gone.</summary>
    public bool Deleted { get; init; }
}

/// <summary>What became of an entry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Delivery>))]
internal enum Delivery
{
    /// <summary>On its way to the bot; after a restart it is sent again.</summary>
    Sending,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It did not arrive. The page offers to try again.</summary>
    Failed,
}

/// <summary>A chat of a person with the bot.</summary>
/// <param name="Key">The person's key.</param>
/// <param name="ConversationId">Where the bot is talked to now. "New conversation" gives it a new one.</param>
internal sealed record Chat(string Key, string ConversationId)
{
    /// <summary>Number of the last change.</summary>
    public long Version { get; init; }

    /// <summary>Entries up to this version are gone.</summary>
    public long ClearedUpTo { get; init; }
}

/// <summary>One line of the transcript file: exactly one of the two.</summary>
internal sealed record TranscriptLine(Entry? Entry, Chat? Chat);

/// <summary>Source-generated JSON of the transcript. An activity may be as deep as the protocol allows, and is wrapped twice.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 72)]
[JsonSerializable(typeof(TranscriptLine))]
internal sealed partial class TranscriptJson : JsonSerializerContext;
