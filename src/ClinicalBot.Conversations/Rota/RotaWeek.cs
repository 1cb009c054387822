using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations.Rota;

/// <summary>The week as a picture made of a card's own elements: a row a day, a column a role; and the same in words.</summary>
internal sealed class RotaWeek(CardFactory cards, IOptions<EscalationOptions> options)
{
    private const int Days = 7;

    // Ninety words, and what fits on a phone.
    private const int MostRoles = 3;

    /// <summary>The card.</summary>
    /// <param name="book">Who can be called.</param>
    /// <param name="role">The one role asked for; null for those of the ladders.</param>
    /// <param name="from">An instant of the first day.</param>
    /// <param name="now">Care clock.</param>
    /// <param name="zone">The reader's.</param>
    public Activity Draw(ContactBook book, string? role, DateTimeOffset from, DateTimeOffset now, DateTimeZone zone)
    {
        List<string> all = role is not null ? [role]
            : [.. options.Value.Roles.Concat(book.Roles.Where(each => book[each].People.Count > 0)).Distinct(StringComparer.OrdinalIgnoreCase)];
        List<string> roles = [.. all.Take(MostRoles)];
        var first = Instant.FromDateTimeOffset(from).InZone(zone).Date;
        var begin = from > now ? StartOf(first, zone) : now;
        var spans = roles.Select(each => OnCall.ByPerson(book, each, begin, StartOf(first.PlusDays(Days), zone))).ToList();
        var title = Say.With(Text.WeekTitle, first.ToString(Text.PatternDay, System.Globalization.CultureInfo.CurrentCulture));
        return cards.Table(new TableCard
        {
            Title = title,
            Summary = string.Join(' ', roles.Zip(spans, (each, of) => InWords(each, of, now, zone)).Prepend(title + ".")),
            Lines = all.Count > roles.Count ? [Text.WeekMore] : [],
            Tables =
            [
                new CardTable(
                    [new CardColumn(Text.WeekDay, 2), .. roles.Select(each => new CardColumn(ContactDirectory.RoleWord(each), 3))],
                    [.. Enumerable.Range(0, Days).Select(day => Row(first.PlusDays(day), spans, zone))]),
            ],
        });
    }

    private static CardTableRow Row(LocalDate day, List<IReadOnlyList<OnCallSpan>> roles, DateTimeZone zone)
    {
        var (start, end) = (StartOf(day, zone), StartOf(day.PlusDays(1), zone));
        var within = roles.Select(spans => spans.Where(span => span.From < end && span.Until > start).ToList()).ToList();
        return new CardTableRow(
            [day.ToString(Text.PatternWeekday, System.Globalization.CultureInfo.CurrentCulture), .. within.Select(spans => Cell(spans, start, zone))],
            within.Any(spans => spans.Any(span => span.Answer is null)) ? "warning" : "default");
    }

    /// <summary>Who takes over on that day, with the time; the one who has it all day when no one does.</summary>
    private static string Cell(List<OnCallSpan> spans, DateTimeOffset start, DateTimeZone zone)
    {
        var begun = spans.Where(span => span.From > start && span != spans[0]).ToList();
        return begun.Count == 0 ? Name(spans[0])
            : string.Join(" · ", begun.Select(span => $"{Cases.CaseWords.ClockTime(span.From, zone)} {Name(span)}"));
    }

    private static string InWords(string role, IReadOnlyList<OnCallSpan> spans, DateTimeOffset now, DateTimeZone zone) => Say.With(
        Text.OnCallOpen, ContactDirectory.RoleWord(role),
        string.Join(", ", spans.Select((span, at) => at == 0 ? Name(span) : $"{Clock.Short(span.From, now, zone)} {Name(span)}")));

    private static string Name(OnCallSpan span) => span.Answer is not { } answer ? Text.OnCallNobody
        : answer.IsOutsideHours ? Say.With(Text.OutsideHours, answer.Person.Name)
        : answer.Layer == RotaLayer.Fallback ? Say.With(Text.OnCallFallback, answer.Person.Name)
        : answer.Person.Name;

    private static DateTimeOffset StartOf(LocalDate day, DateTimeZone zone) => zone.AtStartOfDay(day).ToDateTimeOffset();
}
