namespace ClinicalBot.Rules;

/// <summary>Why a rule or a piece of advice may say what it says.</summary>
/// <param name="Basis">Basis when <see cref="Needs"/> holds.</param>
/// <param name="Sources">Statement ids.</param>
internal sealed record Grounds(Basis Basis, params string[] Sources)
{
    /// <summary>Condition without which the basis is <see cref="Otherwise"/>.</summary>
    public When Needs { get; init; }

    /// <summary>Basis when <see cref="Needs"/> does not hold.</summary>
    public Basis Otherwise { get; init; } = Basis.LocalSafety;

    /// <summary>Fact that adds <see cref="ExtraSource"/>.</summary>
    public Facts ExtraWhen { get; init; }

    /// <summary>Statement id that joins the sources when <see cref="ExtraWhen"/> holds.</summary>
    public string? ExtraSource { get; init; }

    /// <summary>The sources with the extra one.</summary>
    public string[] SourcesWithExtra => ExtraSource is null ? Sources : [.. Sources, ExtraSource];

    /// <summary>
    /// The basis here and now. What reads the time is a local choice on an unknown time and at exactly 4 h or 24 h; what reads present
    /// numbness is one when numbness was not given; whatever the table says.
    /// </summary>
    public Basis BasisAt(Facts facts, When when)
    {
        var read = when.All | when.Any | Needs.All | Needs.Any;
        if ((read & Facts.Time) != Facts.None && (facts & (Facts.TimeUnknown | Facts.OnBoundary)) != Facts.None)
        {
            return Basis.LocalSafety;
        }

        if ((read & Facts.Present) != Facts.None && (facts & Facts.NumbnessNotGiven) != Facts.None)
        {
            return Basis.LocalSafety;
        }

        return Needs.Holds(facts) ? Basis : Otherwise;
    }

    /// <summary>Whether <see cref="ExtraSource"/> joins the sources.</summary>
    public bool HasExtra(Facts facts) => (facts & ExtraWhen) != Facts.None;
}
