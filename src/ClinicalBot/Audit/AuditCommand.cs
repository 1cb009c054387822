using System.Text.Json;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Escalation;
using ClinicalBot.Hosting;
using ClinicalBot.Storage;

namespace ClinicalBot.Audit;

/// <summary>
/// <c>audit verify</c> names the first changed event of the records; <c>audit replay CASE</c> decides a case anew from its record. Both
/// read the database beside a running bot.
/// </summary>
internal static class AuditCommand
{
    private const string Usage = "Usage: audit verify | audit replay <case>";

    /// <summary>Runs the command.</summary>
    /// <param name="words">What follows "audit" on the command line.</param>
    /// <param name="storage">Where the database is.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <returns>Exit code: 0 all is as it was, 1 not understood or not found, 2 something differs.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, SqliteOptions storage, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        switch (words)
        {
            case ["verify", ..]:
                using (var records = new SqliteRecords(storage))
                {
                    return await VerifyAsync(records, output);
                }

            case ["replay", var typed, ..] when CaseReference.Read(typed) is { } reference:
                using (var records = new SqliteRecords(storage))
                {
                    return await ReplayAsync(records, reference, output);
                }

            default:
                await output.WriteLineAsync(Usage);
                return 1;
        }
    }

    /// <summary>Where the program with these settings keeps its database.</summary>
    public static SqliteOptions Storage(IEnumerable<string> words) =>
        ProgramBuilder.Create(words.SkipWhile(word => !word.StartsWith('-'))).Configuration.GetSection(SqliteOptions.Section).Get<SqliteOptions>() ?? new SqliteOptions();

    private static async Task<int> VerifyAsync(SqliteRecords records, TextWriter output)
    {
        var (cases, events, changed) = (0, 0, 0);
        foreach (var reference in records.References)
        {
            var entries = records.Read(reference).Select(CaseEntries.Read).ToList();
            cases++;
            events += entries.Count;
            if (CaseEntry.FirstChanged(entries) is { } number)
            {
                changed++;
                await output.WriteLineAsync($"Case {reference}: event {number} is not what was written.");
            }
            else if (HeadOf(records, reference) is not { } file || file.Head != entries[^1].Hash)
            {
                changed++;
                await output.WriteLineAsync($"Case {reference}: the record ends at event {entries.Count}, the case does not.");
            }
        }

        await output.WriteLineAsync($"{cases} case(s), {events} event(s), {(changed == 0 ? "nothing changed" : $"{changed} changed")}.");
        return changed == 0 ? 0 : 2;
    }

    private static async Task<int> ReplayAsync(SqliteRecords records, string reference, TextWriter output)
    {
        var events = records.Read(reference).Select(line => CaseEntries.Read(line).Read()).ToList();
        if (events.Count == 0)
        {
            await output.WriteLineAsync($"There is no case {reference}.");
            return 1;
        }

        var same = true;
        foreach (var (exam, now, differences) in CaseReplay.Run(events))
        {
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{exam.Assessment.AssessedAt:u} {exam.Decision.Urgency}, rules {string.Join(", ", exam.Decision.Rules)}, ruleset {exam.Decision.Ruleset.Version}: {(differences.Count == 0 ? "the same today" : "differs today")}"));
            foreach (var difference in differences)
            {
                await output.WriteLineAsync("  " + difference);
            }

            same &= now.Urgency == exam.Decision.Urgency && differences.Count == 0;
        }

        return same ? 0 : 2;
    }

    private static CaseFile? HeadOf(SqliteRecords records, string reference) =>
        records.ReadState(CaseFile.KeyOf(reference)).Body is { } body ? JsonSerializer.Deserialize(body, CaseFileJson.Default.CaseFile) : null;
}
