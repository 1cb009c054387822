using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>Finds the chat of a person the bot wants to speak to, or keeps it once it was created.</summary>
internal static class FirstContact
{
    /// <summary>The activity with the person's chat as its address; null when no chat is known.</summary>
    public static async Task<SerializedActivity?> FindAsync(
        SerializedActivity activity, ConversationParameters parameters, ITurnStore store, CancellationToken cancellationToken)
    {
        var kept = await store.ReadStateAsync(KeyOf(activity.Address, parameters), cancellationToken);
        if (kept.Body is not { } body)
        {
            return null;
        }

        var reference = JsonSerializer.Deserialize(body, ProtocolJson.Default.ConversationReference)!;
        return SerializedActivity.Of(activity.Deserialize() with
        {
            ServiceUrl = reference.ServiceUrl,
            Conversation = reference.Conversation,
            From = reference.Bot ?? activity.Address.From,
            Recipient = reference.User,
        });
    }

    /// <summary>The document that remembers the chat created.</summary>
    public static StateWrite Keep(ActivityAddress activity, ConversationParameters parameters, string conversationId)
    {
        var reference = new ConversationReference
        {
            ChannelId = activity.ChannelId ?? "",
            ServiceUrl = activity.ServiceUrl ?? "",
            Conversation = new ConversationAccount { Id = conversationId, ConversationType = "personal", TenantId = parameters.TenantId },
            Bot = parameters.Bot,
            User = parameters.Members![0],
        };
        return new StateWrite(
            KeyOf(activity, parameters), JsonSerializer.SerializeToUtf8Bytes(reference, ProtocolJson.Default.ConversationReference));
    }

    private static StateKey KeyOf(ActivityAddress activity, ConversationParameters parameters) => ConversationReferences.KeyOfPerson(
        activity.ChannelId ?? "", parameters.TenantId ?? "", parameters.Members![0].AadObjectId ?? "");
}
