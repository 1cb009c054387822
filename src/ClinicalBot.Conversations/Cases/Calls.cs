using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Cases;

/// <summary>What makes a card ring: an alert for a person, a mention in a channel.</summary>
internal static class Calls
{
    private static readonly JsonElement Notification = JsonElement.Parse("""{"notification":{"alert":true}}""");

    /// <summary>With an alert in the activity feed.</summary>
    public static Activity Alerting(this Activity activity) => activity with { ChannelData = Notification, Importance = "high" };

    /// <summary>With the people mentioned at the top of the card. A person whose account is not known is named without a mention.</summary>
    public static Activity Mentioning(this Activity activity, IReadOnlyList<ContactPerson> people)
    {
        if (people.Count == 0 || activity.Attachments is not [{ Content: { } content } attachment])
        {
            return activity;
        }

        var card = JsonNode.Parse(content.GetRawText())!;
        var names = people.Select(person => person.TeamsId is null ? Plain(person.Name) : At(person));
        card["body"]!.AsArray().Insert(0, new JsonObject { ["type"] = "TextBlock", ["text"] = string.Join(", ", names), ["wrap"] = true });
        card["msteams"] = new JsonObject
        {
            ["entities"] = new JsonArray([.. people.Where(person => person.TeamsId is not null).Select(person => (JsonNode)new JsonObject
            {
                ["type"] = "mention",
                ["text"] = At(person),
                ["mentioned"] = new JsonObject { ["id"] = person.TeamsId, ["name"] = Plain(person.Name) },
            })]),
        };
        return activity with { Attachments = [attachment with { Content = JsonElement.Parse(card.ToJsonString()) }] };
    }

    private static string At(ContactPerson person) => $"<at>{Plain(person.Name)}</at>";

    /// <summary>The text of a mention must be the same in the card and in its entity, so that nothing of a name may need escaping.</summary>
    private static string Plain(string name) => new([.. name.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '\'')]);
}
