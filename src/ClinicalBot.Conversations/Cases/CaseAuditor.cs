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

    // How many records are read each time although nothing says that they changed: so that a row that is wrong hides no case for ever.
    private const int SweptAtOnce = 50;

    private readonly SemaphoreSlim _one = new(1);
    private Dictionary<string, Watched> _watched = new(StringComparer.Ordinal);
    private string _sweptTo = "";
    private long _looked = time.GetTimestamp();
    private volatile IReadOnlyDictionary<string, Overdue> _overdue = new Dictionary<string, Overdue>();

    /// <summary>How long ago it began to run, or last looked at every case.</summary>
    public TimeSpan SinceLastLook => time.GetElapsedTime(Interlocked.Read(ref _looked));

    /// <summary>Looks at every open case once; reads only the records that have changed, and some of the others in turn.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var overdue = new Dictionary<string, Overdue>();
            var now = careTime.GetUtcNow();
            var (latest, earliest) = (now - options.Value.AuditSlack, now + options.Value.AuditSlack);
            await WatchAsync(cancellationToken);
            foreach (var reference in _watched.Where(each => each.Value.Next?.DueAt < latest || each.Value.NotBefore > earliest).Select(each => each.Key))
            {
                if (await FindOverdueAsync(reference, cancellationToken) is { } found)
                {
                    overdue.Add(reference, found);
                    await RaiseAsync(reference, found, cancellationToken);
                }
            }

            _overdue = overdue;
            var calling = _watched.Values.Select(each => each.CallingSince).OfType<DateTimeOffset>().ToList();
            metrics.Open(calling.Count, calling.Count == 0 ? TimeSpan.Zero : now - calling.Min(), _watched.Values.Count(each => each.IsStale));
            Interlocked.Exchange(ref _looked, time.GetTimestamp());
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Degraded, not unhealthy, while something is overdue: acknowledgements must still get in.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_overdue.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{_overdue.Count} case(s) wait for something that was due: "
            + $"{string.Join(", ", _overdue.Values.Select(each => each.Kind).Distinct())}."));

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Periodically.DoAsync(
        Every, time, RunOnceAsync, e => logger.LogError("The audit of the cases failed: {Exception}.", e.GetType().Name), stoppingToken);

    /// <summary>When each case that is not over will be overdue if nothing happens.</summary>
    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var watched = new Dictionary<string, Watched>(StringComparer.Ordinal);
        foreach (var (key, version) in await store.FindOpenAsync(CaseFile.Scope, cancellationToken))
        {
            watched[key.Id] = _watched.TryGetValue(key.Id, out var known) && known.Version == version
                ? known
                : await WatchAsync(key.Id, version, cancellationToken);
        }

        var swept = await store.FindRecordsAsync(_sweptTo, SweptAtOnce, cancellationToken);
        _sweptTo = swept.Count < SweptAtOnce ? "" : swept[^1];
        foreach (var reference in swept.Where(each => !OtherRecords.IsOther(each))
            .Concat(_watched.Where(each => each.Value.Version == 0).Select(each => each.Key)).Distinct().Where(each => !watched.ContainsKey(each)))
        {
            if (await WatchAsync(reference, version: 0, cancellationToken) is { Next: not null } next)
            {
                watched[reference] = next;
            }
        }

        _watched = watched;
    }

    private async Task<Watched> WatchAsync(string reference, long version, CancellationToken cancellationToken)
    {
        (DateTimeOffset? NotBefore, DateTimeOffset? Calling, bool Stale) seen = default;
        var next = await ReadAsync(
            reference,
            (events, @case) =>
            {
                var isCalling = @case is { IsOpen: true, IsDrill: false, Status: CaseStatus.Calling };
                seen = (Auditor.NotBefore(events, careTime.Correction), isCalling
                    ? @case!.Run?.StartedAt : null, @case is { IsOpen: true, Advice.StaleSince: not null });
                return Auditor.Next(events, careTime.Correction);
            },
            cancellationToken);
        return new Watched(version, next, seen.NotBefore, seen.Calling, seen.Stale);
    }

    private Task<Overdue?> FindOverdueAsync(string reference, CancellationToken cancellationToken) =>
        ReadAsync(reference, (events, _) => Auditor.Check(events, careTime.GetUtcNow(), options.Value.AuditSlack, careTime.Correction), cancellationToken);

    /// <summary>A record that cannot be read is a finding of its own, and does not keep the others from being looked at.</summary>
    private async Task<Overdue?> ReadAsync(
        string reference, Func<IReadOnlyList<(CaseEvent Event, DateTimeOffset At)>, Case?, Overdue?> judge, CancellationToken cancellationToken)
    {
        var record = await store.ReadRecordAsync(reference, cancellationToken);
        if (CaseEntries.IsErased(record))
        {
            return null;
        }

        try
        {
            List<(CaseEvent Event, DateTimeOffset At)> events = [.. record.Select(line => (CaseEntries.Read(line).Read(), line.At))];
            return judge(events, events.Count > 0 ? CaseFold.Of(events) : null);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or InvalidCastException or NotSupportedException)
        {
            return new Overdue(OverdueKind.RecordUnreadable, record[^1].At);
        }
    }

    /// <summary>Once for each thing overdue: the claim of the alarm is the thing itself.</summary>
    private async Task RaiseAsync(string reference, Overdue found, CancellationToken cancellationToken)
    {
        logger.LogCritical("Case {Reference}: {Overdue} was due at {DueAt:u} and did not happen.", CaseFile.ReferenceOf(reference), found.Kind, found.DueAt);
        metrics.Alarm(found.Kind);
        if (found.Kind == OverdueKind.RequesterNotTold)
        {
            // The thread was told already; another message to a person who gets none helps nobody.
            return;
        }

        var stored = await store.ReadStateAsync(CaseFile.KeyOfRecord(reference), cancellationToken);
        if (stored.Body is null || JsonSerializer.Deserialize(stored.Body, CaseFileJson.Default.CaseFile) is not { } file)
        {
            return;
        }

        var wake = file.Requester.GetContinuationActivity() with
        {
            Id = FormattableString.Invariant($"overdue:{reference}:{found.Kind}:{found.DueAt.UtcTicks}"),
            Name = Event,
            Value = JsonSerializer.SerializeToElement(new CaseNote(CaseFile.ReferenceOf(reference)), CaseFileJson.Default.CaseNote),
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
                Timers = [new TimerChange(wake.Id, new TimerStart(conversation, now,
                    JsonSerializer.SerializeToUtf8Bytes(wake with { Id = null }, ProtocolJson.Default.Activity)))],
            });
        }
    }

    /// <summary>A case that is looked after.</summary>
    /// <param name="Version">Of its row when its record was read; 0 when the row says that it is over, or there is none.</param>
    /// <param name="Next">What will be overdue first.</param>
    /// <param name="NotBefore">Now cannot be earlier, unless a clock was wrong.</param>
    /// <param name="CallingSince">Since when it calls people of whom none is coming; null when it does not, and for a drill.</param>
    /// <param name="IsStale">Its advice has expired.</param>
    private sealed record Watched(long Version, Overdue? Next, DateTimeOffset? NotBefore, DateTimeOffset? CallingSince = null, bool IsStale = false);
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
    /// <summary>The case was erased: only numbers, times and hashes are left.</summary>
    public static bool IsErased(IReadOnlyList<RecordEntry> record) => record.Count > 0 && record.All(line => line.Body.Length == 0);

    /// <summary>The entry of a line.</summary>
    public static CaseEntry Read(RecordEntry line) => new(CaseFile.ReferenceOf(line.Record), line.Number, line.At, line.Body, line.Hash);
}
