using ClinicalBot.Phrases.Times;

namespace ClinicalBot.Phrases;

/// <summary>
/// Finds the time of the last injection in a message. Time zero is the injection, not when the numbness began: outside its question only what
/// plainly speaks of the block counts.
/// </summary>
internal static class TimePhrase
{
    private static readonly Term[] Symptoms =
        [Term.Numb, Term.Weak, Term.Sensation, Term.Trouble, Term.Bad, Term.Radicular, Term.Pain, Term.Saddle, Term.Bladder, Term.Bowel, Term.BowelBladder, Term.BladderFailure, Term.Progressive, Term.Both, Term.FootDrop];

    private static readonly Term[] Drugs = [Term.Anticoagulant, Term.AnticoagulantClass, Term.Antiplatelet, Term.Stopped, Term.Midazolam, Term.Sedation];

    private static readonly string[] Beginnings = ["started", "began", "begun", "onset", "noticed", "came on", "start", "developed", "first noticed", "appeared"];

    /// <summary>The time the pieces give, or null; a doubt goes to the claims.</summary>
    public static BlockTimeReading? Read(IReadOnlyList<Piece> pieces, ReadState state, PhraseContext context)
    {
        var found = new List<BlockTimeReading>();
        foreach (var piece in pieces)
        {
            foreach (var lexeme in piece.Lexemes)
            {
                if (lexeme.Time is { } time && Counts(time, piece, state.Topic) is { } counts)
                {
                    Take(counts ? TimeResolver.Resolve(time, context) : null, piece);
                }
            }

            if (piece.Has(Term.Unsure) && piece.Has(Term.Block) && !piece.Has(Term.Time))
            {
                found.Add(new BlockTimeReading.Unknown());
            }
        }

        return Merge(found, state);

        void Take(BlockTimeReading? reading, Piece piece)
        {
            state.Claims.Changed = true;
            if (reading is null || piece.Has(Term.Negation) && !piece.Has(Symptoms) && !piece.Has(Term.Unsure, Term.Hedge))
            {
                state.Claims.Doubt("blockTime", DoubtKind.Unclear);
                return;
            }

            var confirm = piece.IsQuestion || piece.Has(Term.Unsure, Term.Maybe, Term.Hedge, Term.Asking);
            found.Add(reading is BlockTimeReading.Known known && confirm ? known with { NeedsConfirmation = true } : reading);
        }
    }

    /// <summary>True: it is the block's time. False: it may be, ask. Null: it is something else.</summary>
    private static bool? Counts(TimeExpression time, Piece piece, Topic? topic)
    {
        var block = piece.Has(Term.Block) || time is TimeExpression.Elapsed { Anchor: Anchor.AfterBlock };
        var other = piece.Has(Symptoms) || piece.Has(Drugs) || piece.Lexemes.Any(l => Beginnings.Contains(l.Text)) || piece.Has(Term.Motor, Term.StraightLegRaise, Term.Reflexes, Term.Walk, Term.Heel);
        if (topic == Topic.Time)
        {
            return block || !other;
        }

        if (block)
        {
            // "Block wearing off over 3 h" gives no time; "block at 0830" and "5h after block" do.
            return time is not TimeExpression.Elapsed { Anchor: Anchor.None } ? true : null;
        }

        if (other || piece.Has(Term.Unknown, Term.Good, Term.Levels, Term.Agent))
        {
            return null;
        }

        return time is TimeExpression.Elapsed { Anchor: Anchor.Ago } ? true : null;
    }

    private static BlockTimeReading? Merge(List<BlockTimeReading> found, ReadState state)
    {
        if (found.Count < 2)
        {
            return found.FirstOrDefault();
        }

        // Two times: the earlier is the worse, and it is asked which was the last injection.
        var instants = found.OfType<BlockTimeReading.Known>().ToList();
        if (instants.Count == 0)
        {
            return found[0];
        }

        var earliest = instants.MinBy(k => k.At)!;
        if (instants.Count < found.Count || instants.Any(k => k.At != earliest.At))
        {
            state.Claims.Doubt("blockTime", DoubtKind.Contradiction);
            return earliest with { NeedsConfirmation = true };
        }

        return earliest;
    }
}
