using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>Where a new statement begins without a mark or joint of its own.</summary>
internal sealed partial class ClauseSplitter
{
    /// <summary>After "and", "or" or a slash, another statement begins when this one is complete and what follows speaks of something of its own.</summary>
    private bool StartsAnother(List<Lexeme> right)
    {
        if (_current.Exists(l => l.Kind == TermKind.Whole))
        {
            return true;
        }

        if (!_current.Exists(Clause.IsElement) && _current.Exists(l => l is { Kind: TermKind.Cue, Id: "able" or "unable" }) && right.Exists(l => l.Form == "grade"))
        {
            // "able and 5/5"
            return true;
        }

        if (!IsComplete(_current))
        {
            if (_current.Exists(l => l.Kind == TermKind.Time) && right.Exists(l => Clause.IsElement(l) || l.Kind == TermKind.Event))
            {
                return true;
            }

            return !_current.Exists(Clause.IsElement) && _current.Exists(l => l.Kind == TermKind.Complaint);
        }

        if (right.Exists(l => l.Kind is TermKind.Quality or TermKind.Act or TermKind.Whole) || right.Exists(l => l.Kind == TermKind.Complaint))
        {
            return true;
        }

        if (right is [{ Kind: TermKind.Cue, Id: "deny" }, ..] && right.Exists(l => l.Kind == TermKind.Quantifier))
        {
            return true;
        }

        // "weakness of df and pf" goes on, "saddle numb and bladder" does not.
        var first = _current.FindIndex(l => Clause.IsElement(l) || l.Kind == TermKind.Value);
        var subject = _current.FindIndex(l => l.Kind == TermKind.Subject);
        return right.Exists(l => l.Kind is TermKind.Subject or TermKind.Cue) && (subject == first || subject >= 0 && HasValue(_current[subject..])
            || HasValue(right));
    }

    /// <summary>"... to check and she has been incontinent": who is named again begins another statement.</summary>
    private bool NamesWho(int i) => i + 2 < sentence.Count && sentence[i + 1].Is(TermKind.Filler, "pronoun") && sentence[i + 2].Kind is TermKind.Verb
        or TermKind.Act or TermKind.Cue && Rest(i).Exists(Clause.IsElement);

