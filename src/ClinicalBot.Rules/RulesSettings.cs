using System.Globalization;

namespace ClinicalBot.Rules;

/// <summary>What a site may set. None of it changes an urgency.</summary>
public sealed record RulesSettings
{
    /// <summary>The defaults of the specification.</summary>
    public static RulesSettings Default { get; } = new();

    /// <summary>How soon to look again when the time or a deciding finding is unknown. 30 minutes (local safety choice).</summary>
    public TimeSpan RecheckInterval { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Turns an instant into what a person reads as a clock time, e.g. "Sun 22 Nov 14:30 UTC". The default writes it with the offset of
    /// the assessment.
    /// </summary>
    public Func<DateTimeOffset, string>? ClockTime { get; init; }

    /// <summary>
    /// The language of what a decision says, such as "de"; English where null or not translated. It changes words only: urgency, ids, sources and
    /// the ruleset's hash are the same in every language.
    /// </summary>
    public CultureInfo? Culture { get; init; }
}
