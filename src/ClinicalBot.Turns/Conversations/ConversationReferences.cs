using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>
/// Where to speak later: one reference a conversation, and for a personal chat also one a person, so that a person can be found by tenant
/// and Entra object id. Refreshed by whatever arrives, written only when something changed, forgotten when the app is removed.
/// </summary>
public static class ConversationReferences
{
    private const int MaxText = 256;

    /// <summary>Document of a conversation. The threads of a channel share their channel's.</summary>
    public static StateKey KeyOf(string? tenantId, string channelId, string conversationId) =>
        new(tenantId, "conversation", ConversationKey.Of(channelId, WithoutThread(conversationId)));

    /// <summary>Document of a person's chat with the bot.</summary>
    public static StateKey KeyOfPerson(string channelId, string? tenantId, string aadObjectId) =>
        new(tenantId, "person", $"{channelId}/{aadObjectId}".ToLowerInvariant());

    /// <summary>The reference of a conversation of the turn's tenant; null when the bot never heard from there, or was removed.</summary>
    public static ValueTask<ConversationReference?> FindAsync(
        ITurnContext turn, string channelId, string conversationId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.GetStateAsync(KeyOf(turn.Activity.GetTenantId(), channelId, conversationId), ProtocolJson.Default.ConversationReference, cancellationToken);
    }

    /// <summary>
    /// The reference of the chat of a person of the turn's tenant; null when there is none yet. <see cref="ProactiveTarget.Person"/> looks it up by
    /// itself.
    /// </summary>
    public static ValueTask<ConversationReference?> FindPersonAsync(
        ITurnContext turn, string channelId, string aadObjectId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.GetStateAsync(KeyOfPerson(channelId, turn.Activity.GetTenantId(), aadObjectId), ProtocolJson.Default.ConversationReference,
            cancellationToken);
    }

    /// <summary>Keeps or refreshes where this turn's activity came from, or forgets it when the activity says that the app was removed.</summary>
    public static Task NoteAsync(ITurnContext turn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var activity = turn.Activity;
        var gone = activity.Type switch
        {
            ActivityTypes.InstallationUpdate => activity.Action == "remove",
            ActivityTypes.ConversationUpdate => activity.MembersRemoved?.Any(member => member.Id == activity.Recipient?.Id) is true,
            _ => false,
        };
        return gone ? ForgetAsync(turn, cancellationToken) : KeepAsync(turn, cancellationToken);
    }

    private static async Task KeepAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var (activity, conversation) = (turn.Activity, turn.Activity.Conversation!);
        var known = await FindAsync(turn, activity.ChannelId!, conversation.Id!, cancellationToken);
        // A person leaving or a team renamed is told by another person, so only what people do themselves says who they are.
        var user = IsPersonal(conversation) && activity.From?.Id != activity.Recipient?.Id ? activity.From : null;
        var reference = new ConversationReference
        {
            ChannelId = activity.ChannelId!,
            ServiceUrl = activity.ServiceUrl!,
            Conversation = new ConversationAccount
            {
                Id = WithoutThread(conversation.Id!),
                ConversationType = Short(conversation.ConversationType) ?? known?.Conversation.ConversationType,
                IsGroup = conversation.IsGroup ?? known?.Conversation.IsGroup,
                TenantId = activity.GetTenantId(),
            },
            Bot = Account(activity.Recipient, known?.Bot),
            User = Account(user, known?.User),
            Locale = user is null ? known?.Locale : Short(activity.Locale) ?? known?.Locale,
        };
        if (reference == known)
        {
            return;
        }

        turn.SetState(KeyOf(activity.GetTenantId(), reference.ChannelId, reference.Conversation.Id!), reference, ProtocolJson.Default.ConversationReference);
        if (KeyOfPerson(reference) is { } person)
        {
            turn.SetState(person, reference, ProtocolJson.Default.ConversationReference);
        }
    }

    private static async Task ForgetAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (await FindAsync(turn, activity.ChannelId!, activity.Conversation!.Id!, cancellationToken) is not { } known)
        {
            return;
        }

        turn.SetState(KeyOf(activity.GetTenantId(), known.ChannelId, known.Conversation.Id!), null, ProtocolJson.Default.ConversationReference);
        if (KeyOfPerson(known) is { } person)
        {
            turn.SetState(person, null, ProtocolJson.Default.ConversationReference);
        }
    }

    private static StateKey? KeyOfPerson(ConversationReference reference) =>
        reference is { Conversation.TenantId: { } tenant, User.AadObjectId: { } person } ? KeyOfPerson(reference.ChannelId, tenant, person) : null;

    private static bool IsPersonal(ConversationAccount conversation) =>
        conversation.ConversationType is null or "personal" && conversation.IsGroup is not true;

    private static ChannelAccount? Account(ChannelAccount? seen, ChannelAccount? known) => seen?.Id is null
        ? known
        : new ChannelAccount
        {
            Id = seen.Id,
            // Updates of a conversation leave names out.
            Name = Short(seen.Name) ?? (known?.Id == seen.Id ? known.Name : null),
            AadObjectId = seen.AadObjectId ?? (known?.Id == seen.Id ? known.AadObjectId : null),
        };

    /// <summary>Ids are bounded when an activity is taken; what is only shown is bounded here, so that no reference grows.</summary>
    private static string? Short(string? text) => text is { Length: > MaxText } ? null : text;

    private static string WithoutThread(string conversationId)
    {
        var at = conversationId.IndexOf(";messageid=", StringComparison.Ordinal);
        return at < 0 ? conversationId : conversationId[..at];
    }
}
