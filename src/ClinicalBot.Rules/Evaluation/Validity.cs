namespace ClinicalBot.Rules;

/// <summary>How long a decision holds, and when to look again. Never past an instant at which the same findings decide higher.</summary>
internal static class Validity
{
    /// <summary>
    /// The end of the band; the recheck when the time or a deciding finding is unknown; null when recovered, and from 24 h on.
    /// </summary>
    public static DateTimeOffset? ValidUntil(Assessment exam, Facts facts, RulesSettings settings)
    {
        var bandEnd = BandEnd(exam, facts);
        if ((facts & (Facts.TimeUnknown | Facts.Incomplete)) != Facts.None)
        {
            return Earlier(exam.AssessedAt + settings.RecheckInterval, bandEnd);
        }

        return (facts & Facts.IsRecovered) == Facts.None ? bandEnd : null;
    }

    /// <summary>When to examine again: for expected when the advice ends, else after the interval or when the advice ends.</summary>
    public static DateTimeOffset RecheckAt(Assessment exam, Facts facts, DateTimeOffset? validUntil, RulesSettings settings) =>
        (facts & Facts.IsExpected) != Facts.None && validUntil is { } end
            ? end
            : Earlier(exam.AssessedAt + settings.RecheckInterval, validUntil);

    /// <summary>Four hours after the block.</summary>
    public static DateTimeOffset? FirstBoundary(Assessment exam) => After(exam, FactReader.FirstBoundary);

    private static DateTimeOffset? BandEnd(Assessment exam, Facts facts) =>
        (facts & Facts.Under4h) != Facts.None ? After(exam, FactReader.FirstBoundary)
        : (facts & (Facts.From4hTo24h | Facts.TimeUnknown)) == Facts.From4hTo24h ? After(exam, FactReader.SecondBoundary)
        : null;

    private static DateTimeOffset? After(Assessment exam, TimeSpan span) => (exam.BlockTime + span)?.ToOffset(exam.AssessedAt.Offset);

    private static DateTimeOffset Earlier(DateTimeOffset first, DateTimeOffset? second) =>
        second is { } other && other < first ? other : first;
}
