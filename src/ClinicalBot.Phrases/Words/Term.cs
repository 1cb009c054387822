namespace ClinicalBot.Phrases.Words;

/// <summary>One meaning of the vocabulary.</summary>
/// <param name="Kind">The part it plays.</param>
/// <param name="Id">Which one, e.g. "numb", "saddle", "deny".</param>
/// <param name="Form">How it is used, where that matters: "noun" or "adj", "plural", "mrc"; else "-".</param>
internal sealed record Term(TermKind Kind, string Id, string Form)
{
    private const string Same = "=";

    private bool[]? _classes;

    /// <summary>A copy works its own classes out.</summary>
    private Term(Term original) => (Kind, Id, Form) = (original.Kind, original.Id, original.Form);

    /// <summary>A term as a table writes it: kind, id and form.</summary>
    public static Term Of(IReadOnlyList<string> cells) => new(Enum.Parse<TermKind>(cells[0], ignoreCase: true), cells[1], cells[2]);

    /// <summary>Whether it belongs to a class.</summary>
    public bool Is(WordClass wordClass) => (_classes ??= WordClasses.Of(this))[(int)wordClass];

    /// <summary>This term as the next; an id or form of "=" keeps this one's.</summary>
    public Term As(Term next) => next with { Id = next.Id == Same ? Id : next.Id, Form = next.Form == Same ? Form : next.Form };

    /// <summary>By what it means.</summary>
    public bool Equals(Term? other) => other is not null && Kind == other.Kind && Id == other.Id && Form == other.Form;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Id, Form);
}

/// <summary>One understood (or not understood) stretch of a message.</summary>
/// <param name="Term">What it means; of what is not understood, the id is the word itself.</param>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal record Lexeme(Term Term, int Start, int End)
{
    /// <summary>The part it plays.</summary>
    public TermKind Kind => Term.Kind;

    /// <summary>Which one.</summary>
    public string Id => Term.Id;

    /// <summary>The amount, of measures.</summary>
    public decimal Number { get; init; }

    /// <summary>The same words in another part.</summary>
    public Lexeme As(Term term) => this with { Term = Term.As(term) };
}

/// <summary>What part a word or phrase plays in a clause.</summary>
internal enum TermKind
{
    Unknown, // Not in the vocabulary: beside it nothing reassuring is read.
    Subject, // Where something is: a place, an organ, a muscle group, a reflex, a spinal level.
    Quality, // What can be there or be missing: numbness, weakness, power, sensation.
    Act, // What the patient does: lift, move, pass urine, feel.
    Value, // How something is: normal, reduced, absent, 4/5.
    Cue, // Denies, affirms, or says able or unable.
    Modifier, // Takes certainty away: not sure, maybe, was, no change, almost.
    Quantifier, // Both legs, the other leg.
    Side,
    Joint, // And, or, but, except.
    Whole, // All that was shown ("none"), or all that was not named ("otherwise").
    Verb, // Without a meaning of its own here: is, has, reports.
    Filler, // Understood, and changes nothing.
    Complaint, // None of the findings.
    Vital, // A vital sign; the figures behind it belong to it.
    Heading, // Of a part of a handover.
    Event, // What a time may belong to: the block, an exam, the onset, an admission.
    Agent, // A local anesthetic.
    Outside, // A condition or procedure this tool is not for.
    Everyday, // Never taken for a misspelling.
    Time,
    Measure, // A number, dose or level.
    Mark, // Comma, stop, question mark and the like.
}

/// <summary>The words the reader makes itself: of marks, of figures, and of a word that plays another part where it stands. What they are stands in
/// <c>made.tsv</c>.</summary>
internal enum Made
{
    // Marks, by the kind of their token.
    Word, Number, Comma, Stop, Semicolon, Line, Question, Query, Dash, Separator, Arrow, Slash, Colon, Open, Close, Pipe, Plus, Positive,
    Minus, Negative, Ticked, Unticked, Other, Ampersand, Percent, Bound,

    // Figures.
    FullPower, LessPower, NormalReflex, ReducedReflex, BriskReflex, NormalPluses, BriskPluses, PercentOf, Volume, Dose, Degrees, Age, Score, Times, Level, Time,

    // A word in another part.
    Denial, Determiner, No, Being, NewWeakness, Answer, ReflexOf, Failing, Poor, Measured,
}

/// <summary>The words the reader makes itself.</summary>
internal static class MadeWords
{
    private static readonly Dictionary<Made, Term> Terms = TableFile.Rows("made.tsv").ToDictionary(row => Enum.Parse<Made>(row[0]), row => Term.Of(row[1..]));

    /// <summary>What it is.</summary>
    public static Term Word(this Made made) => Terms[made];

    /// <summary>A word in another part; what its row leaves open ("=") it keeps.</summary>
    public static Lexeme As(this Lexeme lexeme, Made made) => lexeme.As(Terms[made]);
}
