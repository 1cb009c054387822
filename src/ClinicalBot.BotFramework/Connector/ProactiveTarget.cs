using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClinicalBot.BotFramework;

/// <summary>
/// The addressee of a proactive message: a person who need not have written yet, or a channel that gets a new thread. Closed. The connector's
/// createConversation makes the conversation.
/// </summary>
public abstract record ProactiveTarget
{
    private ProactiveTarget()
    {
    }

    /// <summary>e.g. "msteams".</summary>
    public required string ChannelId { get; init; }

    /// <summary>Where the connector of this tenant listens, as seen on any of its activities.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>The bot's account.</summary>
    public required ChannelAccount Bot { get; init; }

    /// <summary>Entra tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>What the conversation is created with.</summary>
    public abstract ConversationParameters Parameters { get; }

    /// <summary>Names the target: messages to one target keep their order.</summary>
    public abstract string Key { get; }

    /// <summary>A person of the incoming activity's tenant, on its channel.</summary>
    /// <param name="incoming">Any activity of that tenant, or a due event.</param>
    /// <param name="aadObjectId">Entra object id of the person.</param>
    /// <exception cref="InvalidOperationException">The activity names no tenant, service URL, channel or bot.</exception>
    public static Person PersonOf(Activity incoming, string aadObjectId)
    {
        ArgumentException.ThrowIfNullOrEmpty(aadObjectId);
        var known = Known.Of(incoming);
        return new Person(aadObjectId) { ChannelId = known.ChannelId, ServiceUrl = known.ServiceUrl, Bot = known.Bot, TenantId = known.TenantId };
    }

    /// <summary>A new thread in a channel of the incoming activity's tenant.</summary>
    /// <param name="incoming">Any activity of that tenant, or a due event.</param>
    /// <param name="teamsChannelId">Id of the channel, without ";messageid=".</param>
    /// <exception cref="InvalidOperationException">The activity names no tenant, service URL, channel or bot.</exception>
    public static NewThread ThreadOf(Activity incoming, string teamsChannelId)
    {
        ArgumentException.ThrowIfNullOrEmpty(teamsChannelId);
        var known = Known.Of(incoming);
        return new NewThread(teamsChannelId) { ChannelId = known.ChannelId, ServiceUrl = known.ServiceUrl, Bot = known.Bot, TenantId = known.TenantId };
    }

    /// <summary>One person, in the personal chat with the bot. Creating it again gives the same chat.</summary>
    /// <param name="AadObjectId">Entra object id.</param>
    public sealed record Person(string AadObjectId) : ProactiveTarget
    {
        /// <inheritdoc/>
        public override ConversationParameters Parameters => new()
        {
            Bot = Bot,
            Members = [new ChannelAccount { Id = AadObjectId, AadObjectId = AadObjectId }],
            TenantId = TenantId,
            ChannelData = Json(new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } }),
        };

        /// <inheritdoc/>
        public override string Key => $"person:{TenantId}/{AadObjectId}";
    }

    /// <summary>A new thread in a channel. Its first message creates it.</summary>
    /// <param name="TeamsChannelId">Id of the channel.</param>
    public sealed record NewThread(string TeamsChannelId) : ProactiveTarget
    {
        /// <inheritdoc/>
        public override ConversationParameters Parameters => new()
        {
            Bot = Bot,
            IsGroup = true,
            TenantId = TenantId,
            ChannelData = Json(new JsonObject
            {
                ["tenant"] = new JsonObject { ["id"] = TenantId },
                ["channel"] = new JsonObject { ["id"] = TeamsChannelId },
            }),
        };

        /// <inheritdoc/>
        public override string Key => $"threads:{TeamsChannelId}";
    }

    private static JsonElement Json(JsonObject value) => JsonElement.Parse(value.ToJsonString());

    private readonly record struct Known(string ChannelId, string ServiceUrl, ChannelAccount Bot, string TenantId)
    {
        public static Known Of(Activity activity)
        {
            var reference = activity.GetConversationReference();
            return new Known(
                reference.ChannelId,
                reference.ServiceUrl,
                reference.Bot ?? throw new InvalidOperationException("The activity has no recipient."),
                activity.GetTenantId() ?? throw new InvalidOperationException("The activity names no tenant."));
        }
    }
}
