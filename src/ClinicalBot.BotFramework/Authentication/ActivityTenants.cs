using System.Text.Json;

namespace ClinicalBot.BotFramework;

/// <summary>The tenants an activity says it is from.</summary>
public static class ActivityTenants
{
    /// <summary>conversation.tenantId and channelData.tenant.id, as far as they are there. Teams sends both, equal.</summary>
    public static IEnumerable<string> Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Conversation?.TenantId is { } conversation)
        {
            yield return conversation;
        }

        if (activity.ChannelData is { ValueKind: JsonValueKind.Object } data
            && data.TryGetProperty("tenant", out var tenant)
            && tenant.ValueKind == JsonValueKind.Object
            && tenant.TryGetProperty("id", out var id)
            && id.ValueKind != JsonValueKind.Null)
        {
            // Not a string: no tenant anybody allowed.
            yield return id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
        }
    }
}
