using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.Escalation;
using NodaTime;
using NodaTime.Text;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>The contacts file, looked at once. Closed.</summary>
internal abstract record ContactsFile
{
    private ContactsFile()
    {
    }

    /// <summary>Reads it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="siteZone">IANA zone of rotations that name none; null for UTC.</param>
    public static ContactsFile Load(string path, string? siteZone = null)
    {
        byte[] json = [];
        try
        {
            json = File.ReadAllBytes(path);
            var roles = JsonSerializer.Deserialize(json.AsSpan(), ContactsJson.Default.DictionaryStringContactsOfRole);
            return roles is null ? new Bad("there are no roles")
                : JsonLines.Twice(json) is var (again, line) ? new Bad($"line {line}, {again}: this role stands there twice")
                : Wrong(roles) is var (place, why) ? new Bad($"line {JsonLines.Of(json, place)}, {string.Join('.', place)}: {why}")
                : new Good(new ContactBook(roles.ToDictionary(
                    role => role.Key,
                    role => new RoleContacts(Filled(role.Value!.Phone), [.. role.Value.People.Select(person => Read(person!, siteZone))])
                    {
                        Fallback = Filled(role.Value.Fallback),
                        Calendars = [.. role.Value.Calendars ?? []],
                        Rota = new RoleRota(role.Value.Rotation?.Read(siteZone), [], HasCalendar: role.Value.Calendars is { Count: > 0 }),
                    })));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Missing();
        }
        catch (JsonException e)
        {
            // Its message may repeat what stands in the file.
            return new Bad($"line {JsonLines.Of(json, e)}{(e.Path is { Length: > 1 } place ? $", {place[2..]}" : "")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Bad(e is UnauthorizedAccessException ? "this account may not read it" : "it could not be opened", MayPass: true);
        }
    }

    /// <summary>Where something stands that cannot be, and why; null when all can.</summary>
    private static (string[] Place, string Why)? Wrong(Dictionary<string, ContactsOfRole?> roles)
    {
        var people = roles.Values.SelectMany(role => role?.People ?? []).Select(person => person?.AadObjectId).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, role) in roles)
        {
            if (role is null)
            {
                return ([name], "is null");
            }

            foreach (var (person, at) in role.People.Select((person, at) => (person, at.ToString(CultureInfo.InvariantCulture))))
            {
                if (Filled(person?.AadObjectId) is null || Filled(person?.Name) is null)
                {
                    return ([name, "people", at], "has no aadObjectId or name");
                }

                if (person!.NoticeBefore?.Any(lead => lead < TimeSpan.FromMinutes(1) || lead > TimeSpan.FromDays(14)) is true)
                {
                    return ([name, "people", at, "noticeBefore"], "is not 00:01:00 to 14.00:00:00");
                }

                if (person.Hours?.Any(hours => HoursText.Read(hours) is null) is true)
                {
                    return ([name, "people", at, "hours"], "has something else than hours such as \"Mon-Fri 08:00-18:00\"");
                }
            }

            if (Filled(role.Fallback) is { } id && !people.Contains(id))
            {
                return ([name, "fallback"], "is nobody of people");
            }

            if (role.Rotation?.Wrong(people) is var (property, why))
            {
                return ([name, "rotation", property], why);
            }

            if (role.Calendars?.Any(string.IsNullOrWhiteSpace) is true)
            {
                return ([name, "calendars"], "has an empty one");
            }
        }

