using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClinicalBot.BotFramework;

/// <summary>Reads a list of members.</summary>
internal static class ConversationMembers
{
    /// <summary>The members; null when it is no such list.</summary>
    public static IReadOnlyList<ChannelAccount>? Read(byte[] body) => Read(body, ProtocolJson.Default.IReadOnlyListChannelAccount, Known);

    /// <summary>One page of members; null when it is none.</summary>
    public static PagedMembersResult? ReadPage(byte[] body) => Read(body, ProtocolJson.Default.PagedMembersResult, page =>
        Known(page.Members) is { } members ? page with { Members = members } : null);

    private static T? Read<T>(byte[] body, JsonTypeInfo<T> type, Func<T, T?> complete)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) is { } read ? complete(read) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: a string that is no text, found only when read.
            return null;
        }
    }

    private static IReadOnlyList<ChannelAccount>? Known(IReadOnlyList<ChannelAccount>? members) =>
        members is null || members.Contains(null!) ? null : [.. members.Select(WithObjectId)];

    // Lists of members call it "objectId", activities "aadObjectId".
    private static ChannelAccount WithObjectId(ChannelAccount member) =>
        member.AadObjectId is null
        && member.Properties is { } properties
        && properties.TryGetValue("objectId", out var id)
        && id.ValueKind == JsonValueKind.String
            ? member with { AadObjectId = id.GetString() }
            : member;
}
