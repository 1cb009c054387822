namespace ClinicalBot.Phrases.Words;

/// <summary>What part a word or phrase plays in a clause.</summary>
internal enum TermKind
{
    /// <summary>Not in the vocabulary: beside it nothing reassuring is read.</summary>
    Unknown,

    /// <summary>Where something is: a place, an organ, a muscle group, a reflex, a spinal level.</summary>
    Subject,

    /// <summary>What can be there or be missing: numbness, weakness, power, sensation.</summary>
    Quality,

    /// <summary>What the patient does: lift, move, pass urine, feel.</summary>
    Act,

    /// <summary>How something is: normal, reduced, absent, 4/5.</summary>
    Value,

    /// <summary>Denies, affirms, or says able or unable.</summary>
    Cue,

    /// <summary>Takes certainty away: not sure, maybe, was, no change, almost.</summary>
    Modifier,

    /// <summary>Both legs, the other leg.</summary>
    Quantifier,

    /// <summary>Left or right.</summary>
    Side,

    /// <summary>And, or, but, except.</summary>
    Joint,

    /// <summary>All that was shown ("none"), or all that was not named ("otherwise").</summary>
    Whole,

    /// <summary>A verb without a meaning of its own here: is, has, reports.</summary>
    Verb,

    /// <summary>Understood, and changes nothing.</summary>
    Filler,

    /// <summary>A complaint that is none of the findings.</summary>
    Complaint,

    /// <summary>A vital sign; the figures behind it belong to it.</summary>
    Vital,

    /// <summary>The heading of a part of a handover.</summary>
    Heading,

    /// <summary>What a time may belong to: the block, an exam, the onset, an admission.</summary>
    Event,

    /// <summary>A local anesthetic.</summary>
    Agent,

    /// <summary>A condition or procedure this tool is not for.</summary>
    Outside,

    /// <summary>An everyday word that is never taken for a misspelling.</summary>
    Everyday,

    /// <summary>A time.</summary>
    Time,

    /// <summary>A number, dose or level.</summary>
    Measure,

    /// <summary>Comma, stop, question mark and the like.</summary>
    Mark,
}

/// <summary>One meaning of the vocabulary.</summary>
/// <param name="Kind">The part it plays.</param>
/// <param name="Id">Which one, e.g. "numb", "saddle", "deny".</param>
/// <param name="Form">How it is used, where that matters: "noun" or "adj", "plural", "mrc"; else "-".</param>
internal sealed record Term(TermKind Kind, string Id, string Form)
{
    /// <summary>A term as a table writes it: kind, id and form.</summary>
    public static Term Of(IReadOnlyList<string> cells) => new(Enum.Parse<TermKind>(cells[0], ignoreCase: true), cells[1], cells[2]);
}

/// <summary>One understood (or not understood) stretch of a message.</summary>
/// <param name="Kind">The part it plays.</param>
/// <param name="Id">Which one; for what is not understood, the word itself.</param>
/// <param name="Form">See <see cref="Term.Form"/>.</param>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal record Lexeme(TermKind Kind, string Id, string Form, int Start, int End)
{
    private const string Own = "=";

    /// <summary>A stretch with the meaning of a term.</summary>
    public Lexeme(Term term, int start, int end)
        : this(term.Kind, term.Id, term.Form, start, end)
    {
    }

    /// <summary>The amount, of measures.</summary>
    public decimal Number { get; init; }

    /// <summary>The same words in another part; an id or form of "=" keeps its own.</summary>
    public Lexeme As(Term term) => this with { Kind = term.Kind, Id = term.Id == Own ? Id : term.Id, Form = term.Form == Own ? Form : term.Form };
}
