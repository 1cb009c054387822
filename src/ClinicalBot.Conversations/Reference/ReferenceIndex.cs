using System.Collections.Frozen;
using ClinicalBot.Phrases.Words;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Reference;

/// <summary>
/// Finds entries of the quick reference. An entry is found only by all that was asked: one word it does not have, and it is no answer. So
/// nothing is found for what the source document does not cover. A few dozen entries need no database.
/// </summary>
internal sealed class ReferenceIndex
{
    /// <summary>Longer queries are refused.</summary>
    public const int MaxQueryLength = 200;

    private const int MinPrefix = 3;
    private const double Prefix = 0.6;
    private const double Corrected = 0.8;

    // Below either an entry only mentions what was asked.
    private const double LeastScore = 4.5;
    private const double LeastShare = 0.25;

    // What everything here is about decides only between entries that are otherwise as good.
    private const double CommonShare = 0.1;

    private static readonly FrozenSet<string> Noise = ReferenceWords.Of(ReferenceVocabulary.Noise).ToFrozenSet();
    private static readonly FrozenSet<string> Common = ReferenceWords.Of(ReferenceVocabulary.Common).ToFrozenSet();
    private static readonly FrozenSet<string> Unsearchable = ReferenceWords.Of(ReferenceVocabulary.Unsearchable).ToFrozenSet();

    private readonly ReferenceSynonyms _synonyms = new(ReferenceVocabulary.Synonyms);
    private readonly IndexedEntry[] _entries;
    private readonly FrozenDictionary<string, double> _rarity;
    private readonly string[] _words;
    private readonly string[] _correctable;

    public ReferenceIndex()
    {
        var references = Catalog.Statements.ToDictionary(statement => statement.Id, statement => statement.References);
        _entries =
        [
            .. Catalog.Reference.Select(entry => new IndexedEntry(
                new ReferenceHit(entry, [.. entry.Sources.SelectMany(source => references[source]).Distinct().Order()]), Fields(entry))),
        ];
        _rarity = _entries.SelectMany(entry => entry.Weights.Keys)
            .CountBy(word => word)
            .ToFrozenDictionary(count => count.Key, count => Math.Log(1 + ((double)_entries.Length / count.Value)));
        _words = [.. _rarity.Keys.Order(StringComparer.Ordinal)];
        _correctable = [.. _words.Concat(_synonyms.Words).Where(word => word.Length >= Spelling.MinLength).Distinct()];
        MostUseful = [.. ReferenceVocabulary.MostUseful.Select(id => _entries.Single(entry => entry.Hit.Entry.Id == id).Hit)];
    }

    /// <summary>What to show when nothing was asked.</summary>
    public IReadOnlyList<ReferenceHit> MostUseful { get; }

