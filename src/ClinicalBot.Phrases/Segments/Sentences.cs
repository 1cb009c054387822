using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Segments;

/// <summary>One sentence of a message.</summary>
/// <param name="Lexemes">Without the mark that ends it.</param>
/// <param name="Part">The part of a handover it stands in, e.g. "assessment", "plan", "history"; "-" before any heading.</param>
/// <param name="Asked">A question mark ends it, or a colon behind which a form was left empty ("saddle:").</param>
internal sealed record Sentence(IReadOnlyList<Lexeme> Lexemes, string Part, bool Asked)
{
    /// <summary>A semicolon before it: it may leave out what the sentence before names.</summary>
    public bool GoesOn { get; init; }

    /// <summary>It stands behind "sorry", "correction" and the like: what it names replaces what was said before.</summary>
    public bool Corrects { get; init; }

    /// <summary>The sentences of a message; headings belong to none.</summary>
    public static IReadOnlyList<Sentence> Of(IReadOnlyList<Lexeme> lexemes, IReadOnlyList<Heading> headings)
    {
        var sentences = new List<Sentence>();
        var current = new List<Lexeme>();
        var part = "-";
        var next = 0;
        var goesOn = false;
        var corrects = false;
        for (var i = 0; i < lexemes.Count; i++)
        {
            var lexeme = lexemes[i];
            while (next < headings.Count && lexeme.Start >= headings[next].Start)
            {
                Close(asked: false);
                part = headings[next].Part;
                next++;
            }

            if (next > 0 && lexeme.Start < headings[next - 1].End)
            {
                continue;
            }

            if (lexeme.IsMark("stop") && IsLeftEmpty() && i + 1 < lexemes.Count && current.Exists(IsScreen))
            {
                // "Cauda equina screen:" and the list below it: a heading names what was asked, and says nothing of it.
                current.RemoveAll(IsScreen);
                Close(asked: false);
                goesOn = false;
            }
            else if (lexeme is { Kind: TermKind.Joint, Id: "slash" } or { Kind: TermKind.Mark, Form: "pipe" } && IsAnswered(current)
                && IsAnswered(Ahead(lexemes, i)))
            {
                // "saddle: no / bladder: no": a form on one line.
                Close(asked: false);
            }
            else if (lexeme.Kind == TermKind.Mark && lexeme.Id is "stop" or "semicolon" or "question")
            {
                Close(lexeme.Id == "question" || IsLeftEmpty());
                goesOn = lexeme.Id == "semicolon";
            }
            else if (lexeme is { Kind: TermKind.Mark, Form: "colon" } && IsPreamble(current) && SpeaksOfSomething(lexemes, i + 1))
            {
                Close(asked: false);
            }
            else if (lexeme.Is(TermKind.Filler, "correction"))
            {
                // "3 h - sorry, 5 h": what follows stands by itself and replaces what it names.
                Close(asked: false);
                corrects = true;
                goesOn = true;
            }
            else
            {
                current.Add(lexeme);
            }
        }

        Close(IsLeftEmpty());
        return sentences;

        static bool IsScreen(Lexeme each) => each.Id is "cauda" or "flags" || each.Form == "flags";

        static bool IsAnswered(List<Lexeme> part) => part.FindIndex(l => l is { Kind: TermKind.Mark, Id: "separator", Form: not "pipe" }) is > 0 and var at
            && at + 1 < part.Count;

        // Up to the next of its kind.
        static List<Lexeme> Ahead(IReadOnlyList<Lexeme> all, int at) => [.. all.Skip(at + 1).TakeWhile(l => !(l.Kind == all[at].Kind && l.Id == all[at].Id
            && l.Form == all[at].Form) && l is not { Kind: TermKind.Mark, Id: "stop" or "semicolon" or "question" })];

        // "Update on the lady in Beech:" is a sentence of its own: what is not understood there says nothing of what follows.
        static bool IsPreamble(List<Lexeme> before) => before.Exists(l => l.Kind == TermKind.Unknown) && before.Exists(l => l.Kind != TermKind.Unknown)
            && before.TrueForAll(l => l.Kind is TermKind.Unknown or TermKind.Filler or TermKind.Verb or TermKind.Everyday);

        static bool SpeaksOfSomething(IReadOnlyList<Lexeme> all, int from)
        {
            for (var k = from; k < all.Count && all[k].Kind != TermKind.Mark; k++)
            {
                if (all[k].Kind is TermKind.Subject or TermKind.Quality or TermKind.Act)
                {
                    return true;
                }
            }

            return false;
        }

        bool IsLeftEmpty() => current.Count > 0 && current[^1].IsMark("separator");

        void Close(bool asked)
        {
            if (current.Count > 0)
            {
                sentences.Add(new Sentence(current, part, asked) { GoesOn = goesOn, Corrects = corrects });
                current = [];
                part = part is "history" or "drugs" or "vitals" ? "-" : part;
            }
        }
    }
}
