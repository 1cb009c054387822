using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Reports;

/// <summary>How long people waited, read from the records of the site's cases and from nothing else.</summary>
internal sealed class CaseReport(ITurnStore store, IOptions<EscalationOptions> options)
{
    private const int AtOnce = 200;

    /// <summary>How far back a report goes when no beginning is named.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    /// <summary>The cases that first called people in a time, the oldest first.</summary>
    /// <param name="from">From then on.</param>
    /// <param name="to">Until then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<CaseTimes>> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (found, after) = (new List<CaseTimes>(), "");
        while (await store.FindRecordsAsync(after, AtOnce, cancellationToken) is { Count: > 0 } records)
        {
            after = records[^1];
            foreach (var record in records.Where(record => !OtherRecords.IsOther(record) && options.Value.IsHome(CaseFile.TenantOf(record))))
            {
                var lines = await store.ReadRecordAsync(record, cancellationToken);
                if (CaseEntries.IsErased(lines))
                {
                    continue;
                }

                List<(CaseEvent Event, DateTimeOffset At)> events = [.. lines.Select(line => (CaseEntries.Read(line).Read(), line.At))];
                if (CaseTimes.Of(events) is { } times && times.DecidedAt >= from && times.DecidedAt < to)
                {
                    found.Add(times);
                }
            }
        }

        return [.. found.OrderBy(each => each.DecidedAt)];
    }
}
