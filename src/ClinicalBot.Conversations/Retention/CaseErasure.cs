using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Turns;

namespace ClinicalBot.Conversations.Retention;

/// <summary>Erases a case that is over: its row goes, its record loses every content and keeps numbers, times and hashes.</summary>
internal static class CaseErasure
{
    /// <summary>What is written.</summary>
    /// <param name="record">Name of its record.</param>
    /// <param name="row">The case, as last committed; it may be gone.</param>
    /// <param name="lines">Its record, as last committed.</param>
    /// <param name="administration">The administration of its tenant, as last committed.</param>
    /// <param name="what">"erased" or "expired".</param>
    /// <param name="by">Who.</param>
    /// <param name="now">System clock.</param>
    public static TurnCommit Of(
        string record, StoredState row, IReadOnlyList<RecordEntry> lines, StoredState administration, string what, string by, DateTimeOffset now)
    {
        var (tenant, reference) = (CaseFile.TenantOf(record), CaseFile.ReferenceOf(record));
        var (write, line) = AdministrationFile.Read(administration.Body).After(tenant, now, new AdministrationEntry(what, by, $"case {reference}")
        {
            Record = record,
            Length = lines.Count,
            Head = lines.Count > 0 ? lines[^1].Hash : null,
        });
        return new TurnCommit
        {
            Response = TurnResponse.Accepted,
            At = now,
            Reads = [new StateRead(CaseFile.KeyOfRecord(record), row.Version), new StateRead(AdministrationFile.KeyOf(tenant), administration.Version)],
            Writes =
            [
                new StateWrite(CaseFile.KeyOfRecord(record), null),
                new StateWrite(ErasedCase.KeyOf(tenant, reference),
                    JsonSerializer.SerializeToUtf8Bytes(new ErasedCase(now), AdministrationJson.Default.ErasedCase)),
                write,
            ],
            Redactions = [.. lines.Select(each => new RecordRedaction(each.Record, each.Number, []))],
            Records = [line],
        };
    }
}
