using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases;

/// <summary>The free values of the block: agent, concentration, volume, side and levels. They never change the urgency.</summary>
internal static class BlockCircumstances
{
    /// <summary>Adds what the clauses say of them.</summary>
    public static Reading Complete(Reading reading, IReadOnlyList<Clause> clauses, Topic? topic, Func<Clause, string> quote)
    {
        var doubts = new List<Doubt>();
        var drugged = clauses.Where(c => c.Has(TermKind.Agent)).Select(c => c.Sentence).ToHashSet();
        foreach (var clause in clauses.Where(c => !c.Asked && c.Part is not ("plan" or "history")))
        {
            var ofBlock = topic == Topic.Context || clause.Corrects || clause.Has(TermKind.Event, "block", "mbb");
            var ofDrug = topic == Topic.Context || drugged.Contains(clause.Sentence);
            foreach (var lexeme in clause.Lexemes)
            {
                reading = lexeme switch
                {
                    { Kind: TermKind.Agent } when !clause.Has(TermKind.Cue, "deny") => Agent(reading, lexeme.Id, clause),
                    { Id: "percent", Number: > 100 } => Doubted("context.concentrationPercent", clause),
                    { Id: "percent" } when ofDrug => reading with { ConcentrationPercent = Math.Max(lexeme.Number, reading.ConcentrationPercent ?? 0) },
                    { Id: "volume" } when clause.Has(TermKind.Modifier, "total") => Doubted("context.volumePerLevelMl", clause),
                    { Id: "volume" } when ofDrug && !clause.HasElement =>
                        reading with { VolumePerLevelMl = Math.Max(lexeme.Number, reading.VolumePerLevelMl ?? 0) },
                    { Kind: TermKind.Subject, Form: "level" } when ofBlock =>
                        reading with { Levels = (reading.Levels is null ? "" : reading.Levels + ", ") + lexeme.Id.ToUpperInvariant() },
                    _ => reading,
                };
            }

            if (ofBlock && Side(clause) is { } side)
            {
                reading = reading with { Side = side };
            }
        }

        return doubts.Count == 0 || topic != Topic.Context ? reading : reading with { Doubts = [.. reading.Doubts, .. doubts] };

        Reading Agent(Reading known, string agent, Clause clause)
        {
            if (known.Agent is not null && known.Agent != agent)
            {
                doubts.Add(new Doubt("context.agent", DoubtKind.Unclear, quote(clause)));
            }

            return known with { Agent = agent };
        }

        Reading Doubted(string path, Clause clause)
        {
            doubts.Add(new Doubt(path, DoubtKind.Unclear, quote(clause)));
            return reading;
        }
    }

    private static string? Side(Clause clause)
    {
        if (clause.Has(TermKind.Cue, "deny") || clause.Elements.Any(e => e.Form != "level" && e.Id != "bothblocked"
            && !(clause.Corrects && e.Id == "leg")))
        {
            return null;
        }

        var (left, right) = (clause.Has(TermKind.Side, "left"), clause.Has(TermKind.Side, "right"));
        return clause.Has(TermKind.Quantifier, "both") || clause.Has(TermKind.Quality, "bothblocked") || left && right ? "both" : left ? "left" : right
            ? "right" : null;
    }
}
