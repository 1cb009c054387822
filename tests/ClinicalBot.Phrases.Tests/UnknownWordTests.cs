using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Scope;
using ClinicalBot.Phrases.Words;
using NodaTime;

namespace ClinicalBot.Phrases.Tests;

/// <summary>A word the vocabulary lacks beside anything that may be a red flag: never a "no", never passed over.</summary>
public sealed class UnknownWordTests
{
    private static readonly DateTimeOffset SentAt = new(2026, 11, 22, 22, 19, 0, TimeSpan.Zero);

    public static TheoryData<string> Frames =>
    [
        "{0} zorbed", "{0} is zorbed", "his {0} feels a bit zorbed", "zorbed {0}", "{0}: zorbed", "no zorbing of the {0}", "normal {0} zorb",
        "{0} ok zorbed", "{0} zorbed but otherwise normal", "zorb of {0} nil",
    ];

    /// <summary>One word or phrase of each place, quality and act that is about a red flag by itself.</summary>
    private static IEnumerable<(string Phrase, string[] Paths)> RedFlags => Phrasebook.Phrases
        .Where(p => p.Term.Kind is TermKind.Subject or TermKind.Quality or TermKind.Act && !p.Phrase.Contains('-', StringComparison.Ordinal))
        .GroupBy(p => p.Term).Select(g => (g.First().Phrase, Meanings.OfAlone(new Lexeme(g.Key, 0, 0))
            .Where(m => m.HoldsAt(null) && m.Polarity is not ("graded" or "whole" or "test" or "local" or "legwell"))
            .SelectMany(m => m.Paths).Where(FindingTable.IsRedFlag).ToArray())).Where(p => p.Item2.Length > 0);

    [Theory]
    [MemberData(nameof(Frames))]
    public void BesideARedFlagItIsAskedOrGrave(string frame)
    {
        var passed = RedFlags.Select(flag => string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, flag.Phrase))
            .Where(text => Read(text) is var reading && !IsGrave(reading)
                && !reading.Doubts.Any(d => d.Finding.StartsWith("redFlags", StringComparison.Ordinal)))
            .ToList();

        Assert.Equal([], passed);
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void BesideARedFlagItNeverReassures(string frame) =>
        Assert.Equal([], RedFlags.Select(flag => string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, flag.Phrase)).Where(text =>
            FindingTable.Of(Topic.RedFlags).Any(flag => flag.IsReassuring(Read(text)))));

    [Fact]
    public void APatternStandsForEachOfItsAlternatives() =>
        Assert.Equal(["cant ask", "cant test it", "ask", "test it"], Alternatives.Of("{cant;} {ask;test it}"));

    private static bool IsGrave(Reading reading) => FindingTable.Of(Topic.RedFlags).Any(flag => flag.IsAdverse(reading));

    private static Reading Read(string text) => PhraseReader.Read(text, new PhraseContext(null, SentAt, DateTimeZone.Utc));
}
