namespace ClinicalBot.Phrases.Clauses;

/// <summary>Answers behind a dash, a colon or nothing: what they answer, and where they are none.</summary>
internal sealed partial class ClauseSplitter
{
    private bool IsAnswerAt(int i)
    {
        if (!_current.Has(Element, Quantifier) || HasValue(_current) || _current.Has(Deny))
        {
            return false;
        }

        var right = Following(i);
        var next = right.FindIndex(l => !l.Is(Element));
        return right.Count == 0 ? _sentence[i - 1].Is(Mark)
            : next > 0 && right[next].Is(Deny, Yes) && (next == right.Count - 1 || right[next + 1].Is(Element))
                || right[0].Is(Element) && _sentence[i - 1].Is(Mark)
                    && _sentence.Skip(i + 1).FirstOrDefault(l => !l.Is(Element, Filler, Joint))?.Is(Separator) == true;
    }

    /// <summary>"saddle - no" and "bladder: normal" are one statement; "normal - toes weak" is two; "bladder: retention" names where.</summary>
    private void AtSeparator(Lexeme mark, int i)
    {
        if (i + 1 < _sentence.Length && _sentence[i + 1].Is(Separator))
        {
            // "bladder: - nil"
            return;
        }

        if (!_current.Has(Element))
        {
            // "Negative: saddle, bladder" denies what follows.
            _current = [.. _current.Select(l => l.Is(NoOrNegative) ? l.As(Made.Determiner) : l)];
        }

        var right = Following(i);
        var answers = right.Count > 0 && right.AreAll(Answer);
        if (mark.Is(Dash))
        {
            if (answers && !IsComplete(_current))
            {
                _current.Add(mark);
            }

            return;
        }

        var subjects = _current.Of(Element);
        if (mark.Is(Colon) && _current.Has(Adjective) && _current.Has(Event) && right.Has(Element))
        {
            // "Numb leg post MBB: cannot fault power" is two statements.
            End(Link.Comma);
            return;
        }

        var isOpen = !HasValue(_current);
        var falls = _current.Has(Grade) && right.Has(Grade, FigureForm) && mark.Is(Arrow);
        var denies = subjects.Count == 0 && _current.Has(Deny) && right.Has(Element) && right.AreAll(NounPhrasePart);
        if (falls || denies || isOpen && (answers || StartsWithCue(right)
            || right.Exists(r => subjects.Exists(s => Meanings.Composes(r, s) || Meanings.Composes(s, r)))))
        {
            _current.Add(mark);
            return;
        }

        if (subjects.Count > 0 && isOpen && right.Has(Element) && _current.AreAll(HeadingPart))
        {
            // A heading: what it names is said, or not, by what follows; on which side, it says.
            _current = _current.FindAll(l => l.Is(Left, Right));
            return;
        }

        End(Link.Comma);
    }

    private static bool StartsWithCue(List<Lexeme> right) =>
        right.Count > 0 && (right[0].Is(Cue, Value, Modifier) || right.Count > 1 && right[0].Is(Side) && right[1].Is(Cue, Value));
}
