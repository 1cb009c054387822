namespace ClinicalBot.Phrases;

/// <summary>The free values of the block: agent, concentration, volume, side and levels. They never change the urgency.</summary>
internal static class BlockCircumstances
{
    /// <summary>Adds what the clauses say of them.</summary>
    public static Reading Complete(Reading reading, IReadOnlyList<Clause> clauses, Topic? topic, Func<Clause, string> quote)
    {
        var doubts = new List<Doubt>();
        var drugged = clauses.Where(c => c.Has(Agent)).Select(c => c.Sentence).ToHashSet();
        foreach (var clause in clauses.Where(c => !c.Asked && c.Part is not (Part.Plan or Part.History)))
        {
            var ofBlock = topic == Topic.Context || clause.Corrects || clause.Has(LastBlock);
            var ofDrug = topic == Topic.Context || drugged.Contains(clause.Sentence);
            foreach (var lexeme in clause.Lexemes)
            {
                reading = lexeme.Is(Agent) && !clause.Has(Deny) ? WithAgent(reading, lexeme.Id, clause)
                    : lexeme.Is(Percent) && lexeme.Number > 100 ? Doubted(FindingPaths.Concentration, clause)
                    : lexeme.Is(Percent) && ofDrug ? reading with { ConcentrationPercent = Math.Max(lexeme.Number, reading.ConcentrationPercent ?? 0) }
                    : lexeme.Is(Volume) && clause.Has(Total) ? Doubted(FindingPaths.Volume, clause)
                    : lexeme.Is(Volume) && ofDrug && !clause.HasElement
                        ? reading with { VolumePerLevelMl = Math.Max(lexeme.Number, reading.VolumePerLevelMl ?? 0) }
                    : lexeme.Is(Level) && ofBlock
                        ? reading with { Levels = (reading.Levels is null ? "" : reading.Levels + ", ") + lexeme.Id.ToUpperInvariant() }
                    : reading;
            }

            reading = ofBlock && SideOf(clause) is { } side ? reading with { Side = side } : reading;
        }

        return topic == Topic.Context ? reading with { Doubts = [.. reading.Doubts, .. doubts] } : reading;

        Reading WithAgent(Reading known, string agent, Clause clause) =>
            (known.Agent is null || known.Agent == agent ? known : Doubted(FindingPaths.Agent, clause)) with { Agent = agent };

        Reading Doubted(string path, Clause clause)
        {
            doubts.Add(new Doubt(path, DoubtKind.Unclear, quote(clause)));
            return reading;
        }
    }

    private static string? SideOf(Clause clause)
    {
        if (clause.Has(Deny) || clause.Elements.Any(e => !e.Is(Level, BlockedBothSides) && !(clause.Corrects && e.Is(LegWord))))
        {
            return null;
        }

        return clause.Has(Both, BlockedBothSides) || clause.Has(Left) && clause.Has(Right) ? BothSides : clause.Lexemes.First(Left, Right)?.Id;
    }

    /// <summary>As the API writes it.</summary>
    private const string BothSides = "both";
}
