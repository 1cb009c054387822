using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Turns;

namespace ClinicalBot.Conversations.Retention;

/// <summary>
/// Takes a person out of everything a tenant keeps: chats and dialogs go, cases and records keep what happened with a made-up name. The record of the
/// administration stays as it is: who was refused or erased something is the site's to prove.
/// </summary>
internal static class PersonErasure
{
    private static readonly string[] OfPerson = ["name", "teamsId", "phone", "upn", "email", "callBack", "userPrincipalName", "givenName", "surname"];

    // What belongs to one person alone is deleted; everything else is kept without the person.
    private static readonly string[] Own = ["dialog", "person", "welcomed"];

    /// <summary>Everything that stands for the person: the id itself, and the channel's ids in the same objects.</summary>
    /// <param name="id">Entra object id, or the channel's where it has none.</param>
    /// <param name="documents">JSON (UTF-8) in which to look.</param>
    public static IReadOnlyList<string> Aliases(string id, IEnumerable<byte[]> documents)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { id };
        foreach (var document in documents)
        {
            foreach (var each in Objects(Parse(document)))
            {
                if (Is(each["aadObjectId"], id) && Text(each["id"]) is { Length: > 0 } alias)
                {
                    found.Add(alias);
                }

                // A chat with one person is that person's.
                if (each["user"] is JsonObject user && (Is(user["aadObjectId"], id) || Is(user["id"], id)) && each["conversation"] is JsonObject chat
                    && Text(chat["conversationType"]) == "personal" && Text(chat["id"]) is { Length: > 0 } own)
                {
                    found.Add(own);
                }
            }
        }

        return [.. found];
    }

    /// <summary>What is written for one tenant.</summary>
    /// <param name="tenant">Whose data it is.</param>
    /// <param name="aliases">What stands for the person.</param>
    /// <param name="documents">Documents of the tenant that name the person.</param>
    /// <param name="lines">Lines of the tenant's records that name the person.</param>
    /// <param name="administration">The administration of the tenant, as last committed.</param>
    /// <param name="by">Who erases.</param>
    /// <param name="now">System clock.</param>
    public static TurnCommit Of(
        string? tenant, IReadOnlyList<string> aliases, IReadOnlyList<StoredRow> documents, IReadOnlyList<RecordEntry> lines, StoredState administration,
            string by, DateTimeOffset now)
    {
        var file = AdministrationFile.Read(administration.Body);
        var pseudonym = FormattableString.Invariant($"erased-{file.Number + 1}");
        var redactions = lines.Where(line => !AdministrationFile.IsRecord(line.Record))
            .Select(line => new RecordRedaction(line.Record, line.Number, Without(line.Body, aliases, pseudonym))).ToList();
        var (write, entry) = file.After(tenant, now, new AdministrationEntry("erased", by, $"person {pseudonym}")
        {
            Redacted = redactions.GroupBy(line => line.Record).ToDictionary(
                record => record.Key,
                record => (IReadOnlyDictionary<int, string>)record.ToDictionary(line => line.Number, line => AdministrationFile.HashOf(line.Body))),
        });
        var held = documents.Where(row => row.Key.Scope != AdministrationFile.Name).ToList();
        return new TurnCommit
        {
            Response = TurnResponse.Accepted,
            At = now,
            Reads = [.. held.Select(row => new StateRead(row.Key, row.State.Version)), new StateRead(AdministrationFile.KeyOf(tenant), administration.Version)],
            Writes = [.. held.Select(row => Write(row, aliases, pseudonym)), write],
            Redactions = redactions,
            Records = [entry],
        };
    }

    private static StateWrite Write(StoredRow row, IReadOnlyList<string> aliases, string pseudonym)
    {
        if (Own.Contains(row.Key.Scope) || aliases.Any(alias => row.Key.Id.Contains(alias, StringComparison.OrdinalIgnoreCase)) || IsPersonalChat(row))
        {
            return new StateWrite(row.Key, null);
        }

        var body = Without(row.State.Body!, aliases, pseudonym);
        return new StateWrite(row.Key, body, CaseFile.ReadColumns(row.Key, body));
    }

    private static bool IsPersonalChat(StoredRow row) =>
        row.Key.Scope == "conversation" && Parse(row.State.Body!)?["conversation"]?["conversationType"] is var type && Text(type) is null or "personal";

    private static byte[] Without(byte[] json, IReadOnlyList<string> aliases, string pseudonym)
    {
        var root = Parse(json);
        foreach (var each in Objects(root).ToList())
        {
            if (aliases.Any(alias => Is(each["aadObjectId"], alias) || Is(each["id"], alias)))
            {
                foreach (var name in OfPerson.Where(each.ContainsKey))
                {
                    each[name] = each[name] is null ? null : pseudonym;
                }
            }

            foreach (var (name, value) in each.ToList())
            {
                if (aliases.Any(alias => IsOf(value, alias)))
                {
                    each[name] = pseudonym;
                }
                else if (value is JsonArray array)
                {
                    for (var at = 0; at < array.Count; at++)
                    {
                        if (aliases.Any(alias => IsOf(array[at], alias)))
                        {
                            array[at] = pseudonym;
                        }
                    }
                }
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(root, NodeJson.Default.JsonNode!);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node)
    {
        IEnumerable<JsonNode?> within = node switch
        {
            JsonObject each => each.Select(property => property.Value),
            JsonArray array => array,
            _ => [],
        };
        var below = within.SelectMany(Objects);
        return node is JsonObject self ? below.Prepend(self) : below;
    }

    private static JsonNode? Parse(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text itself, or the key of a conversation that ends with it.</summary>
    private static bool IsOf(JsonNode? value, string text) =>
        Is(value, text) || Text(value)?.EndsWith("/" + text, StringComparison.OrdinalIgnoreCase) is true;

    private static bool Is(JsonNode? value, string text) => string.Equals(Text(value), text, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonNode? value) => value is JsonValue each && each.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>Source-generated JSON.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(JsonNode))]
internal sealed partial class NodeJson : System.Text.Json.Serialization.JsonSerializerContext;
