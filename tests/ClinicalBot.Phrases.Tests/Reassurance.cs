using ClinicalBot.Phrases;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Which findings a reading makes better, and which worse; by the short names of <see cref="Notation"/>.</summary>
internal static class Reassurance
{
    // That midazolam was given is neither good nor bad news.
    private const string Midazolam = "context.sedatedWithMidazolam";

    /// <summary>The findings a reading gives their reassuring value.</summary>
    public static HashSet<string> Of(Reading reading) =>
        [.. Paths(reading).Where(path => path != Midazolam).Select(Notation.Short)];

    /// <summary>The same by the paths of the API.</summary>
    public static IEnumerable<string> Paths(Reading reading) =>
        FindingTable.All.Where(row => row.IsReassuring(reading)).Select(row => row.Path);

    /// <summary>The findings of the exam that a reading gives an adverse value.</summary>
    public static HashSet<string> AdverseOf(Reading reading) =>
        [.. FindingTable.All.Where(row => row.Topic != Topic.Context && row.IsAdverse(reading)).Select(row => Notation.Short(row.Path))];
}
