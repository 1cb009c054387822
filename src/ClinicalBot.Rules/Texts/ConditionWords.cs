namespace ClinicalBot.Rules;

/// <summary>Says conditions in words, straight from their masks, so that what is read cannot differ from what is run.</summary>
internal static class ConditionWords
{
    public static string Of(When when)
    {
        var all = Names(when.All);
        var any = string.Join(Words.Of("fact.or"), Names(when.Any));
        return string.Join(Words.Of("fact.and"), any.Length == 0 ? all : all.Append(any));
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
            cases.Add(Words.Of("fact.not") + " (" + Of(grounds.Needs) + ")");
        }

        var read = when.All | when.Any | grounds.Needs.All | grounds.Needs.Any;
        if ((read & Facts.Time) != Facts.None)
        {
            cases.AddRange(Names(Facts.TimeUnknown | Facts.OnBoundary));
        }

        if ((read & Facts.Present) != Facts.None)
        {
            cases.AddRange(Names(Facts.NumbnessNotGiven));
        }

        return cases.Count == 0 ? null : string.Join(Words.Of("fact.or"), cases);
    }

    private static IEnumerable<string> Names(Facts facts) => Enum.GetValues<Facts>()
        .Where(fact => System.Numerics.BitOperations.IsPow2((ulong)fact) && (facts & fact) != Facts.None)
        .Select(fact => Words.Of("fact." + fact));
}
