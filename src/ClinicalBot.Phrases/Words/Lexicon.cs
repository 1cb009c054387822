namespace ClinicalBot.Phrases.Words;

/// <summary>All words and phrases of the vocabulary. The longest phrase wins; articles inside a phrase are skipped; words of five letters and more
/// are corrected.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<Phrase>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _skipped = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<string>> _correctable = [];
    private readonly Dictionary<string, Term> _single = new(StringComparer.Ordinal);

    /// <summary>Reads the word files: kind, id, form and the phrases, separated by "|".</summary>
    /// <exception cref="InvalidOperationException">A phrase stands twice with different meanings.</exception>
    public Lexicon(IEnumerable<string[]> rows, IReadOnlySet<TermKind> exactOnly)
    {
        var exact = new HashSet<string>(StringComparer.Ordinal);
        var correctable = new HashSet<string>(StringComparer.Ordinal);
        // What is written out wins over what a pattern stands for.
        foreach (var (row, text, isPattern) in rows.SelectMany(row => row[3].Split('|').Select(text => (row, text, isPattern: text.Contains('{'))))
            .OrderBy(each => each.isPattern).SelectMany(each => Alternatives.Of(each.text).Select(text => (each.row, text, each.isPattern))))
        {
            var term = new Term(Enum.Parse<TermKind>(row[0], ignoreCase: true), row[1], row[2]);
            var words = text.Split(' ');
            Add(new Phrase(term, words), isPattern);
            if (words.Length == 1)
            {
                _single.TryAdd(text, term);
            }

            if (!exactOnly.Contains(term.Kind))
            {
                correctable.UnionWith(words);
            }
            else if (words.Length == 1)
            {
                exact.UnionWith(words);
            }

            _skipped.UnionWith(term.Form == "skip" ? words : []);
        }

        foreach (var word in correctable.Where(w => w.Length >= Spelling.MinLength && !exact.Contains(w)))
        {
            if (!_correctable.TryGetValue(word[0], out var list))
            {
                _correctable[word[0]] = list = [];
            }

            list.Add(word);
        }
    }

    /// <summary>Every phrase and its meaning, for the checks of the vocabulary.</summary>
    public IEnumerable<(string Phrase, Term Term)> Phrases =>
        _byFirstWord.Values.SelectMany(list => list).Select(phrase => (string.Join(' ', phrase.Words), phrase.Term));

    /// <summary>Whether a word stands in any phrase of the vocabulary.</summary>
    public bool Knows(string word) => _words.Contains(word);

    /// <summary>The word as the vocabulary spells it, or as it is.</summary>
    public string Correct(string word)
    {
        if (word.Length > 3 && !_words.Contains(word) && Spelling.Swaps(word).Where(_words.Contains).Distinct().ToList() is [var swapped])
        {
            // Two letters the wrong way round ("nubm", "blcok") leave no doubt in any word.
            return swapped;
        }

        var allowed = Spelling.Allowed(word.Length);
        if (allowed == 0 || word.Length > Spelling.MaxLength || _words.Contains(word) || !_correctable.TryGetValue(word[0], out var candidates))
        {
            return word;
        }

        var best = allowed + 1;
        var near = new List<string>();
        foreach (var candidate in candidates)
        {
            var most = Math.Min(allowed, Spelling.Allowed(candidate.Length));
            var slips = Spelling.Distance(word, candidate, most);
            if (slips > most || slips > best)
            {
                continue;
            }

            if (slips < best)
            {
                (best, near) = (slips, []);
            }

            near.Add(candidate);
        }

        return near.Select(c => _single.GetValueOrDefault(c) ?? (object)c.TrimEnd('s')).Distinct().Count() == 1 ? near[0] : word;
    }

    /// <summary>The longest phrase that starts at a word, and how many words it takes.</summary>
    public Term? Longest(string[] words, int at, out int length)
    {
        if (_byFirstWord.TryGetValue(words[at], out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (Matches(phrase.Words, words, at, out length))
                {
                    return phrase.Term;
                }
            }
        }

        length = 0;
        return null;
    }

    private bool Matches(string[] phrase, string[] words, int at, out int length)
    {
        var w = at;
        for (var p = 0; p < phrase.Length; p++, w++)
        {
            if (p > 0 && w < words.Length && words[w] != phrase[p] && (_skipped.Contains(words[w]) || words[w] == "-"))
            {
                w++;
            }

            if (w >= words.Length || words[w] != phrase[p])
            {
                length = 0;
                return false;
            }
        }

        length = w - at;
        return true;
    }

    private void Add(Phrase phrase, bool isPattern)
    {
        _words.UnionWith(phrase.Words);
        if (!_byFirstWord.TryGetValue(phrase.Words[0], out var list))
        {
            _byFirstWord[phrase.Words[0]] = list = [];
        }

        if (list.Exists(p => p.Words.SequenceEqual(phrase.Words)))
        {
            if (isPattern)
            {
                return;
            }

            throw new InvalidOperationException($"The vocabulary has \"{string.Join(' ', phrase.Words)}\" twice.");
        }

        var at = list.FindIndex(p => p.Words.Length < phrase.Words.Length);
        list.Insert(at < 0 ? list.Count : at, phrase);
    }

    private sealed record Phrase(Term Term, string[] Words);
}
