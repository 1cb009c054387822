using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>What makes a turn one turn, however often it is delivered. Closed.</summary>
/// <param name="TurnId">Derived from what identifies the turn: 32 hex digits, the same on every delivery.</param>
/// <param name="Conversation">Key of the conversation it runs in.</param>
public abstract record TurnClaim(string TurnId, string Conversation)
{
    /// <summary>An activity that arrived. Its claim is written by the commit.</summary>
    public sealed record Received : TurnClaim
    {
        internal Received(string turnId, string conversation)
            : base(turnId, conversation)
        {
        }
    }

    /// <summary>A due timer. Its claim is its own row: the commit takes it away.</summary>
    public sealed record Due : TurnClaim
    {
        internal Due(string turnId, string conversation, long timerId)
            : base(turnId, conversation) => TimerId = timerId;

        /// <summary>Row id of the timer.</summary>
        public long TimerId { get; }
    }

    /// <summary>
    /// Channel, conversation, type and activity id; an edit adds its timestamp, since it bears the id of the message edited. An activity
    /// without an id is known by its bytes.
    /// </summary>
    /// <param name="activity">With a conversation id.</param>
    /// <param name="bodyHash">Hash of the bytes that arrived.</param>
    public static TurnClaim For(Activity activity, string bodyHash)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var which = activity switch
        {
            { Id: null or "" } => "body:" + bodyHash,
            { Type: ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete } =>
                $"id:{activity.Id}\n{activity.Timestamp?.UtcTicks.ToString(CultureInfo.InvariantCulture)}",
            _ => "id:" + activity.Id,
        };
        var conversation = ConversationKey.Of(activity.ChannelId, activity.Conversation?.Id);
        return new Received(Hash($"{conversation}\n{activity.Type}\n{which}"), conversation);
    }

    /// <summary>A timer is known by its row, which no other timer ever gets.</summary>
    public static TurnClaim For(DueTimer timer)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var id = string.Create(CultureInfo.InvariantCulture, $"timer\n{timer.Id}\n{timer.Start.DueAt.UtcTicks}");
        return new Due(Hash(id), timer.Start.Conversation, timer.Id);
    }

    private static string Hash(string identity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 16));
}

/// <summary>Names a conversation across channels: the unit of order.</summary>
public static class ConversationKey
{
    /// <summary>Channel and conversation id, "channel/conversation".</summary>
    public static string Of(string? channelId, string? conversationId) => $"{channelId}/{conversationId}";
}
