using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using ClinicalBot.Turns;

namespace ClinicalBot.Api.OpenCases;

/// <summary>The open cases of a tenant, the longest waiting first, each with what happened as its record tells it. No findings.</summary>
internal sealed class OpenCasesReader(ITurnStore store, CareTime time, CaseCards cards, Languages languages)
{
    private const int Most = 50;

    /// <summary>Reads them.</summary>
    /// <param name="tenant">Entra tenant; null for every one, in local mode.</param>
    /// <param name="locale">Language of the reader; the site's where it is not known or not translated.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<OpenCasesReply> ReadAsync(string? tenant, string? locale, CancellationToken cancellationToken)
    {
        using var spoken = Language.Speak(languages.Of(locale));
        var query = new StateQuery(CaseFile.Scope) { Tenant = tenant is null ? null : CaseFile.ColumnOf(tenant), OpenOnly = true, Limit = Most };
        var shown = new List<OpenCase>();
        foreach (var row in await store.FindStateAsync(query, cancellationToken))
        {
            if (row.State.Body is { } body && JsonSerializer.Deserialize(body, CaseFileJson.Default.CaseFile) is { } file)
            {
                shown.Add(Show(file, await store.ReadRecordAsync(row.Key.Id, cancellationToken)));
            }
        }

        return new OpenCasesReply(time.GetUtcNow(), [.. shown.OrderBy(each => each.Drill).ThenBy(each => each.Since)]);
    }

    private OpenCase Show(CaseFile file, IReadOnlyList<RecordEntry> record)
    {
        var (@case, zone) = (file.Case, cards.ZoneOf(file));
        return new OpenCase(
            @case.Reference,
            @case.Urgency.ToString(),
            CaseWords.Marked(@case, Words.Of(@case.Urgency)),
            @case.Location,
            @case.OpenedAt,
            @case.RequestedBy.Name,
            CaseWords.Status(@case, zone),
            [.. Responders.Of(@case).Select(each => new OpenCasePerson(each.By.Name, each.Until))],
            [.. record.Select(line => CaseWords.Line(new TimelineEntry(line.At, CaseEntries.Read(line).Read()), @case.RequestedBy, zone)).OfType<string>()],
            @case.IsDrill);
    }
}

/// <summary>The open cases.</summary>
/// <param name="Now">The care clock.</param>
/// <param name="Cases">The longest waiting first.</param>
internal sealed record OpenCasesReply(DateTimeOffset Now, IReadOnlyList<OpenCase> Cases);

/// <summary>An open case, as a channel may know it.</summary>
/// <param name="Reference">To be said over the phone.</param>
/// <param name="Urgency">Its name.</param>
/// <param name="Word">Its word.</param>
/// <param name="Place">Where the patient is; null when not chosen.</param>
/// <param name="Since">When it was opened.</param>
/// <param name="AskedBy">Who asks.</param>
/// <param name="Status">Who has it, in a sentence.</param>
/// <param name="Coming">Who comes, and until when; or is there.</param>
/// <param name="Timeline">What happened, a line each, the oldest first.</param>
/// <param name="Drill">It is a drill.</param>
internal sealed record OpenCase(string Reference, string Urgency, string Word, string? Place, DateTimeOffset Since, string AskedBy, string Status,
    IReadOnlyList<OpenCasePerson> Coming, IReadOnlyList<string> Timeline, bool Drill);

/// <summary>A person who answered.</summary>
/// <param name="Name">Who.</param>
/// <param name="Until">There by then; null when at the bedside.</param>
internal sealed record OpenCasePerson(string Name, DateTimeOffset? Until);

/// <summary>Source-generated JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OpenCasesReply))]
internal sealed partial class OpenCasesJson : JsonSerializerContext;
