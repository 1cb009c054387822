namespace ClinicalBot.Phrases.Words;

/// <summary>Phrases by their words, one step of the tree a word: looking one up takes as many steps as the phrase has words, however many phrases there
/// are. All steps lie in one dictionary, because most nodes have one child.</summary>
internal sealed class PhraseTree
{
    private const int Root = 0;

    /// <summary>Room for the steps there are, so that they are not copied while they grow.</summary>
    private const int Capacity = 1 << 18;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    /// <summary>By node and word, as one number: it is hashed faster than two.</summary>
    private readonly Dictionary<long, int> _steps = new(Capacity);
    private readonly List<Entry> _entries = [default];
    private readonly HashSet<int> _skipped = [];
    private int _patterns;

    /// <summary>Every phrase and its meaning.</summary>
    public IEnumerable<(string Phrase, Term Term)> Phrases
    {
        get
        {
            var words = _numbers.ToDictionary(pair => pair.Value, pair => pair.Key);
            var phrases = new string[_entries.Count];
            foreach (var (step, child) in _steps.OrderBy(step => step.Value))
            {
                var (node, word) = ((int)(step >> 32), (int)step);
                phrases[child] = node == Root ? words[word] : $"{phrases[node]} {words[word]}";
            }

            return [.. Enumerable.Range(1, _entries.Count - 1).Where(node => _entries[node].Term is not null).Select(node =>
                (phrases[node], _entries[node].Term!))];
        }
    }

    /// <summary>Whether a word stands in any phrase.</summary>
    public bool Knows(string word) => _numbers.ContainsKey(word);

    /// <summary>What a single word means; null for a word that only stands in phrases, or in none.</summary>
    public Term? TermOf(string word) => _numbers.TryGetValue(word, out var number) && _steps.TryGetValue(Step(Root, number), out var node)
        ? _entries[node].Term : null;

    /// <summary>Adds every phrase a pattern stands for; false when one of them is there already, which keeps its meaning.</summary>
    /// <param name="parts">See <see cref="Alternatives.Parts"/>.</param>
    /// <param name="term">What they mean.</param>
    public bool Add(IReadOnlyList<string[][]> parts, Term term)
    {
        _patterns++;
        return Add(Root, parts, 0, 0, term);
    }

    /// <summary>These words may stand between the words of any phrase, as articles do; a dash may as well.</summary>
    public void Skip(IEnumerable<string> words) => _skipped.UnionWith(words.Append("-").Select(Number));

    /// <summary>The phrase of the most words that starts at a word, and how many words it takes; null for none.</summary>
    public Term? Longest(string[] words, int at, out int length)
    {
        var best = default(Entry);
        length = 0;
        Walk(Root, words.AsSpan(at), 0, maySkip: false, ref best, ref length);
        return best.Term;
    }

    private void Walk(int parent, ReadOnlySpan<string> words, int at, bool maySkip, ref Entry best, ref int length)
    {
        if (at >= words.Length || !_numbers.TryGetValue(words[at], out var word))
        {
            return;
        }

        if (_steps.TryGetValue(Step(parent, word), out var node))
        {
            if (_entries[node] is { Term: not null } entry && entry.IsBefore(best))
            {
                (best, length) = (entry, at + 1);
            }

            Walk(node, words, at + 1, maySkip: true, ref best, ref length);
        }

        if (maySkip && _skipped.Contains(word))
        {
            Walk(parent, words, at + 1, maySkip: false, ref best, ref length);
        }
    }

    private bool Add(int node, IReadOnlyList<string[][]> parts, int at, int words, Term term)
    {
        if (at == parts.Count)
        {
            var isNew = _entries[node].Term is null;
            _entries[node] = isNew ? new Entry(term, words, _patterns) : _entries[node];
            return isNew;
        }

        var areNew = true;
        foreach (var alternative in parts[at])
        {
            areNew &= Add(alternative.Aggregate(node, Child), parts, at + 1, words + alternative.Length, term);
        }

        return areNew;
    }

    private int Child(int node, string word)
    {
        var step = Step(node, Number(word));
        if (!_steps.TryGetValue(step, out var child))
        {
            _steps[step] = child = _entries.Count;
            _entries.Add(default);
        }

        return child;
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

    /// <summary>A phrase that ends at a node; of two that are as long, the one added first.</summary>
    private readonly record struct Entry(Term? Term, int Words, int Order)
    {
        public bool IsBefore(Entry other) => other.Term is null || Words > other.Words || Words == other.Words && Order < other.Order;
    }
}
