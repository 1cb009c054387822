using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;
using static ClinicalBot.Phrases.Words.WordClass;

namespace ClinicalBot.Phrases.Segments;

/// <summary>One sentence of a message.</summary>
/// <param name="Lexemes">Without the mark that ends it.</param>
/// <param name="Part">The part of a handover it stands in.</param>
/// <param name="Asked">A question mark ends it, or a colon behind which a form was left empty ("saddle:").</param>
internal sealed record Sentence(IReadOnlyList<Lexeme> Lexemes, Part Part, bool Asked)
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
        var part = Part.None;
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

            if (lexeme.Is(EndsSentence) && IsLeftEmpty() && i + 1 < lexemes.Count && current.Has(Screen))
            {
                // "Cauda equina screen:" and the list below it: a heading names what was asked, and says nothing of it.
                current.RemoveAll(l => l.Is(Screen));
                Close(asked: false);
                goesOn = false;
            }
            else if (lexeme.Is(Pipe) && current.Has(Value, Cue, Time) || lexeme.Is(Divider) && IsAnswered(current) && IsAnswered(Ahead(lexemes, i))
                || lexeme.Is(Colon) && IsPreamble(current) && lexemes.Skip(i + 1).TakeWhile(l => !l.Is(Mark)).ToList().Has(Element))
            {
                // "saddle: no / bladder: no", "SLR able | power 5/5": a form on one line. "Update on the lady in Beech:" says nothing of what follows.
                Close(asked: false);
            }
            else if (lexeme.Is(EndsSentence))
            {
                Close(lexeme.Is(Question) || IsLeftEmpty());
                goesOn = lexeme.Is(Semicolon);
            }
            else if (lexeme.Is(Correction))
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

        static bool IsAnswered(List<Lexeme> part) => part.IndexOf(NamedSeparator) is > 0 and var at && at + 1 < part.Count;

        // Up to the next of its kind.
        static List<Lexeme> Ahead(IReadOnlyList<Lexeme> all, int at) => [.. all.Skip(at + 1).TakeWhile(l => !l.Is(Divider) && !l.Is(EndsSentence))];

        static bool IsPreamble(List<Lexeme> before) => before.Has(Unknown) && !before.AreAll(Unknown) && before.AreAll(PreamblePart);

        bool IsLeftEmpty() => current.Count > 0 && current[^1].Is(Separator);

        void Close(bool asked)
        {
            if (current.Count > 0)
            {
                sentences.Add(new Sentence(current, part, asked) { GoesOn = goesOn, Corrects = corrects });
                current = [];
                part = part is Part.History or Part.Drugs or Part.Vitals ? Part.None : part;
            }
        }
    }
}
