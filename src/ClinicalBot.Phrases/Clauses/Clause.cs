namespace ClinicalBot.Phrases.Clauses;

/// <summary>How a clause follows the one before: by a mark, a word, or ("Run") by nothing.</summary>
internal enum Link
{
    Stop, Semicolon, Comma, Open, And, Or, Slash, Plus, But, Except, Run, Separator,
}

/// <summary>One statement of a sentence: what is spoken of, and the cues that bear on it.</summary>
/// <param name="Link">How it follows the clause before.</param>
/// <param name="Lexemes">Its words, without what joins it.</param>
internal sealed record Clause(Link Link, Lexeme[] Lexemes)
{
    /// <summary>Which sentence of the message it belongs to.</summary>
    public int Sentence { get; init; }

    /// <summary>It stands behind a word of correction.</summary>
    public bool Corrects { get; init; }

    /// <summary>A question mark ends it.</summary>
    public bool Asked { get; init; }

    /// <summary>The part of a handover it stands in.</summary>
    public Part Part { get; init; }

    /// <summary>A denial reaches it that may or may not be meant for it: it is asked, with the whole list.</summary>
    public (int Start, int End)? AskedList { get; init; }

    /// <summary>What an elliptic clause takes over from the one before ("..., unable right").</summary>
    public IReadOnlyList<Lexeme> Borrowed { get; init; } = [];

    /// <summary>Where it starts in the folded text.</summary>
    public int Start => Lexemes.Min(static l => l.Start);

    /// <summary>Where it ends.</summary>
    public int End => Lexemes.Max(static l => l.End);

    /// <summary>What can be spoken of.</summary>
    public IEnumerable<Lexeme> Elements => Lexemes.Where(static l => l.Is(Element));

    /// <summary>True when it speaks of something.</summary>
    public bool HasElement => Lexemes.Has(Element);

    /// <summary>True when it speaks of something, by itself or with what it takes over.</summary>
    public bool Speaks => HasElement || Borrowed.Count > 0;

    /// <summary>True when marks or words as of a list join it to the one before.</summary>
    public bool IsJoined => Link is Link.Comma or Link.And or Link.Or or Link.Slash or Link.Plus;

    /// <summary>True when a word of one of these classes is there.</summary>
    public bool Has(params ReadOnlySpan<WordClass> classes) => Lexemes.Has(classes);

    /// <summary>Whether a clause belongs to the same sentence.</summary>
    public bool IsWith(Clause other) => Sentence == other.Sentence;
}

/// <summary>The part of a handover a sentence stands in, as <c>headings.tsv</c> names them.</summary>
internal enum Part
{
    None, // Before any heading, or behind a part of one sentence.
    Identification, // Who writes about whom.
    Situation, // What happened.
    Background, // What went before.
    Assessment, // What was found.
    Plan, // What is to be done: not of now.
    History, // Earlier illness: not of now. One sentence long, as the two below.
    Drugs,
    Vitals,
}
