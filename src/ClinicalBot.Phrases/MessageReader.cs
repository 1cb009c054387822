using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Scope;
using ClinicalBot.Phrases.Segments;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases;

/// <summary>A message on its way through the stages: folded, cut into sentences and clauses, and what the clauses claim.</summary>
internal sealed partial class MessageReader
{
    private readonly string? _topic;
    private readonly Voids _void;

    private MessageReader(FoldedText text, IReadOnlyList<Clause> clauses, string? topic)
    {
        Text = text;
        Clauses = clauses;
        _topic = topic;
        _void = FindVoids(clauses, topic);
        Claims = Claim();
    }

    /// <summary>What was typed, folded.</summary>
    public FoldedText Text { get; }

    /// <summary>Its clauses, in order.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>What they claim, path by path of single findings and parts.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>Reads a message.</summary>
    public static MessageReader Read(string typed, Topic? topic)
    {
        var text = FoldedText.Of(typed);
        var lexemes = Lexer.Read(PhraseTokenizer.Tokenize(text.Text), topic == Topic.Time);
        var sentences = Sentence.Of(lexemes, Headings.Find(text.Text));
        var clauses = new List<Clause>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var number = i;
            clauses.AddRange(new ClauseSplitter(sentences[i].Lexemes, Meanings.Composes).Split().Select((clause, k) =>
                clause with { Sentence = number, Part = sentences[number].Part, Corrects = sentences[number].Corrects, Joint = k == 0
                    && sentences[number].GoesOn ? "semicolon" : clause.Joint }));
            if (sentences[i].Asked && clauses.Count > 0 && clauses[^1].Sentence == i)
            {
                clauses[^1] = clauses[^1] with { Asked = true };
            }
        }

