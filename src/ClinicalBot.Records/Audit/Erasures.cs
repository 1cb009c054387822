using System.Globalization;
using System.Text.Json;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Escalation;
using ClinicalBot.Storage;

namespace ClinicalBot.Records.Audit;

/// <summary>What the records of the administration say was erased. Only lines that are still chained count.</summary>
internal sealed class Erasures
{
    private readonly Dictionary<string, AdministrationEntry> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Record, int Number), string> _redacted = [];
    private readonly List<string> _said = [];

    /// <summary>Reads them.</summary>
    public static async Task<Erasures> ReadAsync(StoredRecords records)
    {
        var erasures = new Erasures();
        await foreach (var record in records.ReferencesAsync())
        {
            if (!AdministrationFile.IsRecord(record))
            {
                continue;
            }

            var lines = (await records.ReadAsync(record)).Select(CaseEntries.Read).ToList();
            foreach (var line in lines.Take((CaseEntry.FirstChanged(lines) ?? int.MaxValue) - 1))
            {
                erasures.Add(line);
            }
        }

        return erasures;
    }

    /// <summary>The content of an entry was taken away, and nothing else put there.</summary>
    public bool Explain(string record, CaseEntry entry) =>
        (entry.Event.Length == 0 && _cases.GetValueOrDefault(record) is { } erased && entry.Number <= erased.Length)
        || _redacted.GetValueOrDefault((record, entry.Number)) == AdministrationFile.HashOf(entry.Event);

    /// <summary>Hash of the last line of a case that was erased whole; null for any other.</summary>
    public string? HeadOf(string record) => _cases.GetValueOrDefault(record)?.Head;

    /// <summary>A sentence for each erasure, in order.</summary>
    public IEnumerable<string> Say() => _said;

    private void Add(CaseEntry line)
    {
        if (JsonSerializer.Deserialize(line.Event, AdministrationJson.Default.AdministrationEntry) is not { } entry)
        {
            return;
        }

        if (entry.Record is { } record)
        {
            _cases[record] = entry;
            _said.Add(string.Create(CultureInfo.InvariantCulture, $"Erased {line.At:u}, by {entry.By}: {entry.Subject}, {entry.Length} event(s)."));
        }
        else if (entry.Redacted is { } redacted)
        {
            foreach (var (name, numbers) in redacted)
            {
                foreach (var (number, hash) in numbers)
                {
                    _redacted[(name, number)] = hash;
                }
            }

            _said.Add(string.Create(
                CultureInfo.InvariantCulture, $"Erased {line.At:u}, by {entry.By}: {entry.Subject}, from {redacted.Sum(each => each.Value.Count)} event(s)."));
        }
    }
}
