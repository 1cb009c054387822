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
