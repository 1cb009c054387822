using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>One statement of a sentence: what is spoken of, and the cues that bear on it.</summary>
/// <param name="Joint">How it follows the clause before: "stop", "comma", "and", "or", "slash", "but", "except", "open", "separator".</param>
/// <param name="Lexemes">Its words, without what joins it.</param>
internal sealed record Clause(string Joint, Lexeme[] Lexemes)
{
    /// <summary>Which sentence of the message it belongs to.</summary>
    public int Sentence { get; init; }

    /// <summary>It stands behind a word of correction.</summary>
    public bool Corrects { get; init; }

    /// <summary>A question mark ends it.</summary>
    public bool Asked { get; init; }

    /// <summary>The part of a handover it stands in, e.g. "plan"; "-" outside one.</summary>
    public string Part { get; init; } = "-";

    /// <summary>A denial reaches it that may or may not be meant for it: it is asked, with the whole list.</summary>
    public (int Start, int End)? AskedList { get; init; }

    /// <summary>What an elliptic clause takes over from the one before ("..., unable right").</summary>
    public IReadOnlyList<Lexeme> Borrowed { get; init; } = [];

    /// <summary>Where it starts in the folded text.</summary>
    public int Start => Lexemes.Min(static l => l.Start);

    /// <summary>Where it ends.</summary>
    public int End => Lexemes.Max(static l => l.End);

    /// <summary>What can be spoken of.</summary>
    public IEnumerable<Lexeme> Elements => Lexemes.Where(IsElement);

    /// <summary>True when it speaks of something.</summary>
    public bool HasElement => Array.Exists(Lexemes, IsElement);

    /// <summary>True for places, qualities and acts.</summary>
    public static bool IsElement(Lexeme lexeme) => lexeme.Kind is TermKind.Subject or TermKind.Quality or TermKind.Act;

    /// <summary>True when a lexeme of this kind is there.</summary>
    public bool Has(TermKind kind)
    {
        foreach (var lexeme in Lexemes)
        {
            if (lexeme.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a lexeme of this kind with one of these ids is there.</summary>
    public bool Has(TermKind kind, params ReadOnlySpan<string> ids)
    {
        foreach (var lexeme in Lexemes)
        {
            if (lexeme.Kind == kind && ids.Contains(lexeme.Id))
            {
                return true;
            }
        }

        return false;
    }
}
