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
/// Tells people what they must know of the rota without asking: a shift begins soon, the channel who is on call since a handover, the coordinators
/// that nobody is on call or that the contacts file cannot be read. Each once, in a turn of its own, as far as the bot has met who is told.
/// </summary>
internal sealed class RotaNotices(
    ContactDirectory contacts, ITurnStore store, Wakes wakes, CareTime careTime, SteadyTime time, IOptions<EscalationOptions> options,
        IOptions<SiteOptions> site,
    IDateTimeZoneProvider zones, Languages languages, ILogger<RotaNotices> logger) : BackgroundService
{
    private const string Teams = "msteams";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // A restart of so long at a shift change still posts it.
    private static readonly TimeSpan HandoverSlack = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, string?> _onCall = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whatever is due.</summary>
    /// <param name="tenant">Of the contacts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunOnceAsync(string? tenant, CancellationToken cancellationToken = default)
    {
        var (book, now) = (contacts.Of(tenant), careTime.GetUtcNow());
        var zone = site.Value.TimeZone is { } name ? zones[name] : DateTimeZone.Utc;
        foreach (var due in ShiftNotices.Due(book, [.. options.Value.ShiftNotices], now))
        {
            await TellAsync(ConversationReferences.KeyOfPerson(Teams, tenant, due.Person.Id), () => Say.With(
                Text.ShiftSoon, ContactDirectory.RoleWord(due.Role), Clock.Short(due.From, now, zone), Clock.Short(due.Until, now, zone)),
                due.Key, cancellationToken);
        }

        await HandoversAsync(tenant, book, now, cancellationToken);
        await PostHandoverAsync(tenant, now, zone, cancellationToken);
        foreach (var role in options.Value.Roles.Where(role => OnCall.At(book, role, now) is null))
        {
            logger.LogCritical("Nobody is on call as {Role}.", role);
            await AlarmAsync(tenant, () => Say.With(Text.RotaGap, ContactDirectory.RoleWord(role)),
                FormattableString.Invariant($"gap/{role}/{now:yyyyMMdd}"), cancellationToken);
        }

        if (contacts.LastRead is ContactsFile.Bad { MayPass: false } bad)
        {
            await AlarmAsync(tenant, () => Say.With(Text.RotaFileBad, bad.Where), FormattableString.Invariant($"contacts/{bad.Where}/{now:yyyyMMdd}"),
                cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.HomeTenant is not { } tenant)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunOnceAsync(tenant, stoppingToken);
            }
#pragma warning disable CA1031 // A notice that fails must not end all later ones.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogError("Notices of the rota failed: {Exception}.", e.GetType().Name);
            }
        }
    }

    private async Task HandoversAsync(string? tenant, ContactBook book, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var spoken = Language.Speak(languages.Site);
        var changed = new List<string>();
        foreach (var role in book.Roles.Where(role => book[role].Rota is { IsKept: true } or { Shifts.Count: > 0 }))
        {
            var person = OnCall.At(book, role, now)?.Person;
            if (_onCall.TryGetValue(role, out var before) && before != person?.Id)
            {
                changed.Add(Say.With(Text.OnCallOpen, ContactDirectory.RoleWord(role), person?.Name ?? Text.OnCallNobody));
            }

            _onCall[role] = person?.Id;
        }

        if (changed.Count > 0 && await ChannelAsync(tenant, cancellationToken) is { } channel)
        {
            await TellAsync(ConversationReferences.KeyOf(tenant, Teams, channel), () => $"{Text.RotaHandover} {string.Join(" ", changed)}",
                FormattableString.Invariant($"handover/{now:yyyyMMddHHmm}"), cancellationToken);
        }
    }

    /// <summary>At a shift change of the settings the channel gets the open cases, once.</summary>
    private async Task PostHandoverAsync(string? tenant, DateTimeOffset now, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var local = Clock.In(zone, now);
        var since = local - HandoverSlack;
        foreach (var at in options.Value.HandoverAt)
        {
            var due = local.TimeOfDay < at.ToTimeSpan() ? DateOnly.FromDateTime(since.DateTime) : DateOnly.FromDateTime(local.DateTime);
            var moment = due.ToDateTime(at);
            if (moment > since.DateTime && moment <= local.DateTime && await ChannelAsync(tenant, cancellationToken) is { } channel
                && (await store.ReadStateAsync(ConversationReferences.KeyOf(tenant, Teams, channel), cancellationToken)).Body is { } body
                && JsonSerializer.Deserialize(body, ProtocolJson.Default.ConversationReference) is { } reference)
            {
                await wakes.WakeAsync(reference, RotaEvents.Handover, value: null, FormattableString.Invariant($"handoverAt/{moment:yyyyMMddHHmm}"),
                    cancellationToken, once: true);
            }
        }
    }

    private async ValueTask<string?> ChannelAsync(string? tenant, CancellationToken cancellationToken) =>
        (await store.ReadStateAsync(EscalationChannel.KeyOf(tenant), cancellationToken)).Body is { } body
            ? JsonSerializer.Deserialize(body, CaseFileJson.Default.EscalationChannel)!.TeamsChannelId
            : options.Value.ChannelOf(tenant);

    private async Task AlarmAsync(string? tenant, Func<string> text, string key, CancellationToken cancellationToken)
    {
        foreach (var coordinator in options.Value.Coordinators)
        {
            await TellAsync(ConversationReferences.KeyOfPerson(Teams, tenant, coordinator), text, $"{key}/{coordinator}", cancellationToken);
        }
    }

    private async Task TellAsync(StateKey to, Func<string> text, string key, CancellationToken cancellationToken)
    {
        if ((await store.ReadStateAsync(to, cancellationToken)).Body is { } body
            && JsonSerializer.Deserialize(body, ProtocolJson.Default.ConversationReference) is { } reference)
        {
            using var spoken = Language.Speak(languages.Of(reference));
            await wakes.WakeAsync(reference, RotaEvents.Tell, JsonSerializer.SerializeToElement(text(), RotaJson.Default.String), key,
                cancellationToken, once: true);
        }
    }
}
