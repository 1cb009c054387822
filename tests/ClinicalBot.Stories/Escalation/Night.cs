using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Escalation;

/// <summary>A ward with people on call and an escalation channel. Everybody's Entra object id is the name used here.</summary>
internal sealed class Night : IAsyncDisposable
{
    public const string ChannelId = "19:escalations@thread.tacv2";

    private readonly string _contacts = Path.Combine(Path.GetTempPath(), $"clinicalbot-contacts-{Guid.NewGuid():N}.json");

    private Night()
    {
    }

    public Ward Ward { get; private set; } = null!;

    public Person Nurse => Ward.Person("nurse");

    public Person Drew => Ward.Person("drew");

    public Person Erin => Ward.Person("erin");

    public Person Noor => Ward.Person("noor");

    /// <summary>New messages in the escalation channel, whichever thread.</summary>
    public IReadOnlyList<Arrival> Posts =>
        [.. Ward.Channel.Arrivals.Where(arrival => arrival.Method == "POST" && arrival.Conversation.StartsWith(ChannelId, StringComparison.Ordinal))];

    /// <summary>The newest message in the channel, as it stands now.</summary>
    public Card LatestPost => new(Ward.Channel.Arrivals.Last(arrival => arrival.Id == Posts[^1].Id).Activity);

    /// <summary>Reference of the case, as the newest card of the person called or the nurse says.</summary>
    public string Reference => ReferenceOn(Nurse.Cards[^1]);

    /// <summary>Reference of the case that a card is about.</summary>
    public static string ReferenceOn(Card card) =>
        System.Text.RegularExpressions.Regex.Match(card.Text, "Case ([A-Z0-9]{2}-[A-Z0-9]{3})").Groups[1].Value;

    /// <summary>For a site where one answer is enough in an emergency.</summary>
    public static readonly (string Key, string Value) OneAnswer = ("Escalation:Emergency:Needs:0", "any");

    /// <summary>A night at a site where people are alerted once. In an emergency the proceduralist and neurology have to answer.</summary>
    public static async Task<Night> FallsAsync(string? contacts = null, params IEnumerable<(string Key, string Value)> settings)
    {
        var night = new Night();
        night.Write(contacts ?? Everybody);
        night.Ward = await Ward.OpenAsync(
            [.. new[] { ("Escalation:ContactsFile", night._contacts), ("Escalation:Channel", ChannelId), ("Escalation:AlertEvery", "0") }
                .Concat(settings).Reverse().DistinctBy(setting => setting.Item1)]);
        return night;
    }

    /// <summary>A night at a site with the default settings: people are alerted again too.</summary>
    public static Task<Night> FallsAsDefaultAsync(string? contacts = null, params IEnumerable<(string Key, string Value)> settings) =>
        FallsAsync(contacts, settings.Append(("Escalation:AlertEvery", "00:02:00")));

    public const string Everybody =
        """
        {
          "proceduralist": { "phone": "555-0100", "people": [
            { "aadObjectId": "aad-drew", "name": "Dr. Drew", "teamsId": "29:drew", "phone": "555-0110" },
            { "aadObjectId": "aad-erin", "name": "Dr. Erin", "phone": "555-0111" } ] },
          "neurology": { "phone": "555-0101", "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor", "phone": "555-0112" } ] }
        }
        """;

    public void Write(string contacts)
    {
        File.WriteAllText(_contacts, contacts);
        // Two versions within one tick of the file system's clock would look the same.
        File.SetLastWriteTimeUtc(_contacts, DateTime.UnixEpoch.AddSeconds(++_versions));
    }

    /// <summary>Where the contacts are.</summary>
    public string ContactsFile => _contacts;

    private int _versions;

    /// <summary>The nurse reports saddle numbness three hours after the block: an emergency.</summary>
    public async Task<Card> EmergencyAsync()
    {
        Card? card = null;
        foreach (var line in new[] { "triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "saddle" })
        {
            card = await Nurse.Says(line);
        }

        await Ward.SettleAsync();
        return card!;
    }

    /// <summary>The nurse confirms a triage.</summary>
    public async Task<Card> TriageAsync(string time, string motor = "slr able, motor normal")
    {
        Card? card = null;
        foreach (var line in new[] { "triage", time, motor, "block area, reflexes normal, no shooting pain", "none", "skip", "yes" })
        {
            card = await Nurse.Says(line);
        }

        await Ward.SettleAsync();
        return card!;
    }

    /// <summary>Somebody examines a case again.</summary>
    public async Task ReassessAsync(Person person, string reference, params IEnumerable<string> lines)
    {
        foreach (var line in lines.Prepend($"reassess {reference}"))
        {
            await person.Says(line);
        }

        await Ward.SettleAsync();
    }

    /// <summary>A button pressed in the channel.</summary>
    public async Task InChannelAsync(Person person, Card card, string title)
    {
        await person.SendAsync(InChannel(person) with { Value = card.Button(title) });
        await Ward.SettleAsync();
    }

    /// <summary>An activity of a person in the channel's newest thread.</summary>
    public Activity InChannel(Person person) => person.Activity() with
    {
        Conversation = new ConversationAccount
        {
            Id = Posts.Count > 0 ? Posts[^1].Conversation : ChannelId,
            ConversationType = "channel",
            IsGroup = true,
            TenantId = Ward.Tenant,
        },
    };

    public async ValueTask DisposeAsync()
    {
        await Ward.DisposeAsync();
        File.Delete(_contacts);
    }
}
