using System.Text.RegularExpressions;
using ClinicalBot.Escalation;
using Cronos;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Site;

/// <summary>Holds the settings of escalation to what can work. Every complaint names its key and the fix, and all are told at once.</summary>
internal sealed class EscalationOptionsValidation : IValidateOptions<EscalationOptions>
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // Made when a setting is there to be looked at: it takes longer than all other checks together.
    private static Regex ChannelId => field ??= new(@"^19:[^;\s]+@thread\.[a-z0-9]+$", Linear);

    private static Regex Target => field ??= new(@"^\s*[A-Za-z][\w-]*\s*(\+\s*[0-9]\s*)?$", Linear);

    private static readonly Regex Role = new(@"^[A-Za-z][\w-]*$", Linear);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EscalationOptions options)
    {
        var wrong = Complaints(options).Select(each => $"{EscalationOptions.Section}:{each}").ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Complaints(EscalationOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ContactsFile))
        {
            yield return "ContactsFile is empty. Set the path of the contacts file, for example contacts.json.";
        }

        if (!string.IsNullOrWhiteSpace(options.Channel) && !ChannelId.IsMatch(options.Channel))
        {
            yield return "Channel is no id of a Teams channel. Set it to what stands in the channel's link between /channel/ and the next slash, with "
                + "%3A written as : and %40 as @, or leave it empty and choose the channel in chat.";
        }

        foreach (var (before, at) in options.NoticeBefore.Select((each, at) => (each, at))
            .Where(each => each.each < TimeSpan.FromMinutes(1) || each.each > TimeSpan.FromDays(14)))
        {
            yield return $"NoticeBefore:{at} is {before}. Set 00:01:00 to 14.00:00:00.";
        }

        foreach (var (name, schedule) in new[] { ("DrillAt", options.DrillAt), ("PreflightAt", options.PreflightAt) }
            .Where(each => !string.IsNullOrWhiteSpace(each.Item2) && !CronExpression.TryParse(each.Item2, out _)))
        {
            yield return $"{name} is \"{schedule}\", no cron expression. Set five fields: minute, hour, day, month, weekday, such as \"0 7 * * *\" "
                + "for 07:00 daily.";
        }

        foreach (var (key, at) in options.FeedKeys.Select((each, at) => (each, at))
            .Where(each => each.each.Length < 20 || !each.each.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            yield return $"FeedKeys:{at} is shorter than 20 letters and digits. Set a long random one.";
        }

        foreach (var (coordinator, at) in options.Coordinators.Select((each, at) => (each, at)).Where(each => string.IsNullOrWhiteSpace(each.each)))
        {
            yield return $"Coordinators:{at} is empty. Set an Entra object id, or remove it.";
        }

        foreach (var (place, at) in options.Locations.Select((each, at) => (each, at)))
        {
            if (string.IsNullOrWhiteSpace(place) || place.Length > 60)
            {
                yield return $"Locations:{at} must be the name of a ward or bay of 1 to 60 characters.";
            }
            else if (options.Locations.Take(at).Contains(place, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"Locations:{at} is there twice. Remove one.";
            }
        }

        foreach (var place in options.CallBack.Keys.Where(place => !options.Locations.Contains(place, StringComparer.OrdinalIgnoreCase)))
        {
            yield return $"CallBack:{place} is no place of Locations. Correct its name, or add the place there.";
        }

        foreach (var complaint in Spans(options).Concat(Ladder("Urgent", options.Urgent)).Concat(Ladder("Emergency", options.Emergency)))
        {
            yield return complaint;
        }
    }

    private static IEnumerable<string> Spans(EscalationOptions options) =>
    [
        .. Span("RecheckGrace", options.RecheckGrace, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)),
        .. Span("LeftAlone", options.LeftAlone, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)),
        .. Span("DeliveryGrace", options.DeliveryGrace, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10)),
        .. options.AlertEvery == TimeSpan.Zero ? [] : Span("AlertEvery", options.AlertEvery, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30)),
        .. Span("SecondAfter", options.SecondAfter, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(30)),
        .. Span("OverdueAgain", options.OverdueAgain, TimeSpan.FromMinutes(1), TimeSpan.FromHours(4)),
        .. Span("AuditSlack", options.AuditSlack, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(30)),
    ];

    private static IEnumerable<string> Ladder(string name, LadderOptions ladder)
    {
        if (ladder.Repeats is < 0 or > 10)
        {
            yield return $"{name}:Repeats is {ladder.Repeats}. Set 0 to 10.";
        }

        foreach (var complaint in Span($"{name}:FinalEvery", ladder.FinalEvery, TimeSpan.FromMinutes(1), TimeSpan.FromHours(4)))
        {
            yield return complaint;
        }

        foreach (var need in ladder.Needs.Where(need => !Role.IsMatch(need) || (need == Need.Any && ladder.Needs.Count > 1)))
        {
            yield return $"{name}:Needs names \"{need}\". Write roles such as \"neurology\", or \"{Need.Any}\" alone where one answer is enough.";
        }

        foreach (var (milestone, within) in ladder.Targets)
        {
            if (!Enum.GetNames<Milestone>().Contains(milestone, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"{name}:Targets names \"{milestone}\". Write {string.Join(", ", Enum.GetNames<Milestone>())}.";
            }

            foreach (var complaint in Span($"{name}:Targets:{milestone}", within, TimeSpan.FromMinutes(1), TimeSpan.FromDays(2)))
            {
                yield return complaint;
            }
        }

        foreach (var (step, at) in ladder.Steps.Select((each, at) => (each, at)))
        {
            foreach (var complaint in Span($"{name}:Steps:{at}:Wait", step.Wait, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)))
            {
                yield return complaint;
            }

            if (step.To.Count == 0)
            {
                yield return $"{name}:Steps:{at}:To calls nobody. Set whom, for example [\"channel\", \"proceduralist\"].";
            }

            foreach (var to in step.To.Where(to => !Target.IsMatch(to)))
            {
                yield return $"{name}:Steps:{at}:To names \"{to}\". Write \"{CallIds.Channel}\", or a role such as \"neurology\", or \"neurology+1\" "
                    + "for the next in line.";
            }
        }
    }

    private static IEnumerable<string> Span(string key, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            yield return FormattableString.Invariant($"{key} is {value}. Set {least} to {most}.");
        }
    }

}
