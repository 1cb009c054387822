using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>"None" of what was shown, and "the rest normal" of what was not named.</summary>
internal static class Wholes
{
    /// <summary>What is said of a whole group at once.</summary>
    /// <param name="Group">"motor", "reflexes" or "flags".</param>
    /// <param name="WithRaise">The straight-leg raise belongs to it as well.</param>
    /// <param name="Outcome">What is made of each that was not named apart.</param>
    /// <param name="Clause">Where it is said.</param>
    internal sealed record Whole(string Group, bool WithRaise, Outcome Outcome, Clause Clause);

    /// <summary>The whole statement of a clause, or null.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="topic">The question that is open.</param>
    /// <param name="before">The group last spoken of; null for none.</param>
    /// <param name="isVoid">Something in its sentence was not understood.</param>
    public static Whole? Read(Clause clause, string? topic, string? before, bool isVoid)
    {
        if ((clause.Has(TermKind.Whole, "none") || clause.Lexemes.Any(l => l is { Kind: TermKind.Cue, Form: "none" })) && !clause.HasElement)
        {
            var denied = clause.Has(TermKind.Cue, "deny") ? Outcome.Ask : Outcome.Reassuring;
            return topic == "redFlags" ? new Whole("flags", false, Modified(clause, denied, isVoid), clause) : null;
        }

        if (!clause.Has(TermKind.Whole, "rest"))
        {
            return null;
        }

        if (clause.Elements.Any(e => e.Kind switch
        {
            TermKind.Act => true,
            TermKind.Subject => e.Form is not ("level" or "mrc" or "reflex") && e.Id is not ("leg" or "legs"),
            _ => e.Id is not ("reflex" or "power" or "myotome" or "weak" or "flags" or "trouble" or "neuro" or "change"),
        }))
        {
            // "otherwise pees fine" is of what it names.
            return null;
        }

        var group = Named(clause) ?? before ?? topic switch { "motor" => "motor", "redFlags" => "flags", _ => null };
        if (group is null)
        {
            return null;
        }

        var cues = ClauseCues.Of(clause.Lexemes, -1, clause.Lexemes.Length);
        var outcome = cues.Max(cue => DecisionTable.Decide(cue is "bare" && clause.Has(TermKind.Whole, "none") ? "answeredNo" : cue, group == "flags"
            ? "topic" : "function"));
        if (cues is ["bare"])
        {
            outcome = clause.Has(TermKind.Modifier, "unknown") ? Outcome.Unknown : clause.Has(TermKind.Whole, "none") ? Outcome.Reassuring
                : clause.Has(TermKind.Quality, "weak") ? Outcome.Adverse : Outcome.Ask;
        }

        return new Whole(group, topic == "motor" && group == "motor" && outcome != Outcome.Adverse, Modified(clause, outcome, isVoid), clause);
    }

    private static string? Named(Clause clause) => clause.Has(TermKind.Quality, "reflex") ? "reflexes"
        : clause.Has(TermKind.Quality, "power", "myotome", "weak") ? "motor" : clause.Has(TermKind.Quality, "flags") ? "flags" : null;

    private static Outcome Modified(Clause clause, Outcome outcome, bool isVoid)
    {
        foreach (var modifier in clause.Lexemes.Where(l => l.Kind == TermKind.Modifier).Select(l => l.Id).Concat(clause.Asked ? ["question"]
            : Array.Empty<string>()).Concat(isVoid ? ["void"] : Array.Empty<string>()).Concat(clause.Has(TermKind.Time) ? ["past"] : Array.Empty<string>()))
        {
            outcome = DecisionTable.Modify(outcome, modifier, "function");
        }

        return outcome;
    }
}