        return null;
    }

    private static ContactPerson Read(PersonOfRole person, string? siteZone) =>
        new(person.AadObjectId, person.Name, Filled(person.TeamsId), Filled(person.Phone), person.From, person.Until, Filled(person.Upn), Filled(person.Email))
        {
            CallBack = Filled(person.CallBack),
            NoticeBefore = person.NoticeBefore,
            Hours = person.Hours is { Count: > 0 } hours
                ? new WorkingHours([.. hours.Select(each => HoursText.Read(each)!)], DateTimeZoneProviders.Tzdb.GetZoneOrNull(siteZone ?? "UTC")
                    ?? DateTimeZone.Utc)
                : null,
        };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>There is no file.</summary>
    public sealed record Missing : ContactsFile;

    /// <summary>It cannot be read.</summary>
    /// <param name="Where">What is wrong, or where; holds nothing of the file's content but names of its properties.</param>
    /// <param name="MayPass">It may be half written: worth another look.</param>
    public sealed record Bad(string Where, bool MayPass = false) : ContactsFile;

    /// <summary>It was read.</summary>
    /// <param name="Book">Who can be called.</param>
    public sealed record Good(ContactBook Book) : ContactsFile;
}

/// <summary>One role of the contacts file.</summary>
internal sealed record ContactsOfRole
{
    /// <summary>The role's own number, independent of who holds it.</summary>
    public string? Phone { get; init; }

    /// <summary>Id of the person who fills every gap.</summary>
    public string? Fallback { get; init; }

    /// <summary>Who is on call by rule.</summary>
    public RotationOfRole? Rotation { get; init; }

    /// <summary>iCalendar files and addresses that say who is on call; they win over the rule.</summary>
    public IReadOnlyList<string>? Calendars { get; init; }

    /// <summary>In the order in which they are called. Settable: the JSON source generator would set a left-out "init" property to null.</summary>
    public IReadOnlyList<PersonOfRole?> People { get; set; } = [];
}

/// <summary>A rotation by rule.</summary>
internal sealed record RotationOfRole
{
    /// <summary>Ids of the people, in their order.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Day on which the first takes over, such as 2026-11-23.</summary>
    public required string Start { get; init; }

    /// <summary>Clock time of every handover, such as 08:00.</summary>
    public required string Handoff { get; init; }

    /// <summary>How many days each has it: 1 daily, 7 weekly.</summary>
    public int Days { get; init; }

    /// <summary>IANA zone; the site's when left out.</summary>
    public string? Zone { get; init; }

    /// <summary>The property that cannot be read, and why; null when all can.</summary>
    public (string Property, string Why)? Wrong(IReadOnlySet<string?> people) =>
        Members.Count == 0 || Members.Any(id => !people.Contains(id)) ? ("members", "names nobody, or a person who is in no people")
        : !LocalDatePattern.Iso.Parse(Start).Success ? ("start", "is no date such as 2026-11-23")
        : !Time.Parse(Handoff).Success ? ("handoff", "is no time such as 08:00")
        : Days is < 1 or > 366 ? ("days", "is not 1 to 366")
        : Zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null ? ("zone", "is no IANA zone")
        : null;

    /// <summary>As the rota takes it.</summary>
    public Rotation Read(string? siteZone) => new(
        Members, LocalDatePattern.Iso.Parse(Start).Value, Time.Parse(Handoff).Value, Days,
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone ?? siteZone ?? "UTC") ?? DateTimeZone.Utc);

    private static LocalTimePattern Time { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
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

    /// <summary>User principal name ("drew@example.org"), for "Call in Teams"; null when not known.</summary>
    public string? Upn { get; init; }

    /// <summary>For mails when Teams is not answered.</summary>
    public string? Email { get; init; }

    /// <summary>To call this person back at; <see cref="Phone"/> when left out.</summary>
    public string? CallBack { get; init; }

    /// <summary>How long before a shift this person is told; as the settings have it when left out.</summary>
    public IReadOnlyList<TimeSpan>? NoticeBefore { get; init; }

    /// <summary>When this person is called before others are, such as "Mon-Fri 08:00-18:00", in the site's zone; always when left out.</summary>
    public IReadOnlyList<string>? Hours { get; init; }

    /// <summary>Holds the role from then on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>No longer holds the role from then on.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>Source-generated JSON of the contacts file.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Dictionary<string, ContactsOfRole?>))]
internal sealed partial class ContactsJson : JsonSerializerContext;
