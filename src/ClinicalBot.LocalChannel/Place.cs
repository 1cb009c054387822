using System.Globalization;
using ClinicalBot.BotFramework;

namespace ClinicalBot.LocalChannel;

/// <summary>Where something is said. Closed.</summary>
internal abstract record Place
{
    private Place()
    {
    }

    /// <summary>Key of the chat that shows it.</summary>
    public abstract string Chat { get; }

    /// <summary>Who reads along.</summary>
    public abstract IReadOnlyList<Person> Members { get; }

    /// <summary>The conversation as activities name it.</summary>
    /// <param name="activityId">The message said there: the first of a thread gives the thread its id.</param>
    public abstract ConversationAccount Conversation(string activityId);

    /// <summary>A person's chat with the bot.</summary>
    /// <param name="Person">Whose.</param>
    /// <param name="ConversationId">Past or present.</param>
    public sealed record Personal(Person Person, string ConversationId) : Place
    {
        /// <inheritdoc/>
        public override string Chat => Person.Key;

        /// <inheritdoc/>
        public override IReadOnlyList<Person> Members => [Person];

        /// <inheritdoc/>
        public override ConversationAccount Conversation(string activityId) =>
            new() { Id = ConversationId, ConversationType = "personal", TenantId = Cast.TenantId };
    }

    /// <summary>A thread of the channel.</summary>
    /// <param name="RootId">Its first message; null for a new thread.</param>
    public sealed record Thread(string? RootId) : Place
    {
        private const string Separator = ";messageid=";

        /// <inheritdoc/>
        public override string Chat => Team.Key;

        /// <inheritdoc/>
        public override IReadOnlyList<Person> Members => Cast.People;

        /// <summary>The thread of a conversation id, the channel's own being a new thread; null when it is not of this channel.</summary>
        public static Thread? Find(string conversationId) => conversationId.Split(Separator) switch
        {
            [Team.ChannelId] => new Thread(RootId: null),
            [Team.ChannelId, var root] when long.TryParse(root, NumberStyles.None, CultureInfo.InvariantCulture, out _) => new Thread(root),
            _ => null,
        };

        /// <inheritdoc/>
        public override ConversationAccount Conversation(string activityId) => new()
        {
            Id = Team.ChannelId + Separator + (RootId ?? activityId),
            ConversationType = "channel",
            IsGroup = true,
            TenantId = Cast.TenantId,
        };
    }
}
