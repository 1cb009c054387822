using System.Globalization;
using System.Text.Json;
using ClinicalBot.Api.CdsHooks;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Escalation;
using ClinicalBot.Storage;
using ClinicalBot.Turns;

namespace ClinicalBot.Records.Audit;

/// <summary>
/// <c>audit verify</c> names the first changed event of the records and cases that were taken away; <c>audit replay CASE</c> decides a case anew from
/// its record; <c>audit administration</c> tells who was refused, exported or erased what. All read the database beside a running bot.
/// </summary>
internal static class AuditCommand
{
    private const string Usage = "Usage: audit verify [--checkpoint <number>:<hash>] | audit replay <case> | audit administration";
    private const string Kept = "--checkpoint";

    /// <summary>Runs the command.</summary>
    /// <param name="words">What follows "audit" on the command line.</param>
    /// <param name="storage">Where the database is.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <returns>Exit code: 0 all is as it was, 1 not understood or not found, 2 something differs.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, StorageOptions storage, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        try
        {
            return await CheckAsync(words, storage, output);
        }
        catch (TurnStoreException failure)
        {
            await output.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static async Task<int> CheckAsync(IReadOnlyList<string> words, StorageOptions storage, TextWriter output)
    {
        switch (words)
        {
            case ["verify", ..]:
                await using (var records = await StoredRecords.OpenAsync(storage))
                {
                    var at = words.ToList().IndexOf(Kept);
                    return await VerifyAsync(records, at < 0 ? null : words.ElementAtOrDefault(at + 1) ?? "", output);
                }

            case ["replay", var typed, ..] when CaseReference.Read(typed) is { } reference:
                await using (var records = await StoredRecords.OpenAsync(storage))
                {
                    return await ReplayAsync(records, reference, output);
                }

            case ["administration", ..]:
                await using (var records = await StoredRecords.OpenAsync(storage))
                {
                    return await AdministrationAsync(records, output);
                }

            default:
                await output.WriteLineAsync(Usage);
                return 1;
        }
    }

    private static async Task<int> VerifyAsync(StoredRecords records, string? kept, TextWriter output)
    {
        var (known, events, changed) = (new HashSet<string>(StringComparer.Ordinal), 0, 0);
        var erasures = await Erasures.ReadAsync(records);
        await foreach (var record in records.ReferencesAsync())
        {
            var entries = (await records.ReadAsync(record)).Select(CaseEntries.Read).ToList();
            known.Add(record);
            events += entries.Count;
            var wrong = entries.Count == 0 ? "its record is gone."
                : CaseEntry.FirstChanged(entries, entry => erasures.Explain(record, entry)) is { } number ? $"event {number} is not what was written."
                : (erasures.HeadOf(record) ?? await HeadOfAsync(records, record)) != entries[^1].Hash
                    ? $"the record ends at event {entries.Count}, the case does not."
                : null;
            if (wrong is not null)
            {
                changed++;
                await output.WriteLineAsync($"Case {CaseFile.ReferenceOf(record)}: {wrong}");
            }
        }

        var (last, broken) = await CheckpointCheck.RunAsync(records, known, kept, output);
        changed += broken;
        await output.WriteLineAsync($"{known.Count} case(s), {events} event(s), {(changed == 0 ? "nothing changed" : $"{changed} changed")}.");
        foreach (var line in erasures.Say())
        {
            await output.WriteLineAsync(line);
        }

        if (last is not null)
        {
            await output.WriteLineAsync(
                $"Checkpoint {last.Number}:{last.Hash} of {last.At:u}. Keep it elsewhere: audit verify --checkpoint {last.Number}:{last.Hash} shows "
                    + "later whether anything before it was taken away.");
        }

        return changed == 0 ? 0 : 2;
    }

    private static async Task<int> ReplayAsync(StoredRecords records, string reference, TextWriter output)
    {
        var found = new List<string>();
        await foreach (var record in records.ReferencesAsync())
        {
            if (CaseFile.ReferenceOf(record) == reference)
            {
                found.Add(record);
            }
        }

        if (found.Count == 0)
        {
            await output.WriteLineAsync($"There is no case {reference}.");
            return 1;
        }

        var same = true;
        foreach (var record in found)
        {
            if (found.Count > 1)
            {
                await output.WriteLineAsync($"Tenant {CaseFile.TenantOf(record) ?? "none"}:");
            }

            same &= await ReplayAsync(await records.ReadAsync(record), output);
        }

        return same ? 0 : 2;
    }

    private static async Task<bool> ReplayAsync(IReadOnlyList<RecordEntry> lines, TextWriter output)
    {
        var same = true;
        if (CaseEntries.IsErased(lines))
        {
            await output.WriteLineAsync("The case was erased: there is nothing left to decide anew. audit verify says when.");
            return true;
        }

        var events = lines.Select(line => CaseEntries.Read(line).Read()).ToList();
        foreach (var (exam, now, differences) in CaseReplay.Run(events))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{exam.Assessment.AssessedAt:u} {exam.Decision.Urgency}, rules {string.Join(", ", exam.Decision.Rules)}, ruleset "
                    + $"{exam.Decision.Ruleset.Version}: {(differences.Count == 0 ? "the same today" : "differs today")}"));
            foreach (var difference in differences)
            {
                await output.WriteLineAsync("  " + difference);
            }

            same &= now.Urgency == exam.Decision.Urgency && differences.Count == 0;
        }

        return same;
    }

    private static async Task<int> AdministrationAsync(StoredRecords records, TextWriter output)
    {
        await foreach (var record in records.ReferencesAsync())
        {
            foreach (var line in AdministrationFile.IsRecord(record) ? await records.ReadAsync(record) : [])
            {
                var entry = JsonSerializer.Deserialize(line.Body, AdministrationJson.Default.AdministrationEntry)!;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{line.At:u} {CaseFile.TenantOf(record) ?? "-"} {entry.What} {entry.Subject}, by {entry.By}"));
            }
        }

        return 0;
    }

    private static async Task<string?> HeadOfAsync(StoredRecords records, string record) => RotaFile.IsRecord(record)
        ? (await records.ReadStateAsync(StateKey.Stored(RotaFile.Name, record))).Body is { } rota
            ? JsonSerializer.Deserialize(rota, RotaJson.Default.RotaFile)?.Head : null
        : AdministrationFile.IsRecord(record)
            ? AdministrationFile.Read((await records.ReadStateAsync(StateKey.Stored(AdministrationFile.Name, record))).Body).Head
        : OtherRecords.IsCdsHooks(record)
        ? (await records.ReadStateAsync(OtherRecords.KeyOfCdsHooks(record))).Body is { } feedback
            ? JsonSerializer.Deserialize(feedback, CdsJson.Default.CdsFeedbackFile)?.Head : null
        : (await records.ReadStateAsync(CaseFile.KeyOfRecord(record))).Body is { } body
            ? JsonSerializer.Deserialize(body, CaseFileJson.Default.CaseFile)?.Head : null;
}
