using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Retention;

/// <summary>Erases, once an hour, the cases that the site no longer keeps. Every one stands in the record of the administration.</summary>
internal sealed partial class CaseRetention(
    ITurnStore store, SteadyTime time, IOptions<RetentionOptions> options, ILogger<CaseRetention> logger) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Erases what is old enough now.</summary>
    /// <returns>How many cases.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        if (options.Value.CasesAfter is not { } after)
        {
            return 0;
        }

        var (now, erased) = (time.GetUtcNow(), 0);
        var query = new StateQuery(CaseFile.Scope) { OverBefore = now - after, Limit = AtOnce };
        while (await store.FindStateAsync(query, cancellationToken) is { Count: > 0 } old)
        {
            var before = erased;
            foreach (var row in old)
            {
                erased += await EraseAsync(row, now, cancellationToken) ? 1 : 0;
            }

            if (erased == before)
            {
                break;
            }
        }

        if (erased > 0)
        {
            Expired(logger, erased);
        }

        return erased;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Periodically.DoAsync(
        Every, time, RunOnceAsync, e => Failed(logger, e is TurnStoreException ? e.Message : e.GetType().Name), stoppingToken);

    private async Task<bool> EraseAsync(StoredRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var record = row.Key.Id;
        if (await store.BeginAsync(AdministrationFile.Claim($"expired:{record}"), cancellationToken) is not TurnStart.Opened { Session: { } session })
        {
            return false;
        }

        await using (session)
        {
            var commit = CaseErasure.Of(
                record, row.State, await store.ReadRecordAsync(record, cancellationToken),
                await session.ReadAsync(AdministrationFile.KeyOf(CaseFile.TenantOf(record)), cancellationToken), "expired", "retention", now);
            return await session.CommitAsync(commit) is CommitResult.Committed;
        }
    }

    [LoggerMessage(EventId = 41, Level = LogLevel.Information, Message = "{Count} case(s) were erased: older than Retention:CasesAfter.")]
    private static partial void Expired(ILogger logger, int count);

    [LoggerMessage(EventId = 42, Level = LogLevel.Error, Message = "Cases that are too old could not be erased: {Why}")]
    private static partial void Failed(ILogger logger, string why);
}
