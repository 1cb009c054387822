using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Retention;
using ClinicalBot.Storage;
using ClinicalBot.Turns;

namespace ClinicalBot.Records.DataHeld;

/// <summary>What is held about a case or a person in one tenant.</summary>
/// <param name="Tenant">Entra tenant; null where the channel has none.</param>
/// <param name="Documents">Cases, dialogs, chats, the rota.</param>
/// <param name="Lines">Of the records.</param>
/// <param name="Unsent">Messages and timers on their way (JSON, UTF-8).</param>
internal sealed record Holdings(string? Tenant, IReadOnlyList<StoredRow> Documents, IReadOnlyList<RecordEntry> Lines, IReadOnlyList<byte[]> Unsent)
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names of the records of a case: one, unless several tenants have a case of that reference.</summary>
    public static async Task<IReadOnlyList<string>> RecordsOfAsync(StoredRecords records, string reference)
    {
        var found = new List<string>();
        await foreach (var record in records.ReferencesAsync())
        {
            if (!OtherRecords.IsOther(record) && CaseFile.ReferenceOf(record) == reference)
            {
                found.Add(record);
            }
        }

        return found;
    }

    /// <summary>What is held about a case.</summary>
    public static async Task<Holdings> OfCaseAsync(StoredRecords records, string record)
    {
        var (tenant, reference) = (CaseFile.TenantOf(record), CaseFile.ReferenceOf(record));
        return new Holdings(
            tenant,
            [.. (await records.FindDocumentsAsync(reference)).Where(row => row.Key.IsOf(tenant) && row.Key.Scope is not AdministrationFile.Name)],
            await records.ReadAsync(record),
            await records.FindUnsentAsync(reference));
    }

    /// <summary>What is held about a person, by tenant.</summary>
    /// <returns>Everything that stands for the person, and what is held.</returns>
    public static async Task<(IReadOnlyList<string> Aliases, IReadOnlyList<Holdings> Held)> OfPersonAsync(StoredRecords records, string id)
    {
        var found = await records.FindDocumentsAsync(id);
        var aliases = PersonErasure.Aliases(id, found.Select(row => row.State.Body!));
        var (documents, lines, unsent) = (new Dictionary<StateKey, StoredRow>(), new Dictionary<(string, int), RecordEntry>(), new List<byte[]>());
        foreach (var alias in aliases)
        {
            foreach (var row in await records.FindDocumentsAsync(alias))
            {
                documents[row.Key] = row;
            }

            foreach (var line in await records.FindLinesAsync(alias))
            {
                lines[(line.Record, line.Number)] = line;
            }

            unsent.AddRange(await records.FindUnsentAsync(alias));
        }

        var tenants = documents.Keys.Select(key => CaseFile.TenantOf(key.Id[..(key.Id.IndexOf('/', StringComparison.Ordinal) + 1)]))
            .Concat(lines.Values.Select(line => CaseFile.TenantOf(line.Record))).Distinct().ToList();
        return (aliases,
        [
            .. tenants.Select((tenant, at) => new Holdings(
                tenant,
                [.. documents.Values.Where(row => row.Key.IsOf(tenant))],
                [.. lines.Values.Where(line => CaseFile.TenantOf(line.Record) == tenant)],
                at == 0 ? unsent : [])),
        ]);
    }

    /// <summary>People of the contacts file with an id, as they stand there.</summary>
    public static IReadOnlyList<JsonNode> Contacts(string path, string id)
    {
        try
        {
            var roles = JsonNode.Parse(File.ReadAllText(path), null,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return
            [
                .. (roles as JsonObject ?? []).SelectMany(role => (role.Value?["people"] as JsonArray ?? []).OfType<JsonObject>()
                    .Where(person => string.Equals(person["aadObjectId"]?.ToString(), id, StringComparison.OrdinalIgnoreCase))
                    .Select(person => (JsonNode)new JsonObject { ["role"] = role.Key, ["person"] = person.DeepClone() })),
            ];
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>As a person reads it, and a program.</summary>
    /// <param name="subject">"case K7-4FX" or "person" and the id.</param>
    /// <param name="at">When it is written.</param>
    /// <param name="held">What is held, by tenant.</param>
    /// <param name="contacts">Of the contacts file.</param>
    public static string Write(string subject, DateTimeOffset at, IEnumerable<Holdings> held, IEnumerable<JsonNode> contacts) => new JsonObject
    {
        ["subject"] = subject,
        ["exportedAt"] = at.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["tenants"] = new JsonArray([.. held.Select(each => each.ToJson())]),
        ["contacts"] = new JsonArray([.. contacts]),
    }.ToJsonString(Written);

    private JsonObject ToJson() => new()
    {
        ["tenant"] = Tenant,
        ["documents"] = new JsonArray([.. Documents.Select(row => (JsonNode)new JsonObject
        {
            ["scope"] = row.Key.Scope, ["id"] = row.Key.Id, ["content"] = Parse(row.State.Body!),
        })]),
        ["record"] = new JsonArray([.. Lines.Select(line => (JsonNode)new JsonObject
        {
            ["record"] = line.Record, ["number"] = line.Number, ["at"] = line.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["hash"] = line.Hash, ["event"] = Parse(line.Body),
        })]),
        ["unsent"] = new JsonArray([.. Unsent.Select(Parse)]),
    };

    private static JsonNode? Parse(byte[] json) => json.Length == 0 ? null : JsonNode.Parse(json);
}