    private bool BeginsStatement(Lexeme lexeme, int i)
    {
        if (lexeme.Kind == TermKind.Unknown || _current.Count == 0 || _current[^1] is { Kind: TermKind.Joint })
        {
            return false;
        }

        if (lexeme.Is(TermKind.Whole, "rest") && (HasValue(_current) || IsComplete(_current))
            || lexeme.Form == "grade" && HasValue(_current) && !_current.Exists(l => l.Form is "mrc" or "reflex" or "level" or "grade" || l.Id == "weak"))
        {
            // "DF 4/5 rest 5/5", "slr able 5/5".
            return true;
        }

        if (_current.Exists(l => l.Kind == TermKind.Time) && _current.Exists(l => l.Kind == TermKind.Event) && _current[^1].Kind == TermKind.Time
            && lexeme is { Kind: TermKind.Subject or TermKind.Quality or TermKind.Act, Form: not "level" } && !_current.Exists(l => Clause.IsElement(l)
                && l.Form != "level"))
        {
            // "block was four hours ago leg is still numb"
            return true;
        }

        if (lexeme is { Kind: TermKind.Quality, Id: "numb", Form: "adj" } && i + 1 < sentence.Count && sentence[i + 1].Form == "tie"
            && _current.FindIndex(IsDeny) is >= 0 and var denial && _current[^1] is { Kind: TermKind.Quality, Form: "noun" } or { Kind: TermKind.Subject }
            && _current.FindIndex(Clause.IsElement) > denial)
        {
            // "no bilateral symptoms numb in the block area only": what is numb where is no item of the list.
            return true;
        }

        var complete = IsComplete(_current);
        if (lexeme.Is(TermKind.Filler, "pronoun") && complete && i + 1 < sentence.Count && sentence[i + 1] is { Kind: TermKind.Act or TermKind.Verb }
            or { Kind: TermKind.Cue, Form: "verb" or "adv" } && _current[^1] is { Kind: TermKind.Subject or TermKind.Value or TermKind.Time }
                or { Kind: TermKind.Quality, Id: not "unaware" }
            && (sentence[i + 1].Kind == TermKind.Act || Rest(i + 1).Exists(Clause.IsElement)))
        {
            // "leg is still numb he lifts it ok"
            return true;
        }

        if (lexeme is { Kind: TermKind.Modifier, Form: "query" } || lexeme is { Kind: TermKind.Filler, Id: "now" } && _current[^1].Form != "grade"
            && (complete || HasValue(_current)) && Rest(i).Count > 0
            && !(Rest(i).Find(l => l.Kind is not TermKind.Modifier) is { Kind: TermKind.Value, Id: "gone" or "resolved" or "back" } && !HasValue(_current)))
        {
            return true;
        }

        if (lexeme is { Kind: TermKind.Cue, Id: "deny", Form: not "adv" })
        {
            var named = Rest(i).Find(l => Clause.IsElement(l) || l.Kind == TermKind.Complaint);
            return (complete || _current.Exists(IsDeny) || _current.Exists(l => l.Kind == TermKind.Whole) || _current.Exists(l => l.Kind == TermKind.Value)
                || named is { Kind: TermKind.Complaint } or { Id: "pain" } && _current.Exists(Clause.IsElement))
                && Rest(i).Exists(l => Clause.IsElement(l) || l.Kind == TermKind.Complaint) && !IsDeny(_current[^1]);
        }

        if (lexeme is { Kind: TermKind.Cue, Id: "unable" or "deny" or "yes" } && complete)
        {
            return Rest(i).Exists(l => Clause.IsElement(l) || l.Kind is TermKind.Value or TermKind.Cue or TermKind.Quantifier)
                && (lexeme.Id != "deny" || HasValue(_current)
                || !(_current[^1].Kind is TermKind.Subject or TermKind.Verb && Rest(i) is [{ Kind: TermKind.Quality }, ..]
                    || Rest(i) is [{ Kind: TermKind.Value }, ..]))
                && !(lexeme.Id == "deny" && Rest(i).Find(Clause.IsElement) is { } denied && _current.Exists(l => composes(denied, l)));
        }

        var subjectFirst = _current.Find(l => l.Kind is TermKind.Subject or TermKind.Quality or TermKind.Value
            or TermKind.Act) is { Kind: TermKind.Subject or TermKind.Act } or { Kind: TermKind.Quality, Form: not "adj" };
        var (subject, value) = (_current.Exists(l => l.Kind == TermKind.Subject), HasValue(_current));
        if (complete && lexeme.Form is "fn" or "mrc" or "reflex" or "modality" && !Fits(lexeme) && !IsTie(i)
            && Rest(i).Exists(l => l.Kind == TermKind.Value || l is { Kind: TermKind.Cue, Id: not "deny" })
            && _current.Exists(l => l.Kind == TermKind.Complaint || l is { Kind: TermKind.Quality, Form: "noun" or "adj" or "good" })
            || lexeme is { Kind: TermKind.Quality, Form: "adj" } && value && Rest(i).Exists(l => l.Kind == TermKind.Subject))
        {
            return true;
        }

        return lexeme.Kind switch
        {
            TermKind.Subject when lexeme.Id == "wiping" => false,
            TermKind.Subject => subject && (value || _current.Exists(l => l.Kind == TermKind.Quality)) && subjectFirst
                && _current[^1].Kind != TermKind.Subject && !IsTie(i) || value && subjectFirst && !IsTie(i) && !Fits(lexeme),
            TermKind.Quality or TermKind.Act => value && !IsTie(i) && _current.Exists(l => Clause.IsElement(l) || l.Kind == TermKind.Event)
                && !_current[^1].Is(TermKind.Value, "bad") && !Fits(lexeme),
            TermKind.Value => value && subject && !subjectFirst && Rest(i).Exists(Clause.IsElement),
            _ => false,
        };
    }

