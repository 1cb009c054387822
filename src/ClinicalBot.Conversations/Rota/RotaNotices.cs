using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations.Rota;

/// <summary>
/// Tells people what they must know of the rota without asking: a shift begins soon, one changed, who is next, the channel who is on call since a
/// handover, the coordinators that nobody is on call or that the contacts file cannot be read. What was told is kept in one commit with its messages.
/// </summary>
internal sealed class RotaNotices(
    ContactDirectory contacts, CalendarShifts calendars, ITurnStore store, Wakes wakes, People people, CareTime careTime, SteadyTime time,
    IOptions<EscalationOptions> options, IOptions<SiteOptions> site, IDateTimeZoneProvider zones, Languages languages, ILogger<RotaNotices> logger)
        : BackgroundService
{
    // A restart of so long at a shift change still posts it.
    private static readonly TimeSpan HandoverSlack = TimeSpan.FromMinutes(10);

    // Not posted yet, and what the log has said about it.
    private DateTime? _handover;
    private string? _said;

    /// <summary>Tells whatever is due.</summary>
    /// <param name="tenant">Of the contacts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunOnceAsync(string? tenant, CancellationToken cancellationToken = default)
    {
        var now = careTime.GetUtcNow();
        var agreed = await store.ReadStateAsync(RotaFile.KeyOf(tenant), cancellationToken);
        var book = contacts.Of(tenant, agreed.Body is { } body ? JsonSerializer.Deserialize(body, RotaJson.Default.RotaFile)! : new RotaFile());
        if (contacts.LastRead is ContactsFile.Bad { MayPass: false } bad)
        {
            await AlarmAsync(tenant, () => Say.With(Text.RotaFileBad, bad.Where), FormattableString.Invariant($"contacts/{bad.Where}/{now:yyyyMMdd}"),
                cancellationToken);
        }

        // A file that cannot be read since the start says of nobody that they are no longer on call.
        if (contacts.LastRead is not ContactsFile.Bad)
        {
            await TellShiftsAsync(tenant, book, now, cancellationToken);
        }

        await PostHandoverAsync(tenant, now, cancellationToken);
        foreach (var role in options.Value.Roles.Where(role => OnCall.At(book, role, now) is null))
        {
            logger.LogCritical("Nobody is on call as {Role}.", role);
            await AlarmAsync(tenant, () => Say.With(Text.RotaGap, ContactDirectory.RoleWord(role)),
                FormattableString.Invariant($"gap/{role}/{now:yyyyMMdd}"), cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.RotaTenant is { } tenant
        ? Periodically.DoAsync(TimeSpan.FromMinutes(1), time, cancellationToken => RunOnceAsync(tenant, cancellationToken),
            e => logger.LogError("Notices of the rota failed: {Exception}.", e.GetType().Name), stoppingToken)
        : Task.CompletedTask;

    private async Task TellShiftsAsync(string? tenant, ContactBook book, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = RotaTold.KeyOf(tenant);
        var stored = await store.ReadStateAsync(key, cancellationToken);
        var before = stored.Body is { } body ? JsonSerializer.Deserialize(body, RotaJson.Default.RotaTold)! : new RotaTold();
        var zone = site.Value.TimeZone is { } name ? zones[name] : DateTimeZone.Utc;
        var news = new RotaNews(book, before, [.. ShiftNotices.Kept(book).Where(role => calendars.Knows(book, role))], now, zone);
        var after = news.Find([.. options.Value.ShiftNotices]);
        if (!news.IsNew)
        {
            return;
        }

        var messages = new List<Wake>();
        foreach (var (to, text) in news.Messages)
        {
            var timer = FormattableString.Invariant($"rota/{stored.Version}/{messages.Count}");
            if (to is not null)
            {
                if (await people.FindAsync(tenant, to, cancellationToken) is { } reference)
                {
                    using var spoken = Language.Speak(languages.Of(reference));
                    messages.Add(Telling(reference, [text()], timer));
                }
            }
            else if (await people.ToChannelAsync(tenant, cancellationToken) is { } way)
            {
                using var spoken = Language.Speak(languages.Site);
                messages.Add(Posting(way, [text()], timer));
            }
            else if (await people.ChannelIdAsync(tenant, cancellationToken) is not null)
            {
                // Told once there is a way.
                SayWaiting("Who is on call since the handover", "The bot has met no person and no channel yet.");
                after = after with { OnCall = before.OnCall };
                if (news.Messages.Count == 1)
                {
                    return;
                }
            }
        }

        await wakes.WakeAllAsync(messages, key, stored.Version, JsonSerializer.SerializeToUtf8Bytes(after, RotaJson.Default.RotaTold), cancellationToken);
    }

    /// <summary>At a shift change of the settings the channel gets the open cases, once; late where there is no way to post them yet.</summary>
    private async Task PostHandoverAsync(string? tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var local = Clock.In(site.Value.TimeZone is { } name ? zones[name] : DateTimeZone.Utc, now);
        var since = local - HandoverSlack;
        foreach (var at in options.Value.HandoverAt)
        {
            var moment = DateOnly.FromDateTime(local.TimeOfDay < at.ToTimeSpan() ? since.DateTime : local.DateTime).ToDateTime(at);
            if (moment > since.DateTime && moment <= local.DateTime)
            {
                _handover = moment;
            }
        }

        if (_handover is not { } due)
        {
            return;
        }

        if (await people.ToChannelAsync(tenant, cancellationToken) is { } way)
        {
            await wakes.WakeAsync(Posting(way, lines: null, FormattableString.Invariant($"handoverAt/{due:yyyyMMddHHmm}")), cancellationToken, once: true);
            _handover = null;
        }
        else
        {
            SayWaiting(FormattableString.Invariant($"The handover of {due:HH:mm}"), await people.ChannelIdAsync(tenant, cancellationToken) is null
                ? "There is no escalation channel." : "The bot has met no person and no channel yet.");
        }
    }

    /// <summary>Once in the log: something for the channel waits until there is a way to post it.</summary>
    private void SayWaiting(string what, string why)
    {
        if (_said != what)
        {
            _said = what;
            logger.LogWarning("{What} is not posted yet: {Why} It is posted as soon as it can be.", what, why);
        }
    }

    private async Task AlarmAsync(string? tenant, Func<string> text, string key, CancellationToken cancellationToken)
    {
        foreach (var coordinator in options.Value.Coordinators)
        {
            if (await people.FindAsync(tenant, coordinator, cancellationToken) is { } reference)
            {
                using var spoken = Language.Speak(languages.Of(reference));
                await wakes.WakeAsync(Telling(reference, [text()], $"{key}/{coordinator}"), cancellationToken, once: true);
            }
        }
    }

    /// <summary>A post of the bot's own in the escalation channel.</summary>
    /// <param name="way">How to get there.</param>
    /// <param name="lines">The first is its title; null for the open cases.</param>
    /// <param name="key">Names it among the timers of the tenant.</param>
    private static Wake Posting(ChannelPost way, IReadOnlyList<string>? lines, string key) => new(way.From, RotaEvents.Post,
        JsonSerializer.SerializeToElement(new PostedNotice(way.Channel, lines), CaseFileJson.Default.PostedNotice), key);

    /// <summary>A message of the bot's own.</summary>
    /// <param name="reference">To whom.</param>
    /// <param name="lines">The first is its title.</param>
    /// <param name="key">Names it among the timers of the tenant.</param>
    internal static Wake Telling(ConversationReference reference, IReadOnlyList<string> lines, string key) =>
        new(reference, RotaEvents.Tell, JsonSerializer.SerializeToElement(lines, RotaJson.Default.IReadOnlyListString), key);
}
