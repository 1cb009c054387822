namespace ClinicalBot.Phrases;

/// <summary>
/// A stretch of the message in which a negation and a value hold: it ends at but, comma, "and", a stop, or where the next finding with its
/// own value begins.
/// </summary>
internal sealed class Piece(Term joint, IReadOnlyList<Lexeme> lexemes, bool isQuestion)
{
    /// <summary>Next to any of these a reassuring word is not taken at its word.</summary>
    private static readonly TermSet Blocking = new(
        Term.Unknown, Term.Maybe, Term.Asking, Term.NoChange, Term.Hedge, Term.Past, Term.Known, Term.Partial, Term.Resolved, Term.Returned, Term.Unsure,
        Term.NotTested, Term.Heavy, Term.Walk, Term.Time, Term.Present, Term.SlrSign, Term.Degrees, Term.ReflexBrisk, Term.NeuroVascular,
        Term.OtherLeg, Term.Pain, Term.Concentration, Term.Volume, Term.Dose, Term.Levels, Term.ProgressiveMaybe, Term.Otherwise, Term.Stopped, Term.BothMaybe, Term.Negative, Term.BladderHint, Term.Limit, Term.Complaint);

    /// <summary>"Not very weak", "not completely numb", "no definite numbness": less than a denial.</summary>
    private static readonly HashSet<string> Degrees =
    [
        "very", "completely", "totally", "entirely", "fully", "quite", "really", "too", "that", "definite", "definitely", "clearly", "obviously", "certainly", "active", "actively",
        "all", "every", "everything", "well", "only", "just", "as",
    ];

    private static readonly HashSet<string> Adjectives =
        ["abnormal", "altered", "impaired", "reduced", "decreased", "diminished", "depressed", "dull", "dulled", "blunted", "poor", "bad", "severe", "affected", "asymmetric", "asymmetrical", "lack of", "loss of"];

    /// <summary>Little words that tie what follows to what was denied.</summary>
    private static readonly HashSet<string> Ties = ["in", "of", "to", "at", "for", "on", "with", "from"];

    private static readonly TermSet Nameable = new(
        Term.Motor, Term.HipFlexion, Term.KneeExtension, Term.Dorsiflexion, Term.Plantarflexion, Term.Toes, Term.Knee, Term.Ankle, Term.Foot, Term.Heel,
        Term.StraightLegRaise, Term.Tiptoe, Term.HeelWalk, Term.FootDrop, Term.KneeBuckles, Term.Reflexes, Term.KneeReflex, Term.AnkleReflex, Term.ReflexLoss,
        Term.Sensation, Term.WholeLeg, Term.OutsideBlockArea, Term.Dermatomal, Term.Radicular, Term.Saddle, Term.SaddleMaybe, Term.Bowel, Term.Bladder,
        Term.BowelBladder, Term.BladderFailure, Term.BowelFailure, Term.BladderMaybe, Term.BladderHint, Term.Progressive, Term.Both, Term.OtherLeg);

    private readonly TermSet _terms = new([.. lexemes.Select(l => l.Term)]);
    private readonly int _firstNegation = FirstNegation(lexemes);
    private readonly bool _negatesDegree = lexemes.Zip(lexemes.Skip(1)).Any(p => p.First.Term == Term.Negation && Degrees.Contains(p.Second.Text));
    private readonly int _negations = lexemes.Count(l => l.Term == Term.Negation);

    /// <summary>How the piece hangs on the one before: <see cref="Term.Stop"/> (also at the start), And, Comma, But or Except.</summary>
    public Term Joint { get; } = joint;

    /// <summary>What it says, in order.</summary>
    public IReadOnlyList<Lexeme> Lexemes { get; } = lexemes;

    /// <summary>
    /// Ends with a question mark. A question is read as the statement it would be, and its claims then count for less
    /// (<see cref="Claims.Asked"/>): a question mark can never make a message say more.
    /// </summary>
    public bool IsQuestion { get; } = isQuestion;

    /// <summary>Part of a sentence that ends with a question mark.</summary>
    public bool InQuestion { get; set; } = isQuestion;

    /// <summary>Spelling was corrected somewhere.</summary>
    public bool IsCorrected { get; } = lexemes.Any(l => l.Corrected);

    /// <summary>
    /// "No issues saddle numb": what is denied is complete, and something else follows that no "or", "in" or "with" ties to it. Whether the
    /// negation still holds there nobody can tell.
    /// </summary>
    public bool RunsOn { get; } = GoesOnAfterDenial(lexemes);

    /// <summary>Supposed, wondered about or unchanged: a mention here is neither yes nor no.</summary>
    public bool IsDoubtful => Has(Term.Asking, Term.Maybe, Term.NoChange);

