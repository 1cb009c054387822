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
    ITurnStore store, CareTime careTime, TimeProvider time, IOptions<EscalationOptions> options, CaseMetrics metrics, ILogger<CaseAuditor> logger)
    : BackgroundService, IHealthCheck
{
    /// <summary>Name of the event that tells people.</summary>
    public const string Event = "case/overdue";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    // A case that is over is read again only when its record has grown, which the list of open cases tells.
    private readonly ConcurrentDictionary<string, bool> _over = new(StringComparer.Ordinal);
    private volatile IReadOnlyDictionary<string, Overdue> _overdue = new Dictionary<string, Overdue>();

    /// <summary>Looks at every case once.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var overdue = new Dictionary<string, Overdue>();
        var open = await OpenAsync(cancellationToken);
        foreach (var reference in (await store.FindRecordsAsync(cancellationToken)).Where(each => open.Contains(each) || !_over.ContainsKey(each)))
        {
            if (await FindOverdueAsync(reference, cancellationToken) is { } found)
            {
                overdue.Add(reference, found);
                await RaiseAsync(reference, found, cancellationToken);
            }
        }

        _overdue = overdue;
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
    private async Task<Overdue?> FindOverdueAsync(string reference, CancellationToken cancellationToken)
    {
        var record = await store.ReadRecordAsync(reference, cancellationToken);
        try
        {
            var events = record.Select(line => (CaseEntries.Read(line).Read(), line.At)).ToList();
            _over[reference] = true;
            if (events.Count > 0 && CaseFold.Of(events).IsOpen)
            {
                _over.TryRemove(reference, out _);
            }

            return Auditor.Check(events, careTime.GetUtcNow(), options.Value.AuditSlack);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or InvalidCastException or NotSupportedException)
        {
            return new Overdue(OverdueKind.RecordUnreadable, record[^1].At);
        }
    }

    /// <summary>Once for each thing overdue: the claim of the alarm is the thing itself.</summary>
    private async Task RaiseAsync(string reference, Overdue found, CancellationToken cancellationToken)
    {
        logger.LogCritical("Case {Reference}: {Overdue} was due at {DueAt:u} and did not happen.", reference, found.Kind, found.DueAt);
        metrics.Alarm(found.Kind);
        if (found.Kind == OverdueKind.RequesterNotTold)
        {
            // The thread was told already; another message to somebody who gets none helps nobody.
            return;
        }

        var stored = await store.ReadStateAsync(CaseFile.KeyOf(reference), cancellationToken);
        if (stored.Body is null || JsonSerializer.Deserialize(stored.Body, CaseFileJson.Default.CaseFile) is not { } file)
        {
            return;
        }

        var wake = file.Requester.GetContinuationActivity() with
        {
            Id = FormattableString.Invariant($"overdue:{reference}:{found.Kind}:{found.DueAt.UtcTicks}"),
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

    private async Task<IReadOnlySet<string>> OpenAsync(CancellationToken cancellationToken)
    {
        var stored = await store.ReadStateAsync(OpenCases.Key, cancellationToken);
        return stored.Body is null
            ? new HashSet<string>()
            : JsonSerializer.Deserialize(stored.Body, CaseFileJson.Default.OpenCases)!.References.ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>Lines of a record as the entries of a case.</summary>
internal static class CaseEntries
{
    /// <summary>The entry of a line.</summary>
    public static CaseEntry Read(RecordEntry line) => new(line.Record, line.Number, line.At, line.Body, line.Hash);
}
