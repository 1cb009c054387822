using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>What has to be known before a message can be tried: where it goes, and for an update which message of the channel's is meant.</summary>
internal abstract record Preparation
{
    private Preparation()
    {
    }

    /// <summary>It can be tried.</summary>
    /// <param name="Activity">As it was committed, but for an address that was found since.</param>
    /// <param name="Target">The channel's id of the message to update or delete.</param>
    /// <param name="Creates">The conversation to be created; null when there is one.</param>
    public sealed record Ready(SerializedActivity Activity, string? Target, ConversationParameters? Creates) : Preparation;

    /// <summary>Not yet.</summary>
    public sealed record Wait(string Why) : Preparation;

    /// <summary>Not ever.</summary>
    public sealed record Never(string Why) : Preparation;

    public static async Task<Preparation> OfAsync(OutboxMessage message, ITurnStore store, CancellationToken cancellationToken)
    {
        var activity = SerializedActivity.Of(message.Entry.Activity);
        if (message.Entry.Parameters is { } bytes)
        {
            var parameters = JsonSerializer.Deserialize(bytes, ProtocolJson.Default.ConversationParameters)!;
            var found = parameters.IsGroup ? null : await FirstContact.FindAsync(activity, parameters, store, cancellationToken);
            return found is null ? new Ready(activity, null, parameters) : new Ready(found, null, null);
        }

        var target = message.Entry.Target;
        if (target is null || !MessageKey.IsOurs(target))
        {
            return new Ready(activity, target, null);
        }

        return await store.FindDeliveryAsync(target, cancellationToken) switch
        {
            Delivery.Sent { ActivityId: { } id } sent => new Ready(At(activity, sent.Conversation), id, null),
            Delivery.Sent => new Never("targetHasNoId"),
            Delivery.Pending => new Wait("targetPending"),
            Delivery.Refused => new Never("targetRefused"),
            _ => new Never("targetUnknown"),
        };
    }

    /// <summary>Where the message went counts, whatever conversation the update was asked for in.</summary>
    private static SerializedActivity At(SerializedActivity activity, ConversationReference? sent)
    {
        var asked = activity.Address;
        if (sent is null
            || (sent.ChannelId == asked.ChannelId && sent.ServiceUrl == asked.ServiceUrl && sent.Conversation == asked.Conversation && sent.Bot == asked.From))
        {
            return activity;
        }

        return SerializedActivity.Of(activity.Deserialize() with
        {
            ChannelId = sent.ChannelId,
            ServiceUrl = sent.ServiceUrl,
            Conversation = sent.Conversation,
            From = sent.Bot,
        });
    }
}
