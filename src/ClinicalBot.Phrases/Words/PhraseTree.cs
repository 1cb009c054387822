namespace ClinicalBot.Phrases.Words;

/// <summary>Phrases by their words, one step of the tree a word: looking one up takes as many steps as the phrase has words, however many phrases there
/// are. All steps lie in one dictionary, because most nodes have one child.</summary>
internal sealed class PhraseTree
{
    private const int Root = 0;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Node, int Word), int> _steps = [];
    private readonly List<Entry?> _entries = [null];
    private readonly HashSet<int> _skipped = [];

    /// <summary>Every phrase and its meaning.</summary>
    public IEnumerable<(string Phrase, Term Term)> Phrases
    {
        get
        {
            var words = _numbers.ToDictionary(pair => pair.Value, pair => pair.Key);
            var phrases = new string[_entries.Count];
            foreach (var ((node, word), child) in _steps.OrderBy(step => step.Value))
            {
                phrases[child] = node == Root ? words[word] : $"{phrases[node]} {words[word]}";
            }

            return [.. Enumerable.Range(1, _entries.Count - 1).Where(node => _entries[node] is not null).Select(node =>
                (phrases[node], _entries[node]!.Term))];
        }
    }

    /// <summary>Whether a word stands in any phrase.</summary>
    public bool Knows(string word) => _numbers.ContainsKey(word);

    /// <summary>Adds a phrase; false when it is there already.</summary>
    public bool Add(string[] words, Term term)
    {
        var node = Root;
        foreach (var word in words)
        {
            var step = (node, Number(word));
            if (!_steps.TryGetValue(step, out node))
            {
                _steps[step] = node = _entries.Count;
                _entries.Add(null);
            }
        }

        var isNew = _entries[node] is null;
        _entries[node] ??= new Entry(term, words.Length, _entries.Count);
        return isNew;
    }

    /// <summary>These words may stand between the words of any phrase, as articles do; a dash may as well.</summary>
    public void Skip(string[] words) => _skipped.UnionWith(words.Append("-").Select(Number));

    /// <summary>The phrase of the most words that starts at a word, and how many words it takes; null for none.</summary>
    public Term? Longest(string[] words, int at, out int length)
    {
        Entry? best = null;
        length = 0;
        Walk(Root, words.AsSpan(at), 0, maySkip: false, ref best, ref length);
        return best?.Term;
    }

    private void Walk(int parent, ReadOnlySpan<string> words, int at, bool maySkip, ref Entry? best, ref int length)
    {
        if (at >= words.Length || !_numbers.TryGetValue(words[at], out var word))
        {
            return;
        }

        if (_steps.TryGetValue((parent, word), out var node))
        {
            if (_entries[node] is { } entry && entry.IsBefore(best))
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

    private int Number(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            _numbers[word] = number = _numbers.Count;
        }

        return number;
    }

    /// <summary>A phrase that ends at a node; of two that are as long, the one added first.</summary>
    private sealed record Entry(Term Term, int Words, int Order)
    {
        public bool IsBefore(Entry? other) => other is null || Words > other.Words || Words == other.Words && Order < other.Order;
    }
}
