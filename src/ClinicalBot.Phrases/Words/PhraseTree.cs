namespace ClinicalBot.Phrases.Words;

/// <summary>Phrases by their words: looking one up takes as many steps as it has words, however many phrases there are. A pattern is kept as it is
/// written, part by part, not as the phrases it stands for.</summary>
internal sealed class PhraseTree
{
    private const int Root = 0;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Where a word leads from a node: by both as one number, which is hashed faster than two. Of several, the first is of phrases, the others
    /// are of patterns.</summary>
    private readonly Dictionary<long, int[]> _steps = [];
    private readonly List<(Term? Term, int Order)> _ends = [default];
    private readonly HashSet<int> _skipped = [];
    private int _added;

    /// <summary>Whether a word stands in any phrase.</summary>
    public bool Knows(string word) => _numbers.ContainsKey(word);

    /// <summary>What a single word means; null for a word that only stands in phrases, or in none.</summary>
    public Term? TermOf(string word) => Longest(new ReadOnlySpan<string>(in word), out _);

    /// <summary>Adds a phrase; false when it is there already.</summary>
    public bool Add(string phrase, Term term)
    {
        var node = phrase.Split(' ').Aggregate(Root, (from, word) => _steps.TryGetValue(Step(from, Number(word)), out var known) ? known[0]
            : Link(from, word, NewNode()));
        return _ends[node].Term is null && End(node, term);
    }

    /// <summary>Adds a pattern, after all phrases: what is there already keeps its meaning.</summary>
    public void Add(IReadOnlyList<string[][]> parts, Term term)
    {
        List<int> before = [Root];
        foreach (var part in parts)
        {
            var behind = NewNode();
            foreach (var words in part.Where(words => words.Length > 0))
            {
                var to = behind;
                for (var i = words.Length - 1; i > 0; i--)
                {
                    var from = NewNode();
                    Link(from, words[i], to);
                    to = from;
                }

                before.ForEach(node => Link(node, words[0], to));
            }

            before = Array.Exists(part, words => words.Length == 0) ? [.. before, behind] : [behind];
        }

        before.ForEach(node => End(node, term));
    }

    /// <summary>These words may stand between the words of any phrase, as articles do; a dash may as well.</summary>
    public void Skip(IEnumerable<string> words) => _skipped.UnionWith(words.Append("-").Select(Number));

    /// <summary>The phrase of the most words that the words begin with, and how many it takes; of two that are as long, the one added first; null for
    /// none.</summary>
    public Term? Longest(ReadOnlySpan<string> words, out int length)
    {
        var best = (Term: (Term?)null, Order: 0, Words: 0, Length: 0);
        Walk(Root, words, 0, 0, ref best);
        length = best.Length;
        return best.Term;
    }

    /// <summary>Goes on from a node at a word; so many of the words before it are of the phrase.</summary>
    private void Walk(int node, ReadOnlySpan<string> words, int at, int count, ref (Term? Term, int Order, int Words, int Length) best)
    {
        if (at > 0 && _ends[node] is { Term: { } term, Order: var order } && (best.Term is null || count > best.Words
            || count == best.Words && order < best.Order))
        {
            best = (term, order, count, at);
        }

        for (var next = at; next < words.Length && _numbers.TryGetValue(words[next], out var word); next++)
        {
            foreach (var child in _steps.GetValueOrDefault(Step(node, word)) ?? [])
            {
                Walk(child, words, next + 1, count + 1, ref best);
            }

            if (at == 0 || next > at || !_skipped.Contains(word))
            {
                return;
            }
        }
    }

    private int NewNode()
    {
        _ends.Add(default);
        return _ends.Count - 1;
    }

    private int Link(int from, string word, int to)
    {
        var step = Step(from, Number(word));
        _steps[step] = [.. _steps.GetValueOrDefault(step) ?? [], to];
        return to;
    }

    private bool End(int node, Term term)
    {
        _ends[node] = (term, _added++);
        return true;
    }

    private static long Step(int node, int word) => (long)node << 32 | (uint)word;

    private int Number(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            _numbers[word] = number = _numbers.Count;
        }

        return number;
    }
}
