using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>The contacts file, looked at once. Closed.</summary>
internal abstract record ContactsFile
{
    private ContactsFile()
    {
    }

    /// <summary>Reads it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="phoneOf">The number of a role that has none in the file; null for none.</param>
    public static ContactsFile Load(string path, Func<string, string?> phoneOf)
    {
        try
        {
            var roles = JsonSerializer.Deserialize(File.ReadAllBytes(path), ContactsJson.Default.DictionaryStringContactsOfRole);
            return roles is null || roles.Values.Any(role => role is null || !role.People.All(IsWhole))
                ? new Bad("a role is null, or a person has no aadObjectId or name")
                : new Good(new ContactBook(roles.ToDictionary(
                    role => role.Key,
                    role => new RoleContacts(Filled(role.Value!.Phone) ?? phoneOf(role.Key), [.. role.Value.People.Select(person => Read(person!))]))));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Missing();
        }
        catch (JsonException e)
        {
            // Its message may repeat what stands in the file.
            return new Bad($"line {(e.LineNumber ?? 0) + 1}{(e.Path is { Length: > 1 } place ? $", {place[2..]}" : "")}");
        }
        catch (ArgumentException)
        {
            return new Bad("a role stands there twice");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Bad(e.GetType().Name, MayPass: true);
        }
    }

    private static ContactPerson Read(PersonOfRole person) =>
        new(person.AadObjectId, person.Name, Filled(person.TeamsId), Filled(person.Phone), person.From, person.Until, Filled(person.Upn), Filled(person.Email));

    private static bool IsWhole(PersonOfRole? person) => Filled(person?.AadObjectId) is not null && Filled(person?.Name) is not null;

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
    /// <summary>The role's own number, independent of who holds it; that of Site:Contacts when left out.</summary>
    public string? Phone { get; init; }

    /// <summary>In the order in which they are called. Settable: the JSON source generator would set a left-out "init" property to null.</summary>
    public IReadOnlyList<PersonOfRole?> People { get; set; } = [];
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
