using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Tests;

/// <summary>What the word files stand for, written out.</summary>
internal static class Phrasebook
{
    /// <summary>Every phrase and its meaning, those of the patterns last: what is written out wins over a pattern.</summary>
    public static IReadOnlyList<(string Phrase, Term Term)> Phrases { get; } =
    [
        .. TableFile.WordRows.SelectMany(row => row[3].Split('|').Select(text => (Text: text, Term: Term.Of(row)))).OrderBy(each => each.Text.Contains('{'))
            .SelectMany(each => Alternatives.Of(each.Text).Select(phrase => (Phrase: phrase, each.Term))).DistinctBy(each => each.Phrase),
    ];
}
