namespace ClinicalBot.Phrases.Words;

/// <summary>What some polarities have in common beside their column of the decision table; which ones stands in <c>traits.tsv</c>.</summary>
internal enum Trait
{
    NeedsGrade, NeverGraded, NeverAlone, PlusIsPositive, PlusIsOpen, ExceptIsBad, AbsentIsBad, IsPlace, IsHint, OfAll, OnlySeen, AbleOnce,
}

/// <summary>The traits of the polarities.</summary>
internal static class Traits
{
    private static readonly Dictionary<Trait, string[]> Polarities = TableFile.Rows("traits.tsv").ToDictionary(row => Enum.Parse<Trait>(row[0]), row =>
        row[1].Split(' '));

    /// <summary>Whether a polarity has a trait.</summary>
    public static bool Has(string polarity, Trait trait) => Array.IndexOf(Polarities[trait], polarity) >= 0;
}
