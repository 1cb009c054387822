using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Scope;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Tests;

/// <summary>The vocabulary is data, and it is checked: no phrase twice (the reader would not start), every term used, every row of every table
/// meaning something.</summary>
public sealed class VocabularyTests
{
    private static readonly HashSet<TermKind> Composed = [TermKind.Subject, TermKind.Quality, TermKind.Act];

    private static readonly string[] Built = ["answer", "-", "*", "l1", "l2", "l3", "l4", "l5", "s1", "s2", "s3", "s4", "s5"];

    [Fact]
    public void EveryPlaceQualityAndActHasAMeaning()
    {
        var meant = Meanings.Rows.SelectMany(row => new[] { row.Primary, row.Secondary }).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Phrasebook.Phrases.Where(p => Composed.Contains(p.Term.Kind) && !meant.Contains(p.Term.Id)
            && p.Term.Id is not ("hams" or "notdermatomal")).Select(p => p.Term.Id).Distinct());
    }

    [Fact]
    public void EveryMeaningIsOfAWordThereIs()
    {
        var words = Phrasebook.Phrases.Where(p => Composed.Contains(p.Term.Kind)).Select(p => p.Term.Id).Concat(Built).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Meanings.Rows.SelectMany(row => new[] { row.Primary, row.Secondary }).Distinct().Where(id => !words.Contains(id)
            && !id.Contains('-', StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryMeaningIsOfAFindingThereIsAndAPolarityOfTheTable()
    {
        var paths = FindingTable.All.SelectMany(row => row.Parts.Append(row.Path)).Concat(["within", "unexpected", "dermatomal", "motor", "reflexes",
            "flags", "motor.any", "redFlags.any", "leg.well"]).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Meanings.Rows.SelectMany(row => row.Meaning.Paths).Where(path => !paths.Contains(path)));
        Assert.Equal([], Meanings.Rows.Select(row => row.Meaning.Polarity).Where(polarity => polarity != "none"
            && !DecisionTable.Polarities.Contains(polarity)));
        Assert.Equal([], DecisionTable.Polarities.Except(Meanings.Rows.Select(row => row.Meaning.Polarity)).Except(["topic"]));
    }

    [Fact]
    public void EveryModifierOfTheWordsIsInTheTable()
    {
        var modifiers = DecisionTable.ModifierNames.ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Phrasebook.Phrases.Where(p => p.Term.Kind == TermKind.Modifier).Select(p => p.Term.Id).Distinct().Where(id =>
            !modifiers.Contains(id) && id is not "fuzzy"));
    }

    /// <summary>Every cell of the table decides: asking for a cue or polarity that is not there would throw.</summary>
    [Fact]
    public void EveryCueDecidesForEveryPolarity() =>
        Assert.All(DecisionTable.Cues, cue => Assert.All(DecisionTable.Polarities, polarity =>
            Assert.True(Enum.IsDefined(DecisionTable.Decide(cue.Cue, polarity)))));

    /// <summary>Only what reassures needs a cue that says so: nothing that is doubtful, denied twice or unheard of reassures.</summary>
    [Fact]
    public void NothingDoubtfulReassures() =>
        Assert.All(DecisionTable.Polarities, polarity => Assert.True(DecisionTable.Decide(CueKind.Doubtful, polarity) is Outcome.Ask or Outcome.None));

    [Fact]
    public void NoModifierMakesAnythingBetter() =>
        Assert.All(
            DecisionTable.ModifierNames,
            modifier => Assert.All(
                DecisionTable.Polarities,
                polarity => Assert.All(
                    [Outcome.Adverse, Outcome.Ask, Outcome.Unknown],
                    outcome => Assert.NotEqual(Outcome.Reassuring, DecisionTable.Modify(outcome, modifier, polarity)))));
}
