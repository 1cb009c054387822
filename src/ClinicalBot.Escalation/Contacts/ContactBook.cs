using System.Text.Json.Serialization;

namespace ClinicalBot.Escalation;

/// <summary>Who can be called, by role. Roles are compared without regard to case.</summary>
public sealed class ContactBook
{
    private readonly Dictionary<string, RoleContacts> _roles;

    /// <summary>Makes a book of its roles.</summary>
    public ContactBook(IReadOnlyDictionary<string, RoleContacts> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        _roles = new Dictionary<string, RoleContacts>(roles, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A book without people.</summary>
    public static ContactBook Empty { get; } = new(new Dictionary<string, RoleContacts>());

    /// <summary>The roles it has, in order of their names.</summary>
    public IReadOnlyList<string> Roles => [.. _roles.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Everybody, each once.</summary>
    public IReadOnlyList<ContactPerson> People => [.. _roles.Values.SelectMany(role => role.People).DistinctBy(person => person.Id)];

    /// <summary>A person by id; null when they are not in the book.</summary>
    public ContactPerson? Find(string id)
    {
        foreach (var role in _roles.Values)
        {
            foreach (var person in role.People)
            {
                if (person.Id == id)
                {
                    return person;
                }
            }
        }

        return null;
    }

    /// <summary>The same with more shifts, by role; those of roles that are not in the book do not count.</summary>
    public ContactBook With(IReadOnlyDictionary<string, IReadOnlyList<Shift>> shifts)
    {
        var more = new Dictionary<string, IReadOnlyList<Shift>>(shifts, StringComparer.OrdinalIgnoreCase);
        return new ContactBook(_roles.ToDictionary(
            role => role.Key,
            role => more.TryGetValue(role.Key, out var added)
                ? role.Value with { Rota = role.Value.Rota with { Shifts = [.. role.Value.Rota.Shifts, .. added] } } : role.Value));
    }

    /// <summary>The same roles with their own numbers, and no people.</summary>
    public ContactBook NumbersOnly => new(_roles.ToDictionary(role => role.Key, role => new RoleContacts(role.Value.Phone, [])));

    /// <summary>The contacts of a role; empty ones when there are none.</summary>
    public RoleContacts this[string role] => _roles.GetValueOrDefault(role, RoleContacts.None);
}

/// <summary>The contacts of one role.</summary>
/// <param name="Phone">The role's own number, independent of who holds it; null for none.</param>
/// <param name="People">In the order in which they are called.</param>
public sealed record RoleContacts(string? Phone, IReadOnlyList<ContactPerson> People)
{
    /// <summary>Who is on call; without a rota the people in their order.</summary>
    public RoleRota Rota { get; init; } = RoleRota.None;

    /// <summary>Id of the person who fills every gap; null for no one.</summary>
    public string? Fallback { get; init; }

    /// <summary>Calendars that say who is on call: files, or addresses.</summary>
    public IReadOnlyList<string> Calendars { get; init; } = [];

    /// <summary>No people and no number.</summary>
    public static RoleContacts None { get; } = new(null, []);
}

/// <summary>A person who can be called.</summary>
/// <param name="Id">Entra object id.</param>
/// <param name="Name">As shown to others.</param>
/// <param name="TeamsId">The channel's account id ("29:..."), for a mention; null when not known.</param>
/// <param name="Phone">As a person dials it; null for none.</param>
/// <param name="From">Holds the role from then on; null for always.</param>
/// <param name="Until">No longer holds the role from then on; null for always.</param>
/// <param name="Upn">User principal name ("drew@example.org"), for a call in Teams; null when not known.</param>
/// <param name="Email">For mails when Teams is not answered; null for none.</param>
public sealed record ContactPerson(
    string Id, string Name, string? TeamsId = null, string? Phone = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Upn = null,
    string? Email = null)
{
    /// <summary>The number to call this person back at, as a person dials it; null for <see cref="Phone"/>.</summary>
    public string? CallBack { get; init; }

    /// <summary>How long before a shift this person is told; empty for never, null for as long as the site has it.</summary>
    public IReadOnlyList<TimeSpan>? NoticeBefore { get; init; }

    /// <summary>When this person is called, others first outside them; null for always. A call that is recorded does not repeat them.</summary>
    [JsonIgnore]
    public WorkingHours? Hours { get; init; }
}
