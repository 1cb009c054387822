using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Times;
using ClinicalBot.Phrases.Words;
using static ClinicalBot.Phrases.Words.WordClass;

namespace ClinicalBot.Phrases;

/// <summary>Binds each time of a message to the event of its clause. Time zero is the last injection: only the block's time, or a bare answer to its
/// question, counts.</summary>
internal sealed partial class BlockTimes(MessageReader message, PhraseContext context, string typed)
{
    private readonly List<BlockTimeReading> _found = [];
    private readonly List<Doubt> _doubts = [];
    private BlockTimeReading? _corrected;

    /// <summary>Adds the block time, or the doubt about it.</summary>
    public Reading Complete(Reading reading)
    {
        for (var i = 0; i < message.Clauses.Count; i++)
        {
            var clause = message.Clauses[i];
            foreach (var time in clause.Lexemes.OfType<TimeLexeme>())
            {
                Bind(time, clause, Before(i));
            }

            if (clause.Has(NotKnown) && clause.Has(LastBlock) && !clause.Has(Time) || IsBareUnknown(clause))
            {
                _found.Add(new BlockTimeReading.Unknown());
            }
        }

        if (context.Topic == Topic.Time && _found.Count == 0
            && message.Clauses.FirstOrDefault(c => c.Has(Vague)) is { } fuzzy)
        {
            _doubts.Add(new Doubt(FindingPaths.BlockTime, DoubtKind.Unclear, message.Text.Typed(typed, fuzzy.Start, fuzzy.End)));
        }

        // "3 h, maybe 4": a second figure that is in doubt.
        var merged = Merge() is var one && one is BlockTimeReading.Known known && context.Topic == Topic.Time
            && message.Clauses.Any(c => !c.Has(Time) && c.Has(Vague) && c.Has(Figure)) ? known with { NeedsConfirmation = true } : one;
        return reading with { BlockTime = merged, Doubts = [.. reading.Doubts,
            .. _doubts.Where(d => merged is null || merged is BlockTimeReading.Known && d.Kind == DoubtKind.Contradiction).Take(1)] };
    }

    /// <summary>The nearest clause before in the same sentence that speaks of an event and of nothing else.</summary>
    private Clause? Before(int i) =>
        Enumerable.Range(1, i).Select(back => message.Clauses[i - back]).TakeWhile(c => c.IsWith(message.Clauses[i]) && !c.Has(Time))
            .FirstOrDefault(c => c.Has(Event));

    private bool IsBareUnknown(Clause clause) => context.Topic == Topic.Time && !clause.HasElement && clause.Has(NotKnown)
        && !message.Clauses.Any(c => c.Has(Time));

    private void Bind(TimeLexeme time, Clause clause, Clause? before)
    {
        if (Counts(time, clause, before) is not { } counts)
        {
            return;
        }

        var resolved = counts ? new TimeResolver(context).Resolve(time.Expression) : null;
        var denied = !clause.HasElement && clause.Lexemes.Any(l => l.Is(Deny) && l.Start < time.Start);
        var hedged = clause.Lexemes.LastOrDefault(l => l.Start < time.Start && !l.Is(Filler, Verb))?.Is(HedgesTime) == true;
        if (resolved is null || denied || hedged)
        {
            _doubts.Add(new Doubt(FindingPaths.BlockTime, DoubtKind.Unclear, message.Text.Typed(typed, clause.Start, clause.End)));
            return;
        }

        var confirm = clause.Asked || clause.Has(DoubtsTime)
            || time.Expression is TimeExpression.Elapsed { Anchor: Anchor.None } && clause.HasElement && IsBehindBlock(time, clause);
        resolved = resolved is BlockTimeReading.Known known && confirm ? known with { NeedsConfirmation = true } : resolved;
        _corrected = clause.Corrects ? resolved : _corrected;
        _found.Add(resolved);
    }

    private BlockTimeReading? Merge()
    {
        if (_corrected is not null && _found.Count > 1)
        {
            // "3 h, sorry, 5 h": the time after the correction replaces the one before it.
            return _corrected;
        }

        var instants = _found.OfType<BlockTimeReading.Known>().ToList();
        if (_found.Count < 2 || instants.Count == 0)
        {
            return _found.FirstOrDefault();
        }

        // Two times: the earlier is the worse, and it is asked which was the last injection.
        var earliest = instants.MinBy(k => k.At)!;
        if (_found.TrueForAll(k => k is BlockTimeReading.Known known && known.At == earliest.At))
        {
            return earliest;
        }

        _doubts.Insert(0, new Doubt(FindingPaths.BlockTime, DoubtKind.Contradiction, typed.Length <= 200 ? typed.Trim() : ""));
        return earliest with { NeedsConfirmation = true };
    }
}
