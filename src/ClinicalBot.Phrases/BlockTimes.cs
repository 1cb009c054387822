using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Times;
using ClinicalBot.Phrases.Words;

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

            if (clause.Has(TermKind.Modifier, "unknown") && clause.Has(TermKind.Event, "block", "mbb") && !clause.Has(TermKind.Time) || IsBareUnknown(clause))
            {
                _found.Add(new BlockTimeReading.Unknown());
            }
        }

        if (context.Topic == Topic.Time && _found.Count == 0
            && message.Clauses.FirstOrDefault(c => c.Has(TermKind.Modifier, "fuzzy", "soft", "hedge")) is { } fuzzy)
        {
            _doubts.Add(new Doubt("blockTime", DoubtKind.Unclear, message.Text.Typed(typed, fuzzy.Start, fuzzy.End)));
        }

        var merged = Merge();
        return reading with { BlockTime = merged, Doubts = [.. reading.Doubts,
            .. _doubts.Where(d => merged is null || merged is BlockTimeReading.Known && d.Kind == DoubtKind.Contradiction).Take(1)] };
    }

    /// <summary>The nearest clause before in the same sentence that speaks of an event and of nothing else.</summary>
    private Clause? Before(int i)
    {
        for (var k = i - 1; k >= 0 && message.Clauses[k].Sentence == message.Clauses[i].Sentence && !message.Clauses[k].Has(TermKind.Time); k--)
        {
            if (message.Clauses[k].Has(TermKind.Event))
            {
                return message.Clauses[k];
            }
        }

        return null;
    }

    private bool IsBareUnknown(Clause clause) => context.Topic == Topic.Time && !clause.HasElement && clause.Has(TermKind.Modifier, "unknown")
        && !message.Clauses.Any(c => c.Has(TermKind.Time));

    private void Bind(TimeLexeme time, Clause clause, Clause? before)
    {
        if (Counts(time, clause, before) is not { } counts)
        {
            return;
        }

        var resolved = counts ? TimeResolver.Resolve(time.Time, context) : null;
        var denied = !clause.HasElement && clause.Lexemes.Any(l => l.Is(TermKind.Cue, "deny") && l.Start < time.Start);
        var hedged = clause.Lexemes.LastOrDefault(l => l.Start < time.Start && l.Kind is not (TermKind.Filler or TermKind.Verb))
            is { Kind: TermKind.Modifier, Id: "unknown" or "hedge" or "soft", Form: not "query" };
        if (resolved is null || denied || hedged)
        {
            _doubts.Add(new Doubt("blockTime", DoubtKind.Unclear, message.Text.Typed(typed, clause.Start, clause.End)));
            return;
        }

        var confirm = clause.Asked || time.Time is TimeExpression.Elapsed { Anchor: Anchor.None } && clause.HasElement && IsNextTo(time, clause) || clause.Has(TermKind.Modifier, "unknown", "hedge", "soft", "asking");
        resolved = resolved is BlockTimeReading.Known known && confirm ? known with { NeedsConfirmation = true } : resolved;
        _corrected = clause.Corrects ? resolved : _corrected;
        _found.Add(resolved);
    }

    /// <summary>True: it is the block's time. False: it may be, or the writer may think so: asked. Null: it is something else.</summary>
    private bool? Counts(TimeLexeme time, Clause clause, Clause? before)
    {
        var events = Events(clause, time);
        if (events.Count == 0 && before is not null && !Untied(clause) && before.Elements.All(e => e.Form == "level"))
        {
            events = Events(before, time);
        }

        var anchored = time.Time is TimeExpression.Elapsed { Anchor: Anchor.AfterBlock };
        if (anchored && events is [not ("block" or "mbb" or "done"), ..])
        {
            // "Onset 30 min after the block" tells when it began, not how long ago the block was.
            return false;
        }

        if (time.Time is TimeExpression.Elapsed { Anchor: Anchor.Ago } && clause.Lexemes.First(l => l.Kind == TermKind.Event || l == time) == time
            && clause.Lexemes.TakeWhile(l => l != time).Any(l => l is { Kind: TermKind.Unknown or TermKind.Act } or { Id: "scan" }))
        {
            // "catheter came out 3 h ago post MBB": the time is of what stands before it.
            return events.Count == 0 && context.Topic != Topic.Time ? null : false;
        }

        var findings = clause.Elements.Any(e => e.Id != "bothblocked") || clause.Has(TermKind.Agent) || clause.Has(TermKind.Modifier, "stopped") || clause.Has(TermKind.Complaint);
        if (anchored || events is ["block" or "mbb", ..] || events is ["done", ..]
            && (!Untied(clause) || events.Contains("block") || events.Contains("mbb")) && events.All(e => e is "done" or "block" or "mbb") && (!findings || events.Contains("block") || events.Contains("mbb")))
        {
            return context.Topic == Topic.Time || anchored || IsNextTo(time, clause) || time.Time is not TimeExpression.Elapsed { Anchor: Anchor.None } || !findings ? true : null;
        }

        if (context.Topic == Topic.Time || clause.Corrects && context.Topic is not null && events.Count == 0)
        {
            return events.Count == 0 && !findings && !Untied(clause);
        }

        return events.Count == 0 && !findings && !Untied(clause) && time.Time is TimeExpression.Elapsed { Anchor: Anchor.Ago } && context.Topic is null
            ? true : null;
    }

    /// <summary>"post MBB 3h": the time stands right behind the block.</summary>
    private static bool IsNextTo(TimeLexeme time, Clause clause) =>
        clause.Lexemes.LastOrDefault(l => l.Start < time.Start) is { Kind: TermKind.Event, Id: "mbb" or "block" };

    /// <summary>At its own question a time beside words that are not understood, or of an exam or a place, may be of anything.</summary>
    private static bool Untied(Clause clause) => clause.Lexemes.Any(l => l.Kind is TermKind.Unknown or TermKind.Everyday
        or TermKind.Value or TermKind.Vital or TermKind.Outside || l.Form is "aside" or "occasion" or "vital");

    /// <summary>The events of a clause, the nearest before the time first, then what follows it.</summary>
    private static List<string> Events(Clause clause, TimeLexeme time) =>
        [.. clause.Lexemes.Where(l => l.Kind == TermKind.Event || l.Id == "bothblocked").OrderBy(l => l.Start < time.Start ? time.Start - l.End
            : 1000 + l.Start - time.End).Select(l => l.Id == "bothblocked" ? "mbb" : l.Id)];

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
        if (instants.Count < _found.Count || instants.Any(k => k.At != earliest.At))
        {
            _doubts.Insert(0, new Doubt("blockTime", DoubtKind.Contradiction, typed.Length <= 200 ? typed.Trim() : ""));
            return earliest with { NeedsConfirmation = true };
        }

        return earliest;
    }
}
