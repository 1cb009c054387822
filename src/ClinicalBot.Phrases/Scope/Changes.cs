using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>Strength that was better before: whether it progresses is asked.</summary>
internal static class Changes
{
    private const string Progressive = "redFlags.progressiveMotorWeakness";

    /// <summary>Claims that follow from an adverse power or straight-leg raise beside a better one at an earlier time, or one said to have changed.</summary>
    public static IReadOnlyList<Claim> Read(IReadOnlyList<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        if ((clauses.FirstOrDefault(Declines) ?? clauses.GroupBy(c => c.Sentence).Select(FallsWithTime).FirstOrDefault(c => c is not null))
            is { } decline)
        {
            return [new Claim(Progressive, Outcome.Adverse, decline.Start, decline.End) { Sentence = decline.Sentence, Plain = Outcome.Adverse }];
        }

        if (clauses.FirstOrDefault(c => IsWorse(c) && claims.Any(m => m.Sentence == c.Sentence - 1 && m.Outcome == Outcome.Adverse
            && m.Path.StartsWith("motor.", StringComparison.Ordinal))) is { } worsened)
        {
            return [new Claim(Progressive, Outcome.Adverse, worsened.Start, worsened.End) { Sentence = worsened.Sentence, Plain = Outcome.Adverse }];
        }

        var motor = claims.Where(c => c.Path == "straightLegRaise" || c.Path.StartsWith("motor.", StringComparison.Ordinal)).ToList();
        var wasBetter = motor.Exists(c => c.Past);
        var worse = motor.Find(c => (c.Outcome == Outcome.Adverse || c is { Path: "motor.any", Plain: Outcome.Ask })
            && (c.Changed || wasBetter));
        return worse is null || claims.Any(c => c.Path == Progressive) ? []
            : [new Claim(Progressive, Outcome.Ask, worse.Start, worse.End) { Sentence = worse.Sentence, Plain = Outcome.Ask }];
    }

    /// <summary>"Hip flexion 3/5. Worse than when she arrived.": a sentence of its own right behind a weakness.</summary>
    private static bool IsWorse(Clause clause) => !clause.Asked && clause.Part is not ("plan" or "history") && clause.Elements.Any()
        && clause.Elements.All(e => e.Id is "worse" or "worsening") && !clause.Has(TermKind.Cue) && clause.Lexemes.All(l => l.Kind != TermKind.Modifier
            || l.Id is "slightly" or "changed" or "past");

    /// <summary>"2200 5/5, 0000 4/5, 0200 3/5": one power at several times, the last of them lower.</summary>
    private static Clause? FallsWithTime(IEnumerable<Clause> sentence)
    {
        var timed = sentence.Where(c => c.Lexemes.Any(l => l.Form == "grade") && !c.Has(TermKind.Side) && !c.Asked
            && c.Lexemes.Any(l => l.Kind == TermKind.Time || l.Form == "number" || l.Is(TermKind.Filler, "now"))).ToList();
        return timed.Count > 1 && !timed[0].Has(TermKind.Modifier, "past") && Power(timed[^1]) < Power(timed[0])
            && timed.Skip(1).All(c => !c.Elements.Any(e => e.Form is "mrc" or "reflex")
                || c.Elements.Select(e => e.Id).SequenceEqual(timed[0].Elements.Select(e => e.Id))) ? timed[^1] : null;

        static decimal Power(Clause clause) => clause.Lexemes.Last(l => l.Form == "grade").Number;
    }

    /// <summary>"5/5 -> 3/5", "from 4/5 to 3/5", "4/5 now 3/5".</summary>
    private static bool Declines(Clause clause)
    {
        var grades = clause.Lexemes.Where(l => l.Form == "grade").ToList();
        return grades.Count > 1 && grades[^1].Number < grades[0].Number && !clause.Has(TermKind.Side) && !clause.Asked
            && (clause.Has(TermKind.Mark, "arrow") || clause.Has(TermKind.Filler, "became", "now") || clause.Has(TermKind.Modifier, "changed"));
    }
}
