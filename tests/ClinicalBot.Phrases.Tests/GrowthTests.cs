using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Tests;

/// <summary>A message twice as long takes twice the work, measured by what reading it allocates; and phrases are found in any vocabulary.</summary>
public sealed class GrowthTests
{
    /// <summary>Linear is 2, quadratic is 4.</summary>
    private const double MostGrowth = 2.6;

    [Theory]
    [InlineData(null, "numb, weak, ")]
    [InlineData(Topic.Time, "12:30,")]
    [InlineData(null, "saddle - no - ")]
    [InlineData(null, "numb leg and weak foot or no saddle numbness but bladder fine ")]
    [InlineData(null, "block 1430, seen 2 h ago, ")]
    [InlineData(Topic.Motor, "5/5 ")]
    [InlineData(null, "S: numb leg. SLR able, power 5/5 all groups. No saddle numbness, bladder or bowel dysfunction. ")]
    public void TwiceTheLengthIsTwiceTheWork(Topic? topic, string unit) =>
        Assert.InRange(Allocated(topic, unit, 4800) / (double)Allocated(topic, unit, 2400), 0, MostGrowth);

    [Theory]
    [InlineData("foot drop", "foot drop", 2)]
    [InlineData("foot the drop", "foot drop", 3)]
    [InlineData("foot the the drop", "foot", 1)]
    [InlineData("foot drop left now", "foot drop left", 3)]
    [InlineData("left foot", null, 0)]
    public void TheLongestPhraseIsFoundWithOneArticleBetweenItsWords(string text, string? phrase, int length)
    {
        var tree = new PhraseTree();
        tree.Add("the", new Term(TermKind.Filler, "the", "-"));
        tree.Add("foot", new Term(TermKind.Subject, "foot", "-"));
        tree.Add(Alternatives.Parts("{foot;heel} drop {;left}"), new Term(TermKind.Quality, "drop", "-"));
        tree.Skip(["the"]);

        Assert.Equal(phrase is null or "foot" ? phrase : "drop", tree.Longest(text.Split(' '), out var taken)?.Id);
        Assert.Equal(length, taken);
    }

    [Theory]
    [InlineData("foot drop", "first")]
    [InlineData("heel drop", "second")]
    [InlineData("heel free drop", "second")]
    [InlineData("heel drop drop", "second")]
    [InlineData("drop", "second")]
    [InlineData("free drop", null)]
    [InlineData("heel free", null)]
    public void APatternStandsForEachOfItsPhrasesAndWhatIsThereKeepsItsMeaning(string text, string? meaning)
    {
        var tree = new PhraseTree();

        Assert.True(tree.Add("foot drop", new Term(TermKind.Quality, "first", "-")));
        Assert.False(tree.Add("foot drop", new Term(TermKind.Quality, "again", "-")));
        tree.Add(Alternatives.Parts("{foot;heel;heel free;} drop"), new Term(TermKind.Quality, "second", "-"));
        Assert.Equal(meaning, tree.Longest(text.Split(' '), out _)?.Id);
    }

    private static long Allocated(Topic? topic, string unit, int length)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length));
        Sent.Read(topic, text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Sent.Read(topic, text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
