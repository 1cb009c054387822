using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Turns;
using Cronos;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Rota;

/// <summary>
/// Begins drills and preflights at the times of the settings. Each occurrence is a piece of due work that can be begun only once: after a restart or
/// on another node it is found done. One that was missed by up to an hour is made up for.
/// </summary>
internal sealed class Schedule(Preflight preflight, People people, Wakes wakes, CareTime careTime, SteadyTime time, IOptions<EscalationOptions> options,
    IOptions<SiteOptions> site, Languages languages, ILogger<Schedule> logger) : BackgroundService
{
    private const int LinesTold = 8;
    private static readonly TimeSpan MadeUpFor = TimeSpan.FromHours(1);

    /// <summary>Begins what is due.</summary>
    /// <param name="tenant">Of the contacts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunOnceAsync(string? tenant, CancellationToken cancellationToken = default)
    {
        var now = careTime.GetUtcNow();
        if (Last(options.Value.DrillAt, now) is { } drill && !await DrillAsync(tenant, drill, cancellationToken))
        {
            logger.LogWarning("A drill is due, and no coordinator has a chat with the bot.");
        }

        if (Last(options.Value.PreflightAt, now) is { } look)
        {
            await PreflightAsync(tenant, look, now, cancellationToken);
        }
    }

    /// <summary>Begins a drill in the chat of the first coordinator the bot has met, who also gets its report; false when it has met none.</summary>
    /// <param name="tenant">Of the contacts.</param>
    /// <param name="occurrence">For which time it was set; null for one that is asked for now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> DrillAsync(string? tenant, DateTimeOffset? occurrence, CancellationToken cancellationToken)
    {
        if (await people.CoordinatorAsync(tenant, cancellationToken) is not { } coordinator)
        {
            return false;
        }

        var key = occurrence is { } at ? FormattableString.Invariant($"drill/{at.UtcTicks}") : "drill";
        await wakes.WakeAsync(new Wake(coordinator, Drills.Event, Value: null, key), cancellationToken, once: occurrence is not null);
        return true;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.RotaTenant is { } tenant
        ? Periodically.DoAsync(TimeSpan.FromMinutes(1), time, cancellationToken => RunOnceAsync(tenant, cancellationToken),
            e => logger.LogError("A drill or preflight of the schedule failed: {Exception}.", e.GetType().Name), stoppingToken)
        : Task.CompletedTask;

    private async Task PreflightAsync(string? tenant, DateTimeOffset occurrence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hasChannel = await people.ChannelIdAsync(tenant, cancellationToken) is not null;
        foreach (var coordinator in options.Value.Coordinators)
        {
            if (await people.FindAsync(tenant, coordinator, cancellationToken) is { } reference)
            {
                using var spoken = Language.Speak(languages.Of(reference));
                List<PreflightFinding> found = [.. await preflight.FindAsync(tenant, hasChannel, now, cancellationToken),
                    .. await preflight.FindUnreachableAsync(tenant, cancellationToken)];
                List<string> lines = found.Count == 0 ? [Text.PreflightFine]
                    : [Say.With(Text.PreflightTitle, found.Count), .. found.Take(LinesTold).Select(each => each.Text),
                        .. found.Count > LinesTold ? [Text.PreflightMore] : Array.Empty<string>()];
                var key = FormattableString.Invariant($"preflight/{occurrence.UtcTicks}/{coordinator}");
                await wakes.WakeAsync(RotaNotices.Telling(reference, lines, key), cancellationToken, once: true);
            }
        }
    }

    /// <summary>The last time of a schedule, not longer ago than what is made up for; null when there is none.</summary>
    private DateTimeOffset? Last(string? schedule, DateTimeOffset now) => string.IsNullOrWhiteSpace(schedule) ? null
        : CronExpression.Parse(schedule).GetOccurrences(now - MadeUpFor, now, TimeZoneInfo.FindSystemTimeZoneById(site.Value.TimeZone ?? "UTC"),
            fromInclusive: false, toInclusive: true).Select(each => (DateTimeOffset?)each).LastOrDefault();
}
