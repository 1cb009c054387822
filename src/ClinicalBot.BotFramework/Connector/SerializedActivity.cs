using System.Text.Json;

namespace ClinicalBot.BotFramework;

/// <summary>An activity as it was written down, to be sent as it stands. Only its address is read.</summary>
/// <param name="Address">Whence and where.</param>
/// <param name="Json">All of it (JSON, UTF-8).</param>
public sealed record SerializedActivity(ActivityAddress Address, ReadOnlyMemory<byte> Json)
{
    /// <summary>Reads the address.</summary>
    /// <param name="json">An activity that <see cref="ProtocolJson"/> wrote.</param>
    public static SerializedActivity Of(ReadOnlyMemory<byte> json) =>
        new(JsonSerializer.Deserialize(json.Span, ProtocolJson.Default.ActivityAddress)!, json);

    /// <summary>Writes an activity.</summary>
    public static SerializedActivity Of(Activity activity) =>
        Of(JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.Activity));

    /// <summary>The whole activity.</summary>
    public Activity Deserialize() => JsonSerializer.Deserialize(Json.Span, ProtocolJson.Default.Activity)!;

    /// <summary>The same with an id. One that has an id already must not get another.</summary>
    internal byte[] JsonWithId(string id) => [.. "{\"id\":\""u8, .. JsonEncodedText.Encode(id).EncodedUtf8Bytes, .. "\","u8, .. Json.Span[1..]];
}

/// <summary>What an activity says of its way.</summary>
public sealed record ActivityAddress
{
    /// <summary>As in <see cref="Activity.Id"/>.</summary>
    public string? Id { get; init; }

    /// <summary>As in <see cref="Activity.ServiceUrl"/>.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>As in <see cref="Activity.ChannelId"/>.</summary>
    public string? ChannelId { get; init; }

    /// <summary>As in <see cref="Activity.Conversation"/>.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>As in <see cref="Activity.From"/>.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>As in <see cref="Activity.ReplyToId"/>.</summary>
    public string? ReplyToId { get; init; }
}
