namespace ClinicalBot.Rules;

/// <summary>Says conditions in words, straight from their masks, so that what is read cannot differ from what is run.</summary>
internal static class ConditionWords
{
    public static string Of(When when)
    {
        var all = Names(when.All);
        var any = string.Join(Words.Of("fact.or"), Names(when.Any));
        return when.Any == Facts.None ? string.Join(Words.Of("fact.and"), all)
            : when.All == Facts.None ? any
            : string.Join(Words.Of("fact.and"), all.Append($"({any})"));
    }

    /// <summary>When a row is a local safety choice although its own basis is another; null when never.</summary>
    public static string? LocalSafety(When when, Grounds grounds)
    {
        if (grounds.Basis == Basis.LocalSafety)
        {
            return null;
        }

        var cases = new List<string>();
        if (grounds.Needs != default && grounds.Otherwise == Basis.LocalSafety)
        {
            cases.Add(Words.Of("fact.unless") + Of(grounds.Needs));
        }

        var read = when.All | when.Any | grounds.Needs.All | grounds.Needs.Any;
        if ((read & Facts.Time) != Facts.None)
        {
            cases.AddRange(Names(BoundsOf(when.All)));
        }

        if ((read & Facts.Present) != Facts.None)
        {
            cases.AddRange(Names(Facts.NumbnessNotGiven));
        }

        return cases.Count == 0 ? null : string.Join("; ", cases);
    }

    /// <summary>Which of "unknown" and "exactly 4 h or 24 h" can be the time when a condition holds.</summary>
    private static Facts BoundsOf(Facts all) =>
        (all & Facts.Under4h) != Facts.None ? Facts.None
        : (all & Facts.From24h) != Facts.None ? Facts.OnBoundary
        : (all & Facts.TimeUnknown) != Facts.None ? Facts.TimeUnknown
        : Facts.TimeUnknown | Facts.OnBoundary;

    private static IEnumerable<string> Names(Facts facts) => Enum.GetValues<Facts>()
        .Where(fact => System.Numerics.BitOperations.IsPow2((ulong)fact) && (facts & fact) != Facts.None)
        .Select(fact => Words.Of("fact." + fact));
}
