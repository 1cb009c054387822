using System.Globalization;

namespace ClinicalBot.LocalChannel;

/// <summary>
/// Which conversation is where. Ids of personal chats carry the person, so that one that was left still reaches them; ids of threads carry
/// the channel.
/// </summary>
internal static class ChatDirectory
{
    private const string Prefix = "a:";

    /// <summary>The place of a conversation, past or present; null when it is none of this channel's.</summary>
    public static Place? Find(string conversationId) =>
        PersonOf(conversationId) is { } person ? new Place.Personal(person, conversationId) : Place.Thread.Find(conversationId);

    /// <summary>The chat of a person, opened when it is not yet.</summary>
    public static Place.Personal Open(Transcript transcript, Person person) =>
        transcript.FindChat(person.Key) is { } chat ? new Place.Personal(person, chat.ConversationId) : StartAnew(transcript, person);

    /// <summary>Makes sure that the page has a chat to show what is said at a place.</summary>
    public static void Prepare(Transcript transcript, Place place)
    {
        if (place is Place.Personal { Person: var person })
        {
            Open(transcript, person);
        }
        else if (transcript.FindChat(Team.Key) is null)
        {
            transcript.StartConversation(Team.Key, Team.ChannelId);
        }
    }

    /// <summary>Moves a person's chat to a new conversation and forgets the old one.</summary>
    public static Place.Personal StartAnew(Transcript transcript, Person person)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{person.Key}:{transcript.NextNumber()}");
        transcript.StartConversation(person.Key, id);
        return new Place.Personal(person, id);
    }

    private static Person? PersonOf(string conversationId) =>
        conversationId.StartsWith(Prefix, StringComparison.Ordinal) && conversationId.LastIndexOf(':') is > 2 and var end
            ? Cast.Find(conversationId[Prefix.Length..end])
            : null;
}
