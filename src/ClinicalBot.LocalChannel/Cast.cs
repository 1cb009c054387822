using ClinicalBot.BotFramework;

namespace ClinicalBot.LocalChannel;

/// <summary>Who can be acted as on the page. Everybody is made up, and so are all ids.</summary>
internal static class Cast
{
    /// <summary>Tenant of the made-up organization.</summary>
    public const string TenantId = "00000000-0000-0000-0000-000000000100";

    /// <summary>The bot as the channel knows it.</summary>
    public static ChannelAccount Bot { get; } = new() { Id = "28:00000000-0000-0000-0000-000000000200", Name = "ClinicalBot" };

    /// <summary>In the order in which the page lists them.</summary>
    public static IReadOnlyList<Person> People { get; } =
    [
        new("ward-nurse", "Robin Sample", "Ward nurse", 1),
        new("resident", "Kim Example", "Resident", 2),
        new("proceduralist", "Alex Specimen", "Proceduralist on call", 3) { IsCalled = true },
        new("proceduralist-2", "Lee Pattern", "Proceduralist, next in line", 5) { IsCalled = true },
        new("neurologist", "Jo Placeholder", "Neurologist on call", 4) { IsCalled = true },
    ];

    /// <summary>The person with a key; null when there is none.</summary>
    public static Person? Find(string? key) => People.FirstOrDefault(person => person.Key == key);

    /// <summary>The person with a channel id or, as Teams takes it too, an Entra object id; null when there is none.</summary>
    public static Person? FindById(string? id) => People.FirstOrDefault(person => person.Account.Id == id || person.ObjectId == id);
}

/// <summary>A person to act as.</summary>
/// <param name="Key">Names the person, and the chat of that person with the bot, on the page and in ids.</param>
/// <param name="Name">A made-up name.</param>
/// <param name="Role">What the person does.</param>
/// <param name="Number">Makes the object id.</param>
internal sealed record Person(string Key, string Name, string Role, int Number)
{
    /// <summary>The account in activities.</summary>
    public ChannelAccount Account => new() { Id = $"29:{Key}", Name = Name, AadObjectId = ObjectId };

    /// <summary>A made-up number.</summary>
    public string Phone => $"555-01{10 + Number}";

    /// <summary>Cases are escalated to this person. Whom a role means says the contact directory.</summary>
    public bool IsCalled { get; init; }

    /// <summary>Entra object id.</summary>
    public string ObjectId => $"00000000-0000-0000-0000-{Number:D12}";
}