        var passed = ClausePasses.ShareValues(ClausePasses.SpreadDenials(ClausePasses.FillEllipses(ClausePasses.JoinAnswers(clauses), Meanings.Composes,
            Meanings.StandsAlone, Meanings.ComposesAny)));
        return new MessageReader(text, passed, topic is { } open ? char.ToLowerInvariant(open.ToString()[0]) + open.ToString()[1..] : null);
    }

    /// <summary>The writer takes back something said in an earlier message ("sorry, I meant 5 h").</summary>
    public bool Corrects => Clauses.Any(c => c.Corrects);

    /// <summary>The words the vocabulary lacks.</summary>
    public IReadOnlyList<string> NotUnderstood(string typed) =>
        [.. Clauses.SelectMany(c => c.Lexemes).Where(l => l.Kind == TermKind.Unknown).Select(l => Text.Typed(typed, l.Start, l.End)).Distinct()];

    private List<Claim> Claim()
    {
        var claims = new List<Claim>();
        var wholes = new List<Wholes.Whole>();
        string? group = null;
        var named = Clauses.Any(c => c.HasElement);
        var advised = -1;
        for (var i = 0; i < Clauses.Count; i++)
        {
            var clause = Clauses[i];
            var isAdvice = advised == clause.Sentence;
            advised = clause.Has(TermKind.Modifier, "advice") ? clause.Sentence : advised;
            if (Wholes.Read(clause, _topic, group, _void.Wholes[i]) is { } whole)
            {
                wholes.Add(whole);
                continue;
            }

            if (clause.Lexemes.Any(l => l is { Kind: TermKind.Whole, Form: "flags" }) && _topic != "redFlags")
            {
                claims.Add(new Claim("redFlags.any", Outcome.Ask, clause.Start, clause.End) { Sentence = clause.Sentence });
            }

            if (clause.Lexemes.All(l => l is { Form: "interjection" or "assent" } or { Kind: TermKind.Filler }) && !NextIsException(i)
                && (named || clause.Lexemes.Any(l => l.Form == "assent")))
            {
                continue;
            }

            foreach (var claim in ScopeEngine.Read(clause, _topic, _void.Clauses[i], isAdvice))
            {
                var paths = claim is { Path: "redFlags.any", Outcome: Outcome.Unknown } ? "flags" : claim.Path;
                claims.AddRange(FindingTable.Expand(paths).Select(path => claim with { Path = path, General = claim.General
                    || FindingTable.IsGroup(claim.Path) }));
                group = FindingTable.IsGroup(claim.Path) ? claim.Path : FindingTable.GroupOf(claim.Path)
                    ?? (claim.Path is "straightLegRaise" or "motor.any" ? "motor" : group);
            }
        }

        if ((wholes.Count > 0 || claims.TrueForAll(c => c.Path.StartsWith("context", StringComparison.Ordinal))) && _topic is not null
            && Clauses.Any(c => !c.HasElement && c.Borrowed.Count == 0 && !c.Has(TermKind.Whole) && c.Has(TermKind.Modifier, "unknown")))
        {
            var told = claims.Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
            claims.AddRange(FindingTable.Shown(_topic).Where(path => !told.Contains(path))
                .Select(path => new Claim(path, Outcome.Unknown, Clauses[0].Start, Clauses[^1].End)));
        }

        Corrections.Apply(claims, Clauses);
        DropSituation(claims);
        claims.AddRange(WhereItIsNumb(claims));
        claims.AddRange(Changes.Read(claims, Clauses));
        claims.AddRange(OtherLeg.Read(claims, Clauses));
        foreach (var whole in wholes)
        {
            var apart = claims.Where(c => !(c.General || c.Unspecific) || c.Outcome is not (Outcome.Adverse or Outcome.Reassuring)
                || c is { Outcome: Outcome.Reassuring, Side: "-" }).Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
            var paths = FindingTable.Expand(whole.Group).Concat(whole.WithRaise ? ["straightLegRaise"] : Array.Empty<string>()).Where(path =>
                !apart.Contains(path));
            claims.AddRange(paths.Select(path => new Claim(path, whole.Outcome, whole.Clause.Start, whole.Clause.End) { General = true,
                Sentence = whole.Clause.Sentence, Plain = whole.Outcome }).ToList());
        }

        return claims;
    }

    /// <summary>Why somebody called ("S: leg went numb") gives way to an exam that says it is gone ("A: numbness gone").</summary>
    private void DropSituation(List<Claim> claims)
    {
        var parts = Clauses.GroupBy(c => c.Sentence).ToDictionary(s => s.Key, s => s.First().Part);
        if (claims.Exists(c => c is { Path: "numbness", Outcome: Outcome.Reassuring } && parts[c.Sentence] == "assessment"))
        {
            claims.RemoveAll(c => c is { Path: "numbness", Outcome: Outcome.Adverse } && parts[c.Sentence] == "situation");
        }
    }

    /// <summary>Where it is numb says that it is numb; "resolved except the big toe" is not resolved.</summary>
    private List<Claim> WhereItIsNumb(List<Claim> claims)
    {
        var found = new List<Claim>();
        var place = claims.Find(c => c.Path is "within" or "unexpected" or "dermatomal" && (c.Outcome is Outcome.Reassuring or Outcome.Adverse
            || _topic == "sensation"));
        if (place is not null && !claims.Exists(c => c.Path is "numbness" or "touch" or "pinprick" or "temperature"))
        {
            found.Add(place with { Path = "numbness", Outcome = Outcome.Adverse, Side = "-", General = true });
        }

        foreach (var clause in Clauses.Where(c => c.Joint == "except" && c.HasElement && claims.Exists(n => n.Path == "numbness"
            && n.Outcome is Outcome.Reassuring or Outcome.Ask && n.Sentence == c.Sentence)))
        {
            found.Add(new Claim("numbness", Outcome.Adverse, clause.Start, clause.End) { Sentence = clause.Sentence, General = true });
            claims.RemoveAll(c => c.Path == "numbness" && c.Sentence == clause.Sentence && c.Outcome == Outcome.Reassuring);
        }

        return found;
    }

    /// <summary>"..., not really", "..., I think": doubt about what stands beside it.</summary>
    private static bool IsDoubtAlone(Clause clause) =>
        !clause.HasElement && clause.Borrowed.Count == 0 && clause.Has(TermKind.Modifier, "unknown", "soft", "hedge", "noNew", "unchanged", "past",
            "partial", "noLonger", "yet", "only", "slightly")
        && !clause.Has(TermKind.Value) && !clause.Has(TermKind.Whole) && !clause.Has(TermKind.Event) && !clause.Has(TermKind.Time)
            && !clause.Has(TermKind.Complaint);

    /// <summary>"no pain", "no catheter": what is denied is none of the findings.</summary>
    private static bool DeniesHarmless(Clause clause) => clause.Joint is not ("but" or "except") && clause.Elements.Any(e => e.Id != "leg")
        && clause.Elements.All(e => e.Id is "pain" or "trouble" or "scan" or "leg" or "notdermatomal" or "antiplatelet" or "level" || e.Form == "level"
        || e.Kind == TermKind.Quality && e.Form == "noun");
}
