using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.Escalation;
using ClinicalBot.Hosting;
using ClinicalBot.LocalChannel;
using ClinicalBot.Rules;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Cases;

/// <summary>
/// Who can be called: the contacts file, read again whenever it changed. One that cannot be read keeps the last good one and says so in
/// the log. Without a file local mode calls the people of the page, and a site only has the numbers of its roles.
/// </summary>
internal sealed class ContactDirectory(
    IOptions<EscalationOptions> options, Site.Contacts phones, BotMode mode, IHostEnvironment environment, ILogger<ContactDirectory> logger)
{
    private readonly Lock _lock = new();
    private readonly string _path = Path.Combine(environment.ContentRootPath, options.Value.ContactsFile);
    private ContactBook? _lastGood;
    private DateTime _readAt;

    /// <summary>The contacts now.</summary>
    public ContactBook Current
    {
        get
        {
            lock (_lock)
            {
                if (File.Exists(_path) && File.GetLastWriteTimeUtc(_path) is var changed && changed != _readAt)
                {
                    _readAt = changed;
                    _lastGood = Read() ?? _lastGood;
                }

                return _lastGood ??= mode.IsLocal ? OfThePage() : Numbers();
            }
        }
    }

    /// <summary>Every number that may help, one line each: the people who hold the roles, then the roles' own numbers.</summary>
    public IReadOnlyList<string> PhoneLines(IEnumerable<string> roles, DateTimeOffset at)
    {
        var book = Current;
        return
        [
            .. roles.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(role => OnCall.Holders(book, role, at)
                .Where(person => person.Phone is not null)
                .Select(person => $"{person.Name} ({RoleWord(role)}): {person.Phone}")
                .Append(book[role].Phone is { } phone ? $"{RoleWord(role)}: {phone}" : $"{RoleWord(role)}: {Texts.Text.NoNumber}")),
        ];
    }

    /// <summary>A role as people read it.</summary>
    public static string RoleWord(string role) =>
        Enum.TryParse<ContactRole>(role, ignoreCase: true, out var known) ? Texts.Words.Of(known) : role;

    private ContactBook? Read()
    {
        try
        {
            var file = JsonSerializer.Deserialize(File.ReadAllBytes(_path), ContactsJson.Default.DictionaryStringContactsOfRole)
                ?? throw new JsonException("The file is empty.");
            if (file.Values.Any(role => role?.People is null || role.People.Any(person => !IsWhole(person))))
            {
                throw new JsonException("A role or a person of it is empty.");
            }

            return new ContactBook(file.ToDictionary(
                role => role.Key,
                role => new RoleContacts(
                    role.Value.Phone ?? Phone(role.Key),
                    [.. role.Value.People.Select(person => new ContactPerson(person.AadObjectId, person.Name, person.TeamsId, person.Phone, person.From, person.Until))])));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // One that somebody is just writing is read again the next time.
            _readAt = e is JsonException ? _readAt : default;
            logger.LogError(
                "The contacts file cannot be read ({Why}, at {Place}). The contacts read before stay in use.", e.GetType().Name, (e as JsonException)?.Path ?? "?");
            return null;
        }
    }

    private static bool IsWhole(PersonOfRole? person) => !string.IsNullOrWhiteSpace(person?.AadObjectId) && !string.IsNullOrWhiteSpace(person.Name);

    private ContactBook Numbers() => new(Enum.GetValues<ContactRole>().ToDictionary(RoleNames.Of, role => new RoleContacts(phones.Phone(role), [])));

    private ContactBook OfThePage() => new(new Dictionary<string, RoleContacts>
    {
        [RoleNames.Of(ContactRole.Proceduralist)] = OfThePage(ContactRole.Proceduralist, "proceduralist"),
        [RoleNames.Of(ContactRole.Neurology)] = OfThePage(ContactRole.Neurology, "neurologist"),
        [RoleNames.Of(ContactRole.Mri)] = new(phones.Phone(ContactRole.Mri), []),
    });

    private RoleContacts OfThePage(ContactRole role, string key) => new(
        phones.Phone(role),
        Cast.Find(key) is { } person ? [new ContactPerson(person.ObjectId, person.Name, person.Account.Id)] : []);

    private string? Phone(string role) => Enum.TryParse<ContactRole>(role, ignoreCase: true, out var known) ? phones.Phone(known) : null;
}

/// <summary>One role of the contacts file.</summary>
internal sealed record ContactsOfRole
{
    /// <summary>The role's own number, whoever holds it; that of Site:Contacts when left out.</summary>
    public string? Phone { get; init; }

    /// <summary>In the order in which they are called.</summary>
    public IReadOnlyList<PersonOfRole> People { get; init; } = [];
}

/// <summary>One person of the contacts file.</summary>
internal sealed record PersonOfRole
{
    /// <summary>Entra object id.</summary>
    public required string AadObjectId { get; init; }

    /// <summary>As shown to others.</summary>
    public required string Name { get; init; }

    /// <summary>Account id in Teams ("29:..."), for a mention; null when not known.</summary>
    public string? TeamsId { get; init; }

    /// <summary>As a person dials it.</summary>
    public string? Phone { get; init; }

    /// <summary>Holds the role from then on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>No longer holds the role from then on.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Source-generated JSON of the contacts file.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<string, ContactsOfRole>))]
internal sealed partial class ContactsJson : JsonSerializerContext;
