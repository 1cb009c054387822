using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using ClinicalBot.Paging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations.Rota;

/// <summary>Looks at the two weeks ahead: whether a call would reach a person on call at every hour.</summary>
internal sealed class Preflight(ContactDirectory contacts, CalendarFeeds feeds, CalendarShifts calendars, People people,
    IOptions<EscalationOptions> options, IOptions<PagingOptions> paging, IOptions<SiteOptions> site, IDateTimeZoneProvider zones)
{
    private const int SpansTold = 3;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <summary>What would go wrong; empty when nothing would. Nothing is said without a contacts file, which has a complaint of its own.</summary>
    /// <param name="tenant">Of the contacts.</param>
    /// <param name="hasChannel">There is an escalation channel.</param>
    /// <param name="now">Care clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<PreflightFinding>> FindAsync(string? tenant, bool hasChannel, DateTimeOffset now,
        CancellationToken cancellationToken = default)
    {
        await feeds.RunOnceAsync(cancellationToken);
        var book = contacts.Of(tenant);
        var zone = site.Value.TimeZone is { } name ? zones[name] : DateTimeZone.Utc;
        return
        [
            .. options.Value.Roles.SelectMany(role => Gaps(book, role, now, zone)),
            .. calendars.States.Where(state => state.Wrong is not null || state.IsStale(now)).Select(state => state.Role).Distinct()
                .Select(role => new PreflightFinding(PreflightKind.StaleCalendar, Say.With(Text.PreflightStale, Word(role)))),
            .. Ladders(book, now, hasChannel),
            .. Numbers(book),
        ];
    }

    /// <summary>The channel the bot never heard from, and the people whom a call would have to find without a chat, or without a number to phone.</summary>
    public async Task<IReadOnlyList<PreflightFinding>> FindUnreachableAsync(string? tenant, CancellationToken cancellationToken = default)
    {
        var found = new List<PreflightFinding>();
        if (await people.ChannelIdAsync(tenant, cancellationToken) is { } channel && await people.HasMetAsync(tenant, channel, cancellationToken) is null)
        {
            found.Add(new PreflightFinding(PreflightKind.NeverMet, Text.PreflightChannel));
        }

        foreach (var person in contacts.Of(tenant).People)
        {
            if (await people.FindAsync(tenant, person.Id, cancellationToken) is null)
            {
                found.Add(new PreflightFinding(PreflightKind.NeverMet, Say.With(Text.PreflightNeverMet, person.Name)));
            }

            if (person.Phone is null)
            {
                found.Add(new PreflightFinding(PreflightKind.NoPhone, Say.With(Text.PreflightNoPhone, person.Name)));
            }
        }

        return found;
    }

    /// <summary>Who is missing now is told at once, by other checks.</summary>
    private static IEnumerable<PreflightFinding> Gaps(ContactBook book, string role, DateTimeOffset now, DateTimeZone zone)
    {
        var spans = OnCall.ByPerson(book, role, now, now + Ahead).Where(span => span.From > now || span.Answer is not null).ToList();
        var gaps = spans.Where(span => span.Answer is null).ToList();
        foreach (var gap in gaps.Take(SpansTold))
        {
            yield return new PreflightFinding(PreflightKind.Gap, Say.With(Text.PreflightGap, Word(role), Clock.Short(gap.From, now, zone),
                Clock.Short(gap.Until, now, zone)), role);
        }

        if (gaps.Count > SpansTold)
        {
            yield return new PreflightFinding(PreflightKind.Gap, Say.With(Text.PreflightGaps, Word(role),
                (int)Math.Ceiling(gaps.Sum(gap => (gap.Until - gap.From).TotalHours))), role);
        }

        foreach (var outside in spans.Where(span => span.Answer?.IsOutsideHours is true).Take(SpansTold))
        {
            yield return new PreflightFinding(PreflightKind.OutsideHours, Say.With(Text.PreflightOutsideHours, Word(role), outside.Answer!.Person.Name,
                Clock.Short(outside.From, now, zone), Clock.Short(outside.Until, now, zone)), role);
        }

        // By what says so: the fallback's own shift may follow the gap.
        foreach (var filled in OnCall.Between(book, role, now, now + Ahead)
            .Where(span => span.Answer?.Layer == RotaLayer.Fallback && book[role].Rota.IsKept).Take(SpansTold))
        {
            yield return new PreflightFinding(PreflightKind.OnlyFallback, Say.With(Text.PreflightFallback, Word(role), filled.Answer!.Person.Name,
                Clock.Short(filled.From, now, zone), Clock.Short(filled.Until, now, zone)), role);
        }
    }

    /// <summary>A ladder ends nowhere when its last step, repeated until a person comes, reaches no person and no channel.</summary>
    private IEnumerable<PreflightFinding> Ladders(ContactBook book, DateTimeOffset now, bool hasChannel) =>
        new[] { (Name: Text.PreflightUrgent, Ladder: options.Value.Urgent.Or(LadderDefaults.Urgent)),
            (Name: Text.PreflightEmergency, Ladder: options.Value.Emergency.Or(LadderDefaults.Emergency)) }
        .Where(each => !each.Ladder.Steps[^1].Targets.Any(target => target switch
        {
            LadderTarget.Role role => OnCall.ByPerson(book, role.Name, now, now + Ahead).All(span => OnCall.Holders(book, role.Name, span.From).Count > 0),
            _ => hasChannel,
        }))
        .Select(each => new PreflightFinding(PreflightKind.LadderEnds, Say.With(Text.PreflightLadder, each.Name)));

    private IEnumerable<PreflightFinding> Numbers(ContactBook book)
    {
        var people = book.People.Where(person => new[] { person.Phone, person.CallBack }
            .Any(phone => phone is not null && Paging.PhoneNumbers.E164(phone, paging.Value.Region) is null)).Select(person => person.Name);
        // A role's number is dialed by people, who may reach a short one of the house.
        var roles = book.Roles.Where(role => book[role].Phone is { } phone && !phone.Any(char.IsAsciiDigit)).Select(Word);
        return people.Concat(roles).Select(whose => new PreflightFinding(PreflightKind.NoNumber, Say.With(Text.PreflightNumber, whose)));
    }

    private static string Word(string role) => ContactDirectory.RoleWord(role);
}

/// <summary>Something that would go wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">In a sentence.</param>
/// <param name="Role">The role it is about; null for none.</param>
internal sealed record PreflightFinding(PreflightKind Kind, string Text, string? Role = null);

/// <summary>What would go wrong.</summary>
internal enum PreflightKind
{
    /// <summary>Nobody is on call for a time.</summary>
    Gap,

    /// <summary>Only the fallback is on call for a time.</summary>
    OnlyFallback,

    /// <summary>No person within their hours is on call for a time.</summary>
    OutsideHours,

    /// <summary>A calendar cannot be read, or was not for a day.</summary>
    StaleCalendar,

    /// <summary>The last step of a ladder reaches no person and no channel.</summary>
    LadderEnds,

    /// <summary>A number that cannot be dialed.</summary>
    NoNumber,

    /// <summary>A person or channel that has no chat with the bot: never met, or the app was removed.</summary>
    NeverMet,

    /// <summary>A person without a number.</summary>
    NoPhone,
}