    /// <summary>The entries a query means, best first and always in the same order; <see cref="MostUseful"/> for an empty one.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="wholeWords">False while a person types: a word may then be the beginning of one.</param>
    public IReadOnlyList<ReferenceHit> Search(string query, bool wholeWords = false)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return MostUseful;
        }

        if (query.Length > MaxQueryLength || Read(query, wholeWords) is not { } terms)
        {
            return [];
        }

        var found = _entries.Select(entry => (entry.Hit, Score: entry.Score(terms))).Where(hit => hit.Score >= LeastScore)
            .OrderByDescending(hit => hit.Score).ToList();
        return [.. found.TakeWhile(hit => hit.Score >= found[0].Score * LeastShare).Select(hit => hit.Hit)];
    }

    /// <summary>What is asked for; null when a word of it stands nowhere.</summary>
    private List<Term>? Read(string query, bool wholeWords)
    {
        var words = ReferenceWords.Of(query).Select(Correct).ToList();
        var corrected = _synonyms.Apply([.. words.Select(word => word.Text)]);
        var terms = corrected.Where(word => !Noise.Contains(word)).Distinct()
            .Select(word => new Term(Matches(word, wholeWords), Common.Contains(word)) { Quality = words.Any(w => w.Text == word && w.WasCorrected)
                ? Corrected : 1 })
            .ToList();
        // A bare message of such words alone asks nothing.
        return terms.Count == 0 || (wholeWords && terms.TrueForAll(term => term.IsCommon))
            || terms.Exists(term => term.Matches.Count == 0 && !term.IsCommon) ? null
            : terms.TrueForAll(term => term.IsCommon) ? [.. terms.Where(term => term.Matches.Count > 0).Select(term => term with { IsCommon = false })]
            : terms;
    }

    private (string Text, bool WasCorrected) Correct(string typed)
    {
        var word = ReferenceWords.Band(typed);
        var allowed = Spelling.Allowed(word.Length);
        if (allowed == 0 || _rarity.ContainsKey(word) || _synonyms.Words.Contains(word) || Unsearchable.Contains(word)
            || Common.Contains(word) || Noise.Contains(word) || !char.IsLetter(word[0]))
        {
            return (word, false);
        }

        var best = _correctable
            .Where(known => known[0] == word[0])
            .Select(known => (Known: known, Slips: Spelling.Distance(word, known, Math.Min(allowed, Spelling.Allowed(known.Length)))))
            .Where(near => near.Slips <= Math.Min(allowed, Spelling.Allowed(near.Known.Length)))
            .OrderBy(near => near.Slips)
            .FirstOrDefault();
        return best.Known is { } found && !_words.Any(known => IsBeginning(word, known)) ? (found, true) : (word, false);
    }

    /// <summary>The words of the index a word means, and how much each counts.</summary>
    private List<(string Word, double Weight)> Matches(string word, bool wholeWords)
    {
        if (Unsearchable.Contains(word))
        {
            return [];
        }

        if (_rarity.TryGetValue(word, out var rarity))
        {
            return [(word, rarity)];
        }

        return wholeWords ? [] : [.. _words.Where(known => IsBeginning(word, known)).Select(known => (known, _rarity[known] * Prefix))];
    }

    private static bool IsBeginning(string word, string known) =>
        word.Length >= MinPrefix && word.Length < known.Length && char.IsLetter(word[1]) && known.StartsWith(word, StringComparison.Ordinal);

    /// <summary>What an entry is found by, and how much each word counts.</summary>
    private Dictionary<string, double> Fields(ReferenceEntry entry)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        Add(entry.Text, 2);
        var keywords = ReferenceVocabulary.Keywords[entry.Id].Split('|');
        Add(keywords[1], 3);
        Add(entry.Title, 5);
        Add(keywords[0], 8);
        // The fewer statements an entry joins, the more it is what is asked for by a statement's id.
        Add(string.Join(' ', entry.Sources), 9.0 / entry.Sources.Count);
        return weights;

        void Add(string text, double weight)
        {
            var words = ReferenceWords.Of(text);
            foreach (var word in words.Concat(_synonyms.Apply(words)).Where(word => !Noise.Contains(word) && !Unsearchable.Contains(word)))
            {
                weights[word] = Math.Max(weight, weights.GetValueOrDefault(word));
            }
        }
    }

    private sealed record Term(IReadOnlyList<(string Word, double Weight)> Matches, bool IsCommon)
    {
        public double Quality { get; init; } = 1;
    }

    private sealed record IndexedEntry(ReferenceHit Hit, Dictionary<string, double> Weights)
    {
        /// <summary>0 when a word that was asked for is missing.</summary>
        public double Score(List<Term> terms)
        {
            var score = 0.0;
            foreach (var term in terms)
            {
                var best = 0.0;
                foreach (var (word, weight) in term.Matches)
                {
                    best = Math.Max(best, Weights.GetValueOrDefault(word) * weight * term.Quality);
                }

                if (best == 0 && !term.IsCommon)
                {
                    return 0;
                }

                score += term.IsCommon ? best * CommonShare : best;
            }

            return score;
        }
    }
}
