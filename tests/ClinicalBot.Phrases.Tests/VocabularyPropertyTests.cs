using ClinicalBot.Phrases;
using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Scope;
using ClinicalBot.Phrases.Words;
using CsCheck;

namespace ClinicalBot.Phrases.Tests;

/// <summary>What must hold for every word and phrase of the vocabulary, not for chosen ones.</summary>
public sealed class VocabularyPropertyTests
{
    /// <summary>Every place, quality and act with what it means by itself.</summary>
    private static readonly (string Phrase, Meaning[] Meanings)[] Named =
    [
        .. Phrasebook.Phrases.Where(p => p.Term.Kind is TermKind.Subject or TermKind.Quality or TermKind.Act).Select(p => (p.Phrase, Meanings: Meanings
            .OfAlone(new Lexeme(p.Term, 0, 0)).Where(m => m.Paths.Count > 0).ToArray())).Where(p => p.Meanings.Length > 0),
    ];

    private static readonly Gen<string> Phrases = Gen.Int[0, Named.Length - 1].Select(i => Named[i].Phrase);

    private static readonly Gen<string> AnyWords = OneOf([.. Phrasebook.Phrases.Where(p => p.Term.Id != "correction").Select(p => p.Phrase)]);

    private static readonly (string British, string American)[] Spellings =
        [("aesth", "esth"), ("faec", "fec"), ("haem", "hem"), ("oede", "ede"), ("olour", "olor"),
        ("alis", "aliz"), ("lyse", "lyze")];

    [Theory]
    [InlineData("no ", "", "denied")]
    [InlineData("", " - no", "answeredNo")]
    [InlineData("", ": no", "answeredNo")]
    public void NoBeforeAndBehindReadsAsTheDecisionTableSays(string before, string after, string cue)
    {
        // "No one", "no more" and "no urine" are phrases of their own.
        var wrong = Named.Where(named => !IsLonger(before + named.Phrase))
            .Where(named => named.Meanings.Any(meaning => !IsDecided(before + named.Phrase + after, meaning, cue)))
            .Select(named => before + named.Phrase + after);

        Assert.Empty(wrong);
    }

    [Fact]
    public void ADenialDeniesNothingOutsideItsList() =>
        Gen.Select(Phrases, Phrases, OneOf([". ", "\n", " but ", ", but has ", ". Has ", ", patient has ", ", there is ", ", can't ", "; has "])).Sample(
            (denied, said, between) => Reassures($"no {denied}{between}{said}").IsSubsetOf([.. Reassures($"no {denied}"), .. Reassures(said), .. Reassures(
                between.Trim(' ', '.', ',', ';', '\n') + " " + said)]), iter: 4000);

    [Fact]
    public void ASentenceMoreTakesNoAdverseFindingAway() =>
        Gen.Select(Phrases, AnyWords, OneOf(["{1}", "no {0}", "{0}: no", "{0} normal", "no {1}", "{1} normal"])).Sample((said, other, form) =>
        {
            var more = form.Replace("{0}", said, StringComparison.Ordinal).Replace("{1}", other, StringComparison.Ordinal);
            // Which group is weak may answer whether weakness progresses; numbness that is not given counts as present.
            var together = Sent.Read(null, $"{said}. {more}.");
            return Adverse(said).Except(["progressive", "numb"]).ToHashSet().IsSubsetOf(Reassurance.AdverseOf(together))
                && (Sent.Read(null, said).Numbness != Rules.Numbness.Present || together.Numbness != Rules.Numbness.Resolved);
        }, iter: 4000);

    [Fact]
    public void AQuestionOrAHedgeReassuresOfNothing() =>
        Gen.Select(AnyWords, OneOf(["{0}?", "no {0}?", "maybe no {0}", "I think {0} normal", "{0} - no, I think", "not sure if {0} normal"])).Sample(
            (said, form) => Reassures(form.Replace("{0}", said, StringComparison.Ordinal)).Count == 0, iter: 4000);

    [Fact]
    public void BritishAndAmericanSpellingSayTheSame()
    {
        var wrong = Phrasebook.Phrases.SelectMany(p =>
            Spellings.Select(s => (p.Phrase, Other: p.Phrase.Replace(s.British, s.American, StringComparison.Ordinal))))
            .Where(pair => pair.Other != pair.Phrase && Notation.Of(Sent.Read(null, pair.Phrase)) != Notation.Of(Sent.Read(null, pair.Other)))
            .Select(pair => $"{pair.Phrase} / {pair.Other}");

        Assert.Empty(wrong);
    }

    private static bool IsLonger(string text) => Lexer.Lexicon.Longest(text.Split(' '), 0, out var length) is not null && text.StartsWith("no ",
        StringComparison.Ordinal) && length > 1;

    private static bool IsDecided(string text, Meaning meaning, string cue)
    {
        Topic? topic = new Topic?[] { null, Topic.Motor, Topic.Sensation, Topic.RedFlags, Topic.Context }.FirstOrDefault(t => meaning.HoldsAt(t));
        var decided = DecisionTable.Decide(Enum.Parse<CueKind>(cue, ignoreCase: true), meaning.Polarity);
        var expected = decided == Outcome.Reassuring && meaning.Certainty == Certainty.Part ? Outcome.Ask
            : meaning.Certainty != Certainty.Maybe ? decided : decided is Outcome.Adverse or Outcome.Ask ? Outcome.Ask : Outcome.None;
        var claims = MessageReader.Read(text, topic).Claims;
        return meaning.Paths.SelectMany(FindingTable.Expand).All(path => expected == Outcome.None ? claims.All(c => c.Path != path)
            : claims.Any(c => c.Path == path && c.Outcome == expected));
    }

    private static HashSet<string> Reassures(string text) => Reassurance.Of(Sent.Read(null, text));

    private static HashSet<string> Adverse(string text) => Reassurance.AdverseOf(Sent.Read(null, text));

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
