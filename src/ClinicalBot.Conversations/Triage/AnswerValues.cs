using ClinicalBot.Conversations.Site;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;
using NodaTime;
using NodaTime.Text;

namespace ClinicalBot.Conversations.Triage;

/// <summary>
/// The typed values that a button answers, written as <c>path=value;path=value</c>: a finding's path and value as in the API, how long ago the
/// block was (<c>blockTime=PT3H</c>) or <c>blockTime=unknown</c>, <c>context=none</c> to leave the circumstances, and <c>confirm=yes</c>,
/// <c>no</c> or <c>unknown</c> to what was asked back. They do not depend on the language of a label.
/// </summary>
internal static class AnswerValues
{
    private const string BlockTime = "blockTime";
    private const string Context = "context";
    private const string Confirm = "confirm";

    /// <summary>The block was this many hours ago.</summary>
    public static string HoursAgo(int hours) => FormattableString.Invariant($"{BlockTime}=PT{hours}H");

    /// <summary>The time of the block is not known.</summary>
    public const string TimeUnknown = BlockTime + "=unknown";

    /// <summary>Nothing is to be said about the circumstances.</summary>
    public const string NoContext = Context + "=none";

    /// <summary>An answer to what was asked back, or to the review.</summary>
    public static string ToConfirm(YesNo answer) => $"{Confirm}={answer.ToString().ToLowerInvariant()}";

    /// <summary>Every finding of a step at its reassuring value.</summary>
    public static string AllReassuring(Topic topic) => Reassuring(FindingTable.Of(topic));

    /// <summary>These findings at their reassuring value.</summary>
    public static string Reassuring(IEnumerable<Finding> findings) => string.Join(';', findings.Select(finding => Of(finding, finding.Reassuring)));

    /// <summary>One finding at a value.</summary>
    public static string Of(Finding finding, string value) => $"{finding.Path}={value}";

    /// <summary>The reading that these values make; null when any of them is not understood.</summary>
    /// <param name="values">From a button: read, never trusted.</param>
    /// <param name="sentAt">The moment of the press.</param>
    /// <param name="zone">The person's zone.</param>
    public static Reading? Read(string? values, DateTimeOffset sentAt, DateTimeZone zone) => string.IsNullOrEmpty(values)
        ? null
        : values.Split(';').Select(pair => pair.Split('=')).Aggregate(
            (Reading?)Reading.Nothing, (reading, pair) => reading is not null && pair is [var path, var value]
                ? Add(reading, path, value, sentAt, zone) : null);

    private static Reading? Add(Reading reading, string path, string value, DateTimeOffset sentAt, DateTimeZone zone) => (path, value) switch
    {
        (BlockTime, "unknown") => reading with { BlockTime = new BlockTimeReading.Unknown() },
        (BlockTime, _) => DurationAgo(value) is { } ago
            ? reading with { BlockTime = new BlockTimeReading.Known(Clock.In(zone, sentAt - ago), NeedsConfirmation: false) }
            : null,
        (Context, "none") => reading with { ContextSkipped = true },
        (Confirm, _) => Enum.TryParse<YesNo>(value, ignoreCase: true, out var answer) && Enum.IsDefined(answer) ? reading with { Confirmation = answer } : null,
        _ => FindingTable.Find(path)?.Say(reading, value),
    };

    private static TimeSpan? DurationAgo(string value) =>
        PeriodPattern.NormalizingIso.Parse(value) is { Success: true, Value: { HasDateComponent: false } period } && period.ToDuration() is var ago
            && ago >= Duration.Zero && ago <= Duration.FromHours(24) ? ago.ToTimeSpan() : null;
}
