using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Times;
using ClinicalBot.Phrases.Words;
using static ClinicalBot.Phrases.Words.WordClass;

namespace ClinicalBot.Phrases;

/// <summary>Which event a time is of.</summary>
internal sealed partial class BlockTimes
{
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

        var findings = !clause.Elements.AreAll(BlockedBothSides) || clause.Has(Agent, Stopped, Complaint);
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
