namespace ClinicalBot.Phrases.Words;

/// <summary>All words and phrases of the vocabulary. The longest phrase wins; articles inside a phrase are skipped; words of five letters and more
/// are corrected.</summary>
internal sealed class Lexicon
{
    /// <summary>The form of words that may stand between the words of any phrase.</summary>
    private const string Skipped = "skip";

    /// <summary>Letters from which the word for a value is corrected.</summary>
    private const int LongValue = 6;

    private readonly PhraseTree _tree = new();
    private readonly Dictionary<char, string[]> _correctable;

    /// <summary>Reads the word files: kind, id, form and the phrases, separated by "|".</summary>
    /// <exception cref="InvalidOperationException">A phrase stands twice with different meanings.</exception>
    public Lexicon(IEnumerable<string[]> rows, IReadOnlySet<TermKind> exactOnly)
    {
        var texts = rows.SelectMany(row => row[3].Split('|').Select(text => (Text: text, Term: Term.Of(row)))).ToLookup(each => each.Text.Contains('{'));
        var correctable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, term) in texts[false])
        {
            if (!_tree.Add(text, term))
            {
                throw new InvalidOperationException($"The vocabulary has \"{text}\" twice.");
            }

            Gather(term, text.Split(' '));
            if (term.Form == Skipped)
            {
                _tree.Skip([text]);
            }
        }

        foreach (var (text, term) in texts[true])
        {
            var parts = Alternatives.Parts(text);
            _tree.Add(parts, term);
            Gather(term, parts.SelectMany(part => part).SelectMany(alternative => alternative));
        }

        _correctable = correctable.Where(word => word.Length >= Spelling.MinLength && (_tree.TermOf(word) is not { } single || Corrects(single, word)))
            .GroupBy(word => word[0]).ToDictionary(first => first.Key, first => first.ToArray());

        void Gather(Term term, IEnumerable<string> words) => correctable.UnionWith(words.Where(word => Corrects(term, word)));

        bool Corrects(Term term, string word) => !exactOnly.Contains(term.Kind) || term.Kind == TermKind.Value && word.Length >= LongValue;
    }

    /// <summary>Whether a word stands in any phrase of the vocabulary.</summary>
    public bool Knows(string word) => _tree.Knows(word);

    /// <summary>The word as the vocabulary spells it, or as it is.</summary>
    public string Correct(string word)
    {
        if (word.Length > 3 && !_tree.Knows(word) && Spelling.Swaps(word).Where(_tree.Knows).Distinct().ToList() is [var swapped])
        {
            // Two letters the wrong way round ("nubm", "blcok") leave no doubt in any word.
            return swapped;
        }

        var allowed = Spelling.Allowed(word.Length);
        if (allowed == 0 || word.Length > Spelling.MaxLength || _tree.Knows(word) || !_correctable.TryGetValue(word[0], out var candidates))
        {
            return word;
        }

        var best = allowed + 1;
        var near = new List<string>();
        foreach (var candidate in candidates)
        {
            // Of a value one slip is forgiven, whatever its length: "normal" and "abnormal" are two apart; and "will resolve" is not "resolved".
            var isValue = _tree.TermOf(candidate)?.Kind == TermKind.Value;
            var most = Math.Min(isValue ? 1 : allowed, Spelling.Allowed(candidate.Length));
            var slips = isValue && candidate[^1] != word[^1] ? most + 1 : Spelling.Distance(word, candidate, most);
            if (slips <= most && slips <= best)
            {
                near = slips < best ? [candidate] : [.. near, candidate];
                best = slips;
            }
        }

        return near.Select(c => _tree.TermOf(c) ?? (object)c.TrimEnd('s')).Distinct().Count() == 1 ? near[0] : word;
    }

    /// <summary>The longest phrase that starts at a word, and how many words it takes; null for none.</summary>
    public Term? Longest(string[] words, int at, out int length) => _tree.Longest(words.AsSpan(at), out length);
}

/// <summary>Phrases written once for many: "{unable to;cannot} {ask;test}" stands for four, and an empty alternative for a word that may be left out.</summary>
internal static class Alternatives
{
    /// <summary>All phrases a pattern stands for; a pattern without braces stands for itself.</summary>
    /// <exception cref="InvalidOperationException">A brace is not closed.</exception>
    public static IEnumerable<string> Of(string pattern) =>
        pattern.Contains('{', StringComparison.Ordinal) ? Expand(pattern).Select(Single).Distinct() : [pattern];

    /// <summary>The parts of a pattern in order, each with all that may stand there, word by word.</summary>
    /// <exception cref="InvalidOperationException">A brace is not closed.</exception>
    public static IReadOnlyList<string[][]> Parts(string pattern)
    {
        var parts = new List<string[][]>();
        var (start, isOpen) = (0, false);
        for (var i = 0; i <= pattern.Length; i++)
        {
            isOpen = i < pattern.Length && (pattern[i] == '{' || isOpen && pattern[i] != '}');
            if (!isOpen && (i == pattern.Length || pattern[i] == ' '))
            {
                parts.Add([.. Of(pattern[start..i]).Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);
                start = i + 1;
            }
        }

        return parts;
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return [pattern];
        }

        var close = pattern.IndexOf('}', open);
        if (close < 0)
        {
            throw new InvalidOperationException($"A brace of \"{pattern}\" is not closed.");
        }

        var rest = Expand(pattern[(close + 1)..]).ToList();
        return pattern[(open + 1)..close].Split(';').SelectMany(each => rest.Select(tail => pattern[..open] + each + tail));
    }

    /// <summary>With single spaces, as words are joined.</summary>
    private static string Single(string phrase) => string.Join(' ', phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
