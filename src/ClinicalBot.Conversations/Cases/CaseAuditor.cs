using System.Collections.Concurrent;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Turns;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>
/// Reads the record of every case that is not over and raises the alarm when something that was due did not happen: in the log, as a
/// metric, in /health/ready, and as a message. It has a loop of its own and does not ask the timers that it watches.
/// </summary>
internal sealed class CaseAuditor(
    ITurnStore store, CareTime careTime, SteadyTime time, IOptions<EscalationOptions> options, CaseMetrics metrics, ILogger<CaseAuditor> logger)
    : BackgroundService, IHealthCheck
{
    /// <summary>Name of the event that tells people.</summary>
    public const string Event = "case/overdue";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    // A case that is over is read again only when its record has grown, which the list of open cases tells.
    private readonly ConcurrentDictionary<string, bool> _over = new(StringComparer.Ordinal);
    private long _looked = time.GetTimestamp();
    private volatile IReadOnlyDictionary<string, Overdue> _overdue = new Dictionary<string, Overdue>();

    /// <summary>How long ago it began to run, or last looked at every case.</summary>
    public TimeSpan SinceLastLook => time.GetElapsedTime(Interlocked.Read(ref _looked));

    /// <summary>Looks at every case once.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var overdue = new Dictionary<string, Overdue>();
        var records = await store.FindRecordsAsync(cancellationToken);
        var open = await OpenAsync(records, cancellationToken);
        foreach (var record in records.Where(each => open.Contains(each) || !_over.ContainsKey(each)))
        {
            if (await FindOverdueAsync(record, cancellationToken) is { } found)
            {
                overdue.Add(record, found);
                await RaiseAsync(record, found, cancellationToken);
            }
        }

        _overdue = overdue;
        Interlocked.Exchange(ref _looked, time.GetTimestamp());
    }

    /// <summary>Degraded, not unhealthy, while something is overdue: whoever comes to acknowledge must be let in.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_overdue.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{_overdue.Count} case(s) wait for something that was due: {string.Join(", ", _overdue.Values.Select(each => each.Kind).Distinct())}."));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
#pragma warning disable CA1031 // An audit that fails must not end all later ones.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogError("The audit of the cases failed: {Exception}.", e.GetType().Name);
            }
        }
    }

    /// <summary>A record that cannot be read is a finding of its own, and does not keep the others from being looked at.</summary>
    private async Task<Overdue?> FindOverdueAsync(string record, CancellationToken cancellationToken)
    {
        var lines = await store.ReadRecordAsync(record, cancellationToken);
        try
        {
            var events = lines.Select(line => (CaseEntries.Read(line).Read(), line.At)).ToList();
            _over[record] = true;
            if (events.Count > 0 && CaseFold.Of(events).IsOpen)
            {
                _over.TryRemove(record, out _);
            }

            return Auditor.Check(events, careTime.GetUtcNow(), options.Value.AuditSlack, careTime.Correction);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or InvalidCastException or NotSupportedException)
        {
            return new Overdue(OverdueKind.RecordUnreadable, lines[^1].At);
        }
    }

    /// <summary>Once for each thing overdue: the claim of the alarm is the thing itself.</summary>
    private async Task RaiseAsync(string record, Overdue found, CancellationToken cancellationToken)
    {
        var reference = CaseFile.ReferenceOf(record);
        logger.LogCritical("Case {Reference}: {Overdue} was due at {DueAt:u} and did not happen.", reference, found.Kind, found.DueAt);
        metrics.Alarm(found.Kind);
        if (found.Kind == OverdueKind.RequesterNotTold)
        {
            // The thread was told already; another message to somebody who gets none helps nobody.
            return;
        }

        var stored = await store.ReadStateAsync(CaseFile.KeyOfRecord(record), cancellationToken);
        if (stored.Body is null || JsonSerializer.Deserialize(stored.Body, CaseFileJson.Default.CaseFile) is not { } file)
        {
            return;
        }

        var wake = file.Requester.GetContinuationActivity() with
        {
            Id = FormattableString.Invariant($"overdue:{record}:{found.Kind}:{found.DueAt.UtcTicks}"),
            Name = Event,
            Value = JsonSerializer.SerializeToElement(new CaseNote(reference), CaseFileJson.Default.CaseNote),
        };
        if (await store.BeginAsync(TurnClaim.For(wake, ""), cancellationToken) is not TurnStart.Opened { Session: { } session })
        {
            return;
        }

        await using (session)
        {
            var conversation = ConversationKey.Of(wake.ChannelId, wake.Conversation?.Id);
            var now = careTime.GetUtcNow();
            await session.CommitAsync(new TurnCommit
            {
                Response = TurnResponse.Accepted,
                At = time.GetUtcNow(),
                Timers = [new TimerChange(wake.Id, new TimerStart(conversation, now, JsonSerializer.SerializeToUtf8Bytes(wake with { Id = null }, ProtocolJson.Default.Activity)))],
            });
        }
    }

    /// <summary>Records of the cases that are listed as open, of every tenant.</summary>
    private async Task<IReadOnlySet<string>> OpenAsync(IReadOnlyList<string> records, CancellationToken cancellationToken)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tenant in records.Select(CaseFile.TenantOf).Distinct())
        {
            if ((await store.ReadStateAsync(OpenCases.KeyOf(tenant), cancellationToken)).Body is { } body)
            {
                open.UnionWith(JsonSerializer.Deserialize(body, CaseFileJson.Default.OpenCases)!.References.Select(each => CaseFile.KeyOf(tenant, each).Id));
            }
        }

        return open;
    }
}

/// <summary>Degraded while the auditor does not get to look: nothing would be found then, and nothing said.</summary>
internal sealed class AuditorHealth(CaseAuditor auditor) : IHealthCheck
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        auditor.SinceLastLook is var since && since > Most
            ? HealthCheckResult.Degraded($"The auditor has not looked at the cases for {since:d\\.hh\\:mm\\:ss}.")
            : HealthCheckResult.Healthy());
}

/// <summary>Lines of a record as the entries of a case.</summary>
internal static class CaseEntries
{
    /// <summary>The entry of a line.</summary>
    public static CaseEntry Read(RecordEntry line) => new(CaseFile.ReferenceOf(line.Record), line.Number, line.At, line.Body, line.Hash);
}
