using System.Text.Json;

namespace ClinicalBot.BotFramework;

/// <summary>Reads a list of members.</summary>
internal static class ConversationMembers
{
    /// <summary>The members; null when it is no such list.</summary>
    public static IReadOnlyList<ChannelAccount>? Read(byte[] body)
    {
        try
        {
            var members = JsonSerializer.Deserialize(body, ProtocolJson.Default.IReadOnlyListChannelAccount);
            return members is null || members.Contains(null!) ? null : [.. members.Select(WithObjectId)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: a string that is no text, found only when read.
            return null;
        }
    }

    // Lists of members call it "objectId", activities "aadObjectId".
    private static ChannelAccount WithObjectId(ChannelAccount member) =>
        member.AadObjectId is null
        && member.Properties is { } properties
        && properties.TryGetValue("objectId", out var id)
        && id.ValueKind == JsonValueKind.String
            ? member with { AadObjectId = id.GetString() }
            : member;
}