    /// <summary>Whether any of these meanings is in it.</summary>
    public bool Has(params ReadOnlySpan<Term> terms) => _terms.Overlaps(new TermSet(terms));

    /// <summary>Whether no other meanings than these are in it.</summary>
    public bool HasOnly(TermSet terms) => !_terms.Overlaps(TermSet.All.Except(terms));

    /// <summary>"Gone", "worn off": good news of numbness, and a loss where it is said of sensation, power or a reflex.</summary>
    public bool IsGone => !Has(Term.Block, Term.Good, Term.Able, Term.Present) && Lexemes.Any(l => l.Term == Term.Resolved && (l.Text.Contains("gone", StringComparison.Ordinal) || l.Text.Contains(" off", StringComparison.Ordinal) || l.Text is "disappeared" or "subsided" or "cleared" or "settled"));

    /// <summary>How often a meaning is in it.</summary>
    public int Count(Term term) => term == Term.Negation ? _negations : Lexemes.Count(l => l.Term == term);

    /// <summary>Where a meaning is first; -1 when nowhere.</summary>
    public int IndexOf(params ReadOnlySpan<Term> terms)
    {
        for (var i = 0; i < Lexemes.Count; i++)
        {
            if (terms.Contains(Lexemes[i].Term))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Every word is understood and none of them doubts, apart from those allowed.</summary>
    public bool IsPlain(params ReadOnlySpan<Term> allowed) =>
        _negations < 2 && !(_negations > 0 && Has(Term.Yes)) && !_negatesDegree && !RunsOn && !_terms.Overlaps(Blocking.Except(new TermSet(allowed)));

    /// <summary>A negation stands before the lexeme, or closes the piece ("saddle: no").</summary>
    public bool IsNegated(int index) => index >= 0 && (IsAfterNegation(index) || ClosingNegation > index);

    /// <summary>A negation stands before the lexeme.</summary>
    public bool IsAfterNegation(int index) => _firstNegation >= 0 && _firstNegation < index;

    /// <summary>Index of a negation that nothing but filler follows; -1 when there is none.</summary>
    public int ClosingNegation { get; } = LastNegation(lexemes);

    /// <summary>Any of these is said and not negated.</summary>
    public bool Asserts(params ReadOnlySpan<Term> terms)
    {
        for (var i = 0; i < Lexemes.Count; i++)
        {
            if (terms.Contains(Lexemes[i].Term) && !IsNegated(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Any of these is said and negated.</summary>
    public bool Denies(params ReadOnlySpan<Term> terms)
    {
        for (var i = 0; i < Lexemes.Count; i++)
        {
            if (terms.Contains(Lexemes[i].Term) && IsNegated(i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool GoesOnAfterDenial(IReadOnlyList<Lexeme> lexemes)
    {
        var complete = false;
        for (var i = FirstNegation(lexemes) + 1; i > 0 && i < lexemes.Count; i++)
        {
            var (term, text) = (lexemes[i].Term, lexemes[i].Text);
            if (complete && (Nameable.Overlaps(new TermSet(term)) || term is Term.Numb or Term.Weak or Term.Unable or Term.Bad))
            {
                return true;
            }

            complete = term switch
            {
                Term.Or or Term.Lift => false,
                Term.Filler => complete && !Ties.Contains(text),
                Term.Bad => !Adjectives.Contains(text),
                Term.Numb or Term.Weak or Term.Trouble or Term.Pain or Term.Complaint or Term.Radicular or Term.FootDrop or Term.Progressive or Term.BladderFailure or Term.BowelFailure => true,
                Term.Saddle => complete || text.Contains("numb", StringComparison.Ordinal) || text.Contains("esthesia", StringComparison.Ordinal),
                _ => complete,
            };
        }

        return false;
    }

    private static int FirstNegation(IReadOnlyList<Lexeme> lexemes)
    {
        for (var i = 0; i < lexemes.Count; i++)
        {
            if (lexemes[i].Term == Term.Negation)
            {
                return i;
            }
        }

        return -1;
    }

    private static int LastNegation(IReadOnlyList<Lexeme> lexemes)
    {
        for (var i = lexemes.Count - 1; i > 0; i--)
        {
            // "No red flags" at the end denies those, not what stands before it.
            if (lexemes[i].Term is Term.Negation or Term.Negative || lexemes[i].Term == Term.None && lexemes[i].Text.StartsWith("none", StringComparison.Ordinal))
            {
                return i;
            }

            if (lexemes[i].Term != Term.Filler)
            {
                return -1;
            }
        }

        return -1;
    }
}
