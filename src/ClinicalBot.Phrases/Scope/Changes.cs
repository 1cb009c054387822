using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;
using static ClinicalBot.Phrases.Words.WordClass;

namespace ClinicalBot.Phrases.Scope;

/// <summary>Strength that was better before: whether it progresses is asked.</summary>
internal static class Changes
{
    /// <summary>Claims that follow from an adverse power or straight-leg raise beside a better one at an earlier time, or one said to have changed.</summary>
    public static IEnumerable<Claim> Read(IReadOnlyList<Claim> claims, IReadOnlyList<Clause> clauses)
    {
        if ((clauses.FirstOrDefault(Declines) ?? clauses.GroupBy(c => c.Sentence).Select(FallsWithTime).FirstOrDefault(c => c is not null))
            is { } decline)
        {
            return [new Claim(FindingPaths.Progressive, Outcome.Adverse, decline.Start, decline.End) { Sentence = decline.Sentence, Plain = Outcome.Adverse }];
        }

        if (clauses.FirstOrDefault(c => IsWorse(c) && claims.Any(m => m.Sentence == c.Sentence - 1 && m.Outcome == Outcome.Adverse
            && FindingTable.IsMotor(m.Path))) is { } worsened)
        {
            return [new Claim(FindingPaths.Progressive, Outcome.Adverse, worsened.Start, worsened.End)
                { Sentence = worsened.Sentence, Plain = Outcome.Adverse }];
        }

        var motor = claims.Where(c => FindingTable.IsMotor(c.Path)).ToList();
        var wasBetter = motor.Exists(c => c.Past);
        var worse = motor.Find(c => (c.Outcome == Outcome.Adverse || c is { Path: FindingPaths.AnyMotor, Plain: Outcome.Ask }) && (c.Changed || wasBetter));
        return worse is null || claims.Any(c => c.Path == FindingPaths.Progressive) ? []
            : [new Claim(FindingPaths.Progressive, Outcome.Ask, worse.Start, worse.End) { Sentence = worse.Sentence, Plain = Outcome.Ask }];
    }

    /// <summary>"Hip flexion 3/5. Worse than when she arrived.": a sentence of its own right behind a weakness.</summary>
    private static bool IsWorse(Clause clause) => clause is { HasElement: true, Asked: false, Part: not (Part.Plan or Part.History) } && !clause.Has(Cue)
        && clause.Elements.AreAll(Course) && clause.Lexemes.Of(Modifier).AreAll(FallsOrWas);

    /// <summary>
    /// "2200 5/5, 0000 4/5, 0200 3/5", "was 4/5 at 8, now 2/5": one power at several times, the last of them lower. A power that was full may have been
    /// so before the block: then whether it progresses is asked.
    /// </summary>
    private static Clause? FallsWithTime(IEnumerable<Clause> sentence)
    {
        var timed = sentence.Where(c => c.Has(Grade) && c.Has(Time, FigureForm, Now, Past) && !c.Has(Side) && !c.Asked).ToList();
        return timed.Count > 1 && !(timed[0].Has(Past) && timed[0].Lexemes.Of(Grade)[^1].Number == Measures.FullPower)
            && Falls(timed[0].Lexemes.Of(Grade)[^1], timed[^1].Lexemes.Of(Grade)[^1])
            && timed.Skip(1).All(c => !c.Elements.Has(MuscleForm, ReflexForm)
                || c.Elements.Select(e => e.Id).SequenceEqual(timed[0].Elements.Select(e => e.Id)))
            ? timed[^1] : null;
    }

    /// <summary>"5/5 -> 3/5", "from 4/5 to 3/5", "4/5 now 3/5", "4/5 at 20:00, 2/5 at 22:00".</summary>
    private static bool Declines(Clause clause) => clause.Lexemes.Of(Grade) is { Count: > 1 } grades && Falls(grades[0], grades[^1])
        && !clause.Has(Side) && !clause.Asked && (clause.Has(Arrow, NowOrBecame, Changed) || clause.Lexemes.Of(Time).Count > 1);

    private static bool Falls(Lexeme first, Lexeme last) => last.Number < first.Number;
}
