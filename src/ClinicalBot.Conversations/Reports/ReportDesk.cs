using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Bot.Commands;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using NodaTime;

namespace ClinicalBot.Conversations.Reports;

/// <summary>How long people waited, as a card for who may read the records. Roles are compared, people are not.</summary>
internal sealed class ReportDesk(CaseReport report, Permissions permissions, CaseCards notices, CardFactory cards, Clock clock)
{
    // Ninety words, and what fits on a phone.
    private const int MostRoles = 5;

    /// <summary>Answers "report [from] [to]"; false when the command is another.</summary>
    public async Task<bool> TryRunAsync(ITurnContext turn, CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Command != Command.Report)
        {
            return false;
        }

        if (!await permissions.MayAsync(turn, Permission.ReadAudit, of: null, cancellationToken))
        {
            await turn.SendActivityAsync(notices.Tell(Text.ReportNotYou), cancellationToken);
            return true;
        }

        var zone = clock.ZoneOf(turn.Activity);
        var (from, to) = (turn.Now - CaseReport.Usual, turn.Now);
        if (call.Days is { } days)
        {
            from = zone.AtStartOfDay(days.From).ToDateTimeOffset();
            to = days.To is { } last ? zone.AtStartOfDay(last.PlusDays(1)).ToDateTimeOffset() : turn.Now;
        }

        var cases = (await report.ReadAsync(from, to, cancellationToken)).Where(each => !each.IsDrill).ToList();
        await turn.SendActivityAsync(Draw(cases, Day(from, zone), Day(to.AddTicks(-1), zone)), cancellationToken);
        return true;
    }

    private Activity Draw(IReadOnlyList<CaseTimes> cases, string from, string to)
    {
        var title = Say.With(Text.ReportTitle, from, to, cases.Count);
        List<(Urgency Urgency, List<CaseTimes> Cases)> groups =
            [.. cases.GroupBy(each => each.Urgency).OrderByDescending(group => group.Key).Select(group => (group.Key, group.ToList()))];
        List<(string Label, Func<CaseTimes, TimeSpan?> Wait)> waits = [(Text.ReportCalled, each => each.Called), (Text.ReportDelivered, each => each.Delivered),
            (Text.ReportAnswered, each => each.Answered), (Text.ReportBedside, each => each.Bedside), (Text.ReportMri, each => each.Mri)];
        List<(string Label, Func<CaseTimes, int> Count)> counts = [(Text.ReportCases, _ => 1), (Text.ReportLapses, each => each.Lapses),
            (Text.ReportDeclines, each => each.Declines), (Text.ReportUndelivered, each => each.Undelivered)];
        var byUrgency = new CardTable(
            [new CardColumn(Text.ReportWait, 2), .. groups.Select(group => new CardColumn(Words.Of(group.Urgency), 3))],
            [
                .. waits.Select(wait => new CardTableRow([wait.Label, .. groups.Select(group => Wait(group.Cases.Select(wait.Wait)))])),
                .. counts.Select(count => new CardTableRow([count.Label, .. groups.Select(group => Number(group.Cases.Sum(count.Count)))])),
            ]);
        var byRole = new CardTable(
            [new CardColumn(Text.ReportRole, 3), new CardColumn(Text.ReportAnswered, 2), new CardColumn(Text.ReportBedside, 2)],
            [.. groups.SelectMany(group => Roles(group.Urgency, group.Cases)).Take(MostRoles)]);
        return cards.Table(new TableCard
        {
            Title = title,
            Summary = cases.Count == 0 ? $"{title}. {Text.ReportNone}" : InWords(title, byUrgency, byRole),
            Lines = [cases.Count == 0 ? Text.ReportNone : Text.ReportText],
            Tables = cases.Count == 0 ? [] : byRole.Rows.Count == 0 ? [byUrgency] : [byUrgency, byRole],
        });
    }

    private static IEnumerable<CardTableRow> Roles(Urgency urgency, List<CaseTimes> cases) => cases.SelectMany(each => each.Roles)
        .GroupBy(each => each.Role, StringComparer.OrdinalIgnoreCase).OrderByDescending(role => role.Count()).ThenBy(role => role.Key, StringComparer.Ordinal)
        .Select(role => new CardTableRow([$"{ContactDirectory.RoleWord(role.Key)} ({Words.Of(urgency)})", Wait(role.Select(each => each.Answered)),
            Wait(role.Select(each => each.Bedside))]));

    private static string InWords(string title, params ReadOnlySpan<CardTable> tables)
    {
        var lines = new List<string> { title };
        foreach (var table in tables)
        {
            lines.AddRange(table.Rows.Select(row =>
                $"{row.Cells[0]}: {string.Join(", ", row.Cells.Skip(1).Zip(table.Columns.Skip(1), (cell, column) => $"{column.Head} {cell}"))}"));
        }

        return string.Join(". ", lines) + ".";
    }

    /// <summary>Half and nine tenths, as hours and minutes; a dash when it never ended.</summary>
    private static string Wait(IEnumerable<TimeSpan?> spans)
    {
        List<TimeSpan?> known = [.. spans];
        return CaseTimes.Percentile(known, 50) is { } half && CaseTimes.Percentile(known, 90) is { } most ? $"{Short(half)}–{Short(most)}" : "–";

        static string Short(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span.Minutes:00}");
    }

    private static string Number(int count) => count.ToString(CultureInfo.CurrentCulture);

    private static string Day(DateTimeOffset at, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(at).InZone(zone).ToString(Text.PatternDay, CultureInfo.CurrentCulture);
}
