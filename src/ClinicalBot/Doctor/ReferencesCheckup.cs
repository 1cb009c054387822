using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Storage;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Doctor;

/// <summary>Whether the bot has met those it will have to call: the escalation channel, and everybody in the contacts file.</summary>
internal sealed class ReferencesCheckup(
    StoredRecords records, BotAuthenticationCheck bot, ContactDirectory contacts, IOptions<EscalationOptions> options)
{
    private const string ChannelCheck = "escalationChannel";
    private const string PersonCheck = "onCall";

    /// <summary>One finding for the channel and one for each person.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync() => [await ChannelAsync(), .. await PeopleAsync()];

    private async Task<Finding> ChannelAsync()
    {
        if (!options.Value.CallsChannel && options.Value.HandoverAt.Count == 0)
        {
            return Finding.Fine(ChannelCheck, "no ladder calls one");
        }

        string? chosen = null;
        foreach (var tenant in bot.Tenants)
        {
            chosen ??= (await ReadAsync(EscalationChannel.KeyOf(tenant), CaseFileJson.Default.EscalationChannel))?.TeamsChannelId;
        }

        if ((chosen ?? options.Value.Channel) is not { } id || string.IsNullOrWhiteSpace(id))
        {
            return Finding.Wrong(
                ChannelCheck,
                $"There is no escalation channel, and {(options.Value.CallsChannel ? "the ladders call it" : "Escalation:HandoverAt posts to it")}.",
                "Set Escalation:Channel to its id, or say \"use this channel for escalations\" to the bot there, as a person who has "
                    + "Permissions:Configure.");
        }

        var whence = chosen is null ? "Escalation:Channel" : "the channel chosen in chat";
        return await FirstAsync(bot.Channels.SelectMany(channel => bot.Tenants.Select(tenant => ConversationReferences.KeyOf(tenant, channel, id)))) is not null
            ? Finding.Fine(ChannelCheck, $"{whence} is one the bot has heard from")
            : Finding.Wrong(
                ChannelCheck, $"The bot has never heard from {whence}: what it posts there may be refused.",
                "Add the app to the channel's team, and say help to the bot in that channel.");
    }

    private async Task<IReadOnlyList<Finding>> PeopleAsync()
    {
        var book = contacts.Current;
        var people = book.Roles
            .SelectMany(role => book[role].People.Select(person => (Role: role, Person: person)))
            .GroupBy(each => each.Person.Id, StringComparer.OrdinalIgnoreCase)
            .Select(same => DescribeAsync(same.First().Person, string.Join(", ", same.Select(each => each.Role).Distinct())));
        var findings = new List<Finding>();
        foreach (var person in people)
        {
            findings.Add(await person);
        }

        return findings;
    }

    private async Task<Finding> DescribeAsync(ContactPerson person, string roles)
    {
        var who = $"{person.Name} ({roles})";
        var met = await FirstAsync(bot.Channels.SelectMany(channel =>
            bot.Tenants.Select(tenant => ConversationReferences.KeyOfPerson(channel, tenant, person.Id))));
        if (met is null)
        {
            return Finding.Note(
                PersonCheck, $"{who} has no chat with the bot yet: a call has to open one, which fails where the app is not installed for that person.",
                "Let that person say help to the bot once, or install the app for them (Teams admin center, Setup policies).");
        }

        return person.TeamsId is not null
            ? Finding.Fine(PersonCheck, $"{who} has a chat with the bot")
            : Finding.Note(
                PersonCheck, $"{who} has a chat with the bot, but no teamsId: posts in the channel name that person without a mention.",
                met.User?.Id is { } id && id.StartsWith("29:", StringComparison.Ordinal)
                    ? $"Set teamsId to {id} in {contacts.FilePath}." : "Let that person say help to the bot, and run doctor again: it will tell the id.");
    }

    /// <summary>The first reference there is.</summary>
    private async Task<ConversationReference?> FirstAsync(IEnumerable<StateKey> keys)
    {
        foreach (var key in keys)
        {
            if (await ReadAsync(key, ProtocolJson.Default.ConversationReference) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<T?> ReadAsync<T>(StateKey key, JsonTypeInfo<T> type)
        where T : class =>
        (await records.ReadStateAsync(key)).Body is { } body ? JsonSerializer.Deserialize(body, type) : null;
}
