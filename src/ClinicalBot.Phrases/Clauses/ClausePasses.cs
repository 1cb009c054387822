using ClinicalBot.Phrases.Words;
using static ClinicalBot.Phrases.Words.WordClass;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>What clauses take over from their neighbors: answers, ellipses, denials and values of a list. Each pass turns clauses into clauses.</summary>
internal static partial class ClausePasses
{
    /// <summary>All passes, in their order.</summary>
    public static IReadOnlyList<Clause> Pass(IReadOnlyList<Clause> clauses) => ShareValues(SpreadDenials(FillEllipses(JoinAnswers(clauses))));

    /// <summary>"saddle numbness (no)", "saddle? no." and "KJ normal? yes": an answer belongs to what was asked.</summary>
    private static List<Clause> JoinAnswers(IReadOnlyList<Clause> clauses)
    {
        var joined = new List<Clause>();
        foreach (var clause in clauses)
        {
            if (joined.Count > 0 && Answers(joined[^1], clause))
            {
                joined[^1] = joined[^1] with { Lexemes = Joined(joined[^1], clause), Asked = clause.Asked };
            }
            else
            {
                joined.Add(clause);
            }
        }

        return joined;
    }

    private static bool Answers(Clause asked, Clause answer)
    {
        var (open, closed) = (answer.Link == Link.Open, asked.Has(Answered));
        var one = answer.Lexemes.Count(l => !l.Is(Filler)) == 1;
        return (asked.HasElement || open && asked.Has(Quantifier))
            && (open && !closed && answer.Lexemes.Length == 1 && answer.Has(Adjective) && asked.Elements.AreAll(Subject, MuscleForm)
                || answer.Lexemes.AreAll(AnswerPart) && !answer.Lexemes.AreAll(Filler) && (open && !closed
                    || (one || open) && asked.Asked && answer.Sentence == asked.Sentence + 1 && (!closed || answer.Has(DenyNoYes))));
    }

    /// <summary>"slr able? no" is not able; "slr able? yes" is able.</summary>
    private static Lexeme[] Joined(Clause asked, Clause answer)
    {
        var value = asked.Lexemes.IndexOf(ValueOrAbility);
        return value < 0 ? [.. asked.Lexemes, .. answer.Lexemes.Select(l => l.Is(Deny) ? l.As(Made.No) : l)]
            : answer.Lexemes.First(AnswersNo) is not { } denial ? asked.Lexemes
            : [.. asked.Lexemes.Take(value), denial.As(Made.Denial), .. asked.Lexemes.Skip(value)];
    }
}
