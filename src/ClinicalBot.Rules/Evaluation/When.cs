namespace ClinicalBot.Rules;

/// <summary>A condition: every fact of <paramref name="All"/> and, when <paramref name="Any"/> is not empty, at least one of it.</summary>
internal readonly record struct When(Facts All, Facts Any = Facts.None)
{
    public bool Holds(Facts facts) => (facts & All) == All && (Any == Facts.None || (facts & Any) != Facts.None);
}