    /// <summary>"reduced power in left foot", "absent at ankle": a preposition ties a place to what stands before it.</summary>
    private bool IsTie(int i) => i > 0 && sentence[i - 1] is { Form: "tie" } || i > 1 && sentence[i - 2] is { Form: "tie" }
        && sentence[i - 1].Kind is TermKind.Side or TermKind.Filler;

    private bool Fits(Lexeme lexeme) => _current.Exists(l => l.Id == lexeme.Id) || _current.Exists(l => Clause.IsElement(l)
        && (composes(l, lexeme) || composes(lexeme, l))) && !_current.Exists(l => l.Kind == TermKind.Subject && l.Form != "level"
        && _current.Exists(v => v.Form == "grade"));

    private List<Lexeme> Rest(int i)
    {
        var rest = new List<Lexeme>();
        for (var k = i + 1; k < Math.Min(sentence.Count, i + Longest)
            && sentence[k] is not ({ Kind: TermKind.Mark, Id: not "dash" } or { Kind: TermKind.Joint }); k++)
        {
            if (sentence[k].Kind is not TermKind.Filler)
            {
                rest.Add(sentence[k]);
            }
        }

        return rest;
    }

    /// <summary>How much of the end belongs to the statement that begins: sides, fillers and cues that stand before it.</summary>
    private int Lead()
    {
        var lead = _current.Count;
        while (lead > 1 && !(_current[lead - 1].Is(TermKind.Modifier, "only") && _current[lead - 2].Form == "good")
            && _current[lead - 1] is { Kind: TermKind.Filler or TermKind.Side or TermKind.Verb or TermKind.Modifier }
            or { Kind: TermKind.Quantifier } or { Kind: TermKind.Cue, Id: "deny" } or { Kind: TermKind.Cue, Form: "verb" }
            && !(_current[lead - 1].Is(TermKind.Modifier, "unknown") && Clause.IsElement(_current[lead - 2]) && !HasValue(_current[..(lead - 1)])))
        {
            lead--;
        }

        return _current[lead - 1].Kind is TermKind.Joint ? lead - 1 : lead;
    }

    private static bool IsDeny(Lexeme lexeme) => lexeme.Is(TermKind.Cue, "deny");

    private static bool HasValue(List<Lexeme> lexemes) => lexemes.Exists(l => l is { Kind: TermKind.Value } or { Kind: TermKind.Cue, Id: not "deny" })
        || lexemes.SkipWhile(l => !Clause.IsElement(l)).Any(l => l.Is(TermKind.Modifier, "unknown"));

    private static bool IsComplete(List<Lexeme> lexemes) =>
        lexemes.Exists(l => l is { Kind: TermKind.Quality or TermKind.Act, Form: "noun" or "adj" or "good" or "-" }) || HasValue(lexemes)
            && lexemes.Exists(Clause.IsElement) || lexemes.Exists(l => l.Kind == TermKind.Complaint);

    private static bool IsAnswer(Lexeme lexeme) => lexeme.Kind is TermKind.Cue or TermKind.Value or TermKind.Modifier or TermKind.Side or TermKind.Verb
        || lexeme is { Kind: TermKind.Whole, Id: "none" } or { Form: "number" };

    private static bool StartsWithCue(List<Lexeme> right) => right is [{ Kind: TermKind.Cue or TermKind.Value or TermKind.Modifier }, ..]
        or [{ Kind: TermKind.Side }, { Kind: TermKind.Cue or TermKind.Value }, ..];

    private static bool IsNounPhrase(Lexeme lexeme) => Clause.IsElement(lexeme) && lexeme.Form != "adj" || lexeme.Kind is TermKind.Filler
        or TermKind.Quantifier or TermKind.Side;
}
