using ClinicalBot.Phrases.Scope;
using ClinicalBot.Phrases.Segments;

namespace ClinicalBot.Phrases;

/// <summary>A message on its way through the stages: folded, cut into sentences and clauses, and what the clauses claim.</summary>
/// <param name="Text">What was typed, folded.</param>
/// <param name="Clauses">Its clauses, in order.</param>
/// <param name="Claims">What they claim, path by path of single findings and parts.</param>
internal sealed record MessageReader(FoldedText Text, IReadOnlyList<Clause> Clauses, IReadOnlyList<Claim> Claims)
{
    /// <summary>Reads a message.</summary>
    public static MessageReader Read(string typed, Topic? topic)
    {
        var text = FoldedText.Of(typed);
        var sentences = Sentences.Of(Lexer.Read(PhraseTokenizer.Tokenize(text.Text), topic == Topic.Time), Headings.Find(text.Text));
        var clauses = ClausePasses.Pass([.. sentences.SelectMany(sentence => new ClauseSplitter(sentence).Split())]);
        return new MessageReader(text, clauses, Claim(clauses, topic));
    }

    /// <summary>The writer takes back something said in an earlier message ("sorry, I meant 5 h").</summary>
    public bool Corrects => Clauses.Any(c => c.Corrects);

    /// <summary>The words the vocabulary lacks.</summary>
    public IReadOnlyList<string> NotUnderstood(string typed) =>
        [.. Clauses.SelectMany(c => c.Lexemes).Where(l => l.Is(Unknown)).Select(l => Text.Typed(typed, l.Start, l.End)).Distinct()];

    private static List<Claim> Claim(IReadOnlyList<Clause> clauses, Topic? topic)
    {
        var claims = new List<Claim>();
        var wholes = new List<WholeGroup>();
        string? group = null;
        var named = clauses.Any(c => c.HasElement);
        var isVoid = VoidSentences.Of(clauses, topic, out var voidWholes);
        var advice = clauses.Select((clause, i) => (Clause: clause, At: i)).Where(each => each.Clause.Has(Advice)).DistinctBy(each => each.Clause.Sentence)
            .ToDictionary(each => each.Clause.Sentence, each => each.At);
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            if (Wholes.Read(clause, topic, group, voidWholes[i]) is { } whole)
            {
                wholes.Add(whole);
                continue;
            }

            if (clause.Has(AllFlags) && topic != Topic.RedFlags)
            {
                claims.Add(new Claim(FindingPaths.AnyFlag, Outcome.Ask, clause.Start, clause.End) { Sentence = clause.Sentence });
            }

            // "ok, all groups 5/5": an interjection says nothing of its own.
            if (clause.Lexemes.AreAll(Filler, Interjection) && (named || clause.Has(Assent)) && clauses.ElementAtOrDefault(i + 1)?.Link != Link.Except)
            {
                continue;
            }

            var isAdvice = advice.TryGetValue(clause.Sentence, out var advised) && advised < i;
            foreach (var claim in ScopeEngine.Read(clause, topic, isVoid[i], isAdvice))
            {
                var path = claim is { Path: FindingPaths.AnyFlag, Outcome: Outcome.Unknown } ? FindingPaths.Flags : claim.Path;
                claims.AddRange(FindingTable.Expand(path) is { Count: > 1 } paths
                    ? paths.Select(each => claim with { Path = each, General = claim.General || FindingTable.IsGroup(claim.Path) }) : [claim]);
                group = FindingTable.GroupSpokenOf(claim.Path) ?? group;
            }
        }

        if (topic is { } open && (wholes.Count > 0 || claims.TrueForAll(c => FindingPaths.IsContext(c.Path)))
            && clauses.Any(c => !c.Speaks && !c.Has(Whole) && c.Has(NotKnown)))
        {
            // "not sure about the rest": of all that is shown, what was not told is unknown.
            claims.AddRange(FindingTable.Shown(open).Except(claims.Select(c => c.Path)).Select(path =>
                new Claim(path, Outcome.Unknown, clauses[0].Start, clauses[^1].End)).ToList());
        }

        ClaimPasses.Pass(claims, clauses, topic);
        wholes.ForEach(whole => claims.AddRange(whole.Claims(claims)));
        return claims;
    }
}
