using ClinicalBot.Phrases.Times;

namespace ClinicalBot.Phrases;

/// <summary>Binds each time of a message to the event of its clause. Time zero is the last injection: only the block's time, or a bare answer to its
/// question, counts.</summary>
internal sealed class BlockTimes(MessageReader message, PhraseContext context, string typed)
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

    /// <summary>True: it is the block's time. False: it may be, or the writer may think so: asked. Null: it is something else.</summary>
    private bool? Counts(TimeLexeme time, Clause clause, Clause? before)
    {
        var events = Events(clause, time);
        if (events.Count == 0 && before is not null && !clause.Has(Untied) && before.Elements.AreAll(Level))
        {
            events = Events(before, time);
        }

        var anchored = time.Expression is TimeExpression.Elapsed { Anchor: Anchor.AfterBlock };
        var ahead = clause.Lexemes.TakeWhile(l => l != time).ToList();
        var ofOther = time.Expression is TimeExpression.Elapsed { Anchor: Anchor.Ago } && !ahead.Has(Event) && ahead.Has(BeforeTime);
        if (ofOther || anchored && events.Count > 0 && !events[0].Is(BlockOrDone))
        {
            // "catheter came out 3 h ago post MBB": the time is of what stands before it. "Onset 30 min after the block" tells when it began.
            return ofOther && events.Count == 0 && context.Topic != Topic.Time ? null : false;
        }

        var findings = !clause.Elements.AreAll(BlockedBothSides, Level) || clause.Has(Agent, Stopped, Complaint);
        var ofBlock = events.Count > 0 && (events[0].Is(LastBlock, BlockedBothSides)
            || events[0].Is(Done) && (!clause.Has(Untied) || events.Has(LastBlock)) && events.AreAll(BlockOrDone) && (!findings || events.Has(LastBlock)));
        var elapsed = time.Expression as TimeExpression.Elapsed;
        if (anchored || ofBlock)
        {
            return context.Topic == Topic.Time || anchored || IsBehindBlock(time, clause) || elapsed is not { Anchor: Anchor.None } || !findings ? true : null;
        }

        // At its own question a time beside words that are not understood, or of an exam or a place, may be of anything.
        var bare = events.Count == 0 && !findings && !clause.Has(Untied);
        return context.Topic == Topic.Time || clause.Corrects && context.Topic is not null && events.Count == 0 ? bare
            : bare && elapsed is { Anchor: Anchor.Ago } && context.Topic is null ? true : null;
    }

    /// <summary>"post MBB 3h": the time stands right behind the block.</summary>
    private static bool IsBehindBlock(TimeLexeme time, Clause clause) => clause.Lexemes.LastOrDefault(l => l.Start < time.Start)?.Is(LastBlock) == true;

    /// <summary>The events of a clause, the nearest before the time first, then what follows it.</summary>
    private static List<Lexeme> Events(Clause clause, TimeLexeme time) =>
        [.. clause.Lexemes.Where(l => l.Is(Event, BlockedBothSides))
            .OrderBy(l => l.Start < time.Start ? time.Start - l.End : TypedText.MaxLength + l.Start - time.End)];
}
