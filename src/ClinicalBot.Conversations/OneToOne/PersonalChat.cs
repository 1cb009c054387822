using ClinicalBot.BotFramework;

namespace ClinicalBot.Conversations.OneToOne;

/// <summary>
/// The chat of one person with the bot. What was begun in a channel goes on there, also when that person never wrote to the bot one to one: then the chat
/// has a name of our own until the channel tells its id.
/// </summary>
internal static class PersonalChat
{
    private const string Unmet = "person/";

    /// <summary>Everybody in a channel reads what is said there.</summary>
    public static bool IsChannel(Activity activity) => activity.Conversation is { ConversationType: "channel" };

    /// <summary>The chat of a person whose chat has no id yet.</summary>
    /// <param name="person">Entra object id.</param>
    /// <param name="tenant">Entra tenant.</param>
    public static ConversationAccount OfUnmet(string person, string? tenant) =>
        new() { Id = Unmet + person.ToLowerInvariant(), ConversationType = "personal", TenantId = tenant };

    /// <summary>The person of a chat that had no id yet when it was kept; null for any other.</summary>
    public static string? UnmetIn(ConversationReference chat) =>
        chat.Conversation.Id is { } id && id.StartsWith(Unmet, StringComparison.Ordinal) ? id[Unmet.Length..] : null;

    /// <summary>The activity is of this chat.</summary>
    public static bool IsOf(Activity activity, ConversationReference chat) => activity.Conversation?.Id == chat.Conversation.Id
        || (UnmetIn(chat) is { } person && activity.Conversation is { ConversationType: null or "personal" }
            && string.Equals(person, activity.From?.AadObjectId, StringComparison.OrdinalIgnoreCase));
}
