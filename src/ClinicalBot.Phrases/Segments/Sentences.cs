namespace ClinicalBot.Phrases.Segments;

/// <summary>Cuts a message into sentences: each is a clause as yet, which the splitter cuts further.</summary>
internal static class Sentences
{
    /// <summary>The sentences of a message; headings belong to none. Behind a semicolon or "sorry", "correction" and the like a sentence may leave out what
    /// the one before names; a colon at the end asks as a question mark does, because a form was left empty ("saddle:").</summary>
    public static List<Clause> Of(IReadOnlyList<Lexeme> lexemes, IReadOnlyList<Heading> headings)
    {
        var sentences = new List<Clause>();
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
                sentences.Add(new Clause(goesOn ? Link.Semicolon : Link.Stop, [.. current])
                    { Sentence = sentences.Count, Part = part, Asked = asked, Corrects = corrects });
                current = [];
                part = part is Part.History or Part.Drugs or Part.Vitals ? Part.None : part;
            }
        }
    }
}
