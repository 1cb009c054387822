using System.Collections.Frozen;

namespace ClinicalBot.Conversations.Reference;

/// <summary>Puts the word the texts have in the place of whatever else it is called.</summary>
internal sealed class ReferenceSynonyms
{
    private readonly FrozenDictionary<string, (string[] Phrase, string[] Word)[]> _byFirstWord;

    public ReferenceSynonyms((string Word, IReadOnlyList<string> Phrases)[] rows)
    {
        _byFirstWord = rows
            .SelectMany(row => row.Phrases.Select(phrase => (Phrase: ReferenceWords.Of(phrase).ToArray(), Word: row.Word.Split(' '))))
            .GroupBy(row => row.Phrase[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(row => row.Phrase.Length).ToArray());
        Words = rows.SelectMany(row => row.Phrases).SelectMany(ReferenceWords.Of).Concat(rows.SelectMany(row => row.Word.Split(' '))).ToFrozenSet();
    }

    /// <summary>Every word of every phrase.</summary>
    public FrozenSet<string> Words { get; }

    /// <summary>The words with each phrase replaced, the longest first.</summary>
    public List<string> Apply(IReadOnlyList<string> words)
    {
        var replaced = new List<string>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var found = Longest(words, i);
            replaced.AddRange(found.Word ?? [words[i]]);
            i += found.Phrase?.Length ?? 1;
        }

        return replaced;
    }

    private (string[]? Phrase, string[]? Word) Longest(IReadOnlyList<string> words, int at)
    {
        foreach (var row in _byFirstWord.GetValueOrDefault(words[at], []))
        {
            if (row.Phrase.Length <= words.Count - at && row.Phrase.Select((word, i) => words[at + i] == word).All(same => same))
            {
                return row;
            }
        }

        return default;
    }
}
