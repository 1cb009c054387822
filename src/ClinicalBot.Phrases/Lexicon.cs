namespace ClinicalBot.Phrases;

/// <summary>A row of the vocabulary: one meaning and the ways to write it, parted by bars.</summary>
/// <param name="Term">The meaning.</param>
/// <param name="Phrases">Lower case, without apostrophes or hyphens.</param>
/// <param name="Canonical">The name to keep, for drugs.</param>
internal sealed record Entry(Term Term, string Phrases, string? Canonical = null);

/// <summary>
/// Finds the longest phrase of the vocabulary at a word. Misspelled words are corrected only where the vocabulary allows it: a word that
/// reassures or negates is matched to the letter.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Skipped inside a phrase, so that "lift the heel" is "lift heel".</summary>
    private static readonly HashSet<string> Determiners = ["the", "a", "an", "his", "her", "their", "its", "this", "that", "patients", "pts"];

    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<string>> _correctable = [];

    public Lexicon(IEnumerable<Entry> entries, IEnumerable<Term> exactOnly, IEnumerable<string> neverCorrected)
    {
        var exact = exactOnly.ToHashSet();
        var exactWords = new HashSet<string>(StringComparer.Ordinal);
        var correctable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var text in entry.Phrases.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var words = text.Split(' ');
                Add(new Phrase(entry.Term, words, entry.Canonical));
                (exact.Contains(entry.Term) ? exactWords : correctable).UnionWith(words);
            }
        }

        _words.UnionWith(neverCorrected);
        foreach (var word in correctable.Where(w => w.Length >= Spelling.MinLength && !exactWords.Contains(w)))
        {
            if (!_correctable.TryGetValue(word[0], out var list))
            {
                _correctable[word[0]] = list = [];
            }

            list.Add(word);
        }
    }

    /// <summary>The vocabulary's spelling of a word; the word itself when it is known, too short, or near to two words at once.</summary>
    public string Correct(string word)
    {
        var allowed = Spelling.Allowed(word.Length);
        if (allowed == 0 || word.Length > Spelling.MaxLength || _words.Contains(word) || !_correctable.TryGetValue(word[0], out var candidates))
        {
            return word;
        }

        string? best = null;
        var distance = allowed + 1;
        var tied = false;
        foreach (var candidate in candidates)
        {
            var slips = Spelling.Distance(word, candidate, Math.Min(allowed, Spelling.Allowed(candidate.Length)));
            if (slips < distance && slips <= Spelling.Allowed(candidate.Length))
            {
                (best, distance, tied) = (candidate, slips, false);
            }
            else if (slips == distance && slips <= allowed)
            {
                tied = true;
            }
        }

        return best is null || tied && !SameStem(candidates, word, distance) ? word : best;
    }

    /// <summary>The longest phrase that starts at <paramref name="at"/>; its length in tokens counts skipped determiners.</summary>
    public Phrase? Longest(IReadOnlyList<string> words, int at, out int length)
    {
        length = 0;
        if (!_byFirstWord.TryGetValue(words[at], out var phrases))
        {
            return null;
        }

        foreach (var phrase in phrases)
        {
            if (Matches(phrase.Words, words, at, out length))
            {
                return phrase;
            }
        }

        length = 0;
        return null;
    }

    private static bool Matches(string[] phrase, IReadOnlyList<string> words, int at, out int length)
    {
        var w = at;
        for (var p = 0; p < phrase.Length; p++, w++)
        {
            if (p > 0 && w < words.Count && words[w] != phrase[p] && Determiners.Contains(words[w]))
            {
                w++;
            }

            if (w >= words.Count || words[w] != phrase[p])
            {
                length = 0;
                return false;
            }
        }

        length = w - at;
        return true;
    }

    /// <summary>Singular and plural of one word tie often ("bladders"); that tie is harmless.</summary>
    private static bool SameStem(List<string> candidates, string word, int distance)
    {
        var near = candidates.Where(c => Spelling.Distance(word, c, distance) == distance).Select(c => c.TrimEnd('s')).Distinct();
        return near.Count() == 1;
    }

    private void Add(Phrase phrase)
    {
        _words.UnionWith(phrase.Words);
        if (!_byFirstWord.TryGetValue(phrase.Words[0], out var list))
        {
            _byFirstWord[phrase.Words[0]] = list = [];
        }

        var at = list.FindIndex(p => p.Words.Length < phrase.Words.Length);
        list.Insert(at < 0 ? list.Count : at, phrase);
    }

    /// <summary>One way to write one meaning.</summary>
    internal sealed record Phrase(Term Term, string[] Words, string? Canonical);
}
