using System.Globalization;

namespace ClinicalBot.LocalChannel;

/// <summary>Which conversation belongs to whom. Conversation ids carry the person, so that one that was left still reaches them.</summary>
internal static class ChatDirectory
{
    private const string Prefix = "a:";

    /// <summary>The person of a conversation, past or present; null when it is none of this channel's.</summary>
    public static Person? PersonOf(string conversationId) =>
        conversationId.StartsWith(Prefix, StringComparison.Ordinal) && conversationId.LastIndexOf(':') is > 2 and var end
            ? Cast.Find(conversationId[Prefix.Length..end])
            : null;

    /// <summary>The chat of a person, opened when it is not yet.</summary>
    public static Chat Open(Transcript transcript, Person person) => transcript.FindChat(person.Key) ?? StartAnew(transcript, person);

    /// <summary>Moves a person's chat to a new conversation and forgets the old one.</summary>
    public static Chat StartAnew(Transcript transcript, Person person)
    {
        transcript.StartConversation(person.Key, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{person.Key}:{transcript.NextNumber()}"));
        return transcript.FindChat(person.Key)!;
    }
}
