using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>Cuts a sentence into clauses, at its marks and joints and where a new statement begins without either ("slr able motor normal").</summary>
internal sealed class ClauseSplitter(IReadOnlyList<Lexeme> sentence, Func<Lexeme, Lexeme, bool> composes)
{
    private readonly List<Clause> _clauses = [];
    private List<Lexeme> _current = [];
    private string _joint = "stop";

    /// <summary>The clauses, in order.</summary>
    public IReadOnlyList<Clause> Split()
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            var lexeme = sentence[i];
            switch (lexeme)
            {
                case { Kind: TermKind.Mark, Id: "comma" or "open" } or { Kind: TermKind.Joint, Id: "but" or "except" }:
                    End(lexeme.Id);
                    break;
                case { Kind: TermKind.Mark, Id: "separator" or "dash" or "arrow" }:
                    AtSeparator(lexeme, i);
                    break;
                case { Kind: TermKind.Joint, Id: "and" or "or" } when _current.Count == 0:
                case { Kind: TermKind.Joint } when StartsAnother(Rest(i)):
                    End(lexeme.Id);
                    break;
                default:
                    AtWord(lexeme, i);
                    break;
            }
        }

        End("stop");
        return _clauses;
    }

    private void AtWord(Lexeme lexeme, int i)
    {
        if (lexeme is { Kind: TermKind.Cue, Id: "deny", Form: "no" } && i + 1 < sentence.Count && sentence[i + 1] is { Kind: TermKind.Filler, Id: "pronoun" or "correction" } or { Kind: TermKind.Verb, Id: "be" })
        {
            // "No, it's numb" denies what was said before, not what follows.
            End("comma");
            _current.Add(lexeme);
            End("comma");
            return;
        }

        if (lexeme is { Kind: TermKind.Cue, Id: "deny", Form: "det" or "no" or "said" } && IsAnswerAt(i))
        {
            // "saddle no bladder no", "B/B: denies": behind what it answers, it denies nothing further.
            _current.Add(lexeme with { Id = "no" });
            return;
        }

        if (BeginsStatement(lexeme, i))
        {
            var lead = Lead();
            var carried = _current[lead..];
            _current = _current[..lead];
            End("run");
            _current.AddRange(carried);
        }

        _current.Add(lexeme);
    }

    private bool IsAnswerAt(int i)
    {
        if (!_current.Exists(l => Clause.IsElement(l) || l.Kind == TermKind.Quantifier) || HasValue(_current) || _current.Exists(IsDeny))
        {
            return false;
        }

        var right = Rest(i);
        var next = right.FindIndex(l => !Clause.IsElement(l));
        return right.Count == 0 ? sentence[i - 1].Kind == TermKind.Mark : next > 0 && (IsDeny(right[next]) || right[next].Is(TermKind.Cue, "yes")) && (next == right.Count - 1 || Clause.IsElement(right[next + 1]))
            || right.Count > 0 && Clause.IsElement(right[0]) && sentence[i - 1].Kind == TermKind.Mark && FollowedBySeparator(i);
    }

    private bool FollowedBySeparator(int i)
    {
        for (var k = i + 1; k < sentence.Count; k++)
        {
            if (!Clause.IsElement(sentence[k]) && sentence[k].Kind is not (TermKind.Filler or TermKind.Joint))
            {
                return sentence[k].IsMark("separator");
            }
        }

        return false;
    }

    private void End(string joint)
    {
        if (_current.Count > 0)
        {
            _clauses.Add(new Clause(_joint, _current));
            _current = [];
            _joint = joint;
        }
        else if (_joint is not ("but" or "except" or "stop") || joint is "but" or "except")
        {
            _joint = joint;
        }
    }

    /// <summary>"saddle - no" and "bladder: normal" are one statement; "normal - toes weak" is two; "bladder: retention" names where.</summary>
    private void AtSeparator(Lexeme mark, int i)
    {
        var right = Rest(i);
        var answers = right.Count > 0 && right.All(IsAnswer);
        if (mark.Id == "dash")
        {
            if (answers && !IsComplete(_current))
            {
                _current.Add(mark);
            }

            return;
        }

        var subjects = _current.Where(Clause.IsElement).ToList();
        var onlyDenies = subjects.Count == 0 && _current.Exists(IsDeny);
        var grades = _current.Exists(l => l.Form == "grade") && right.Exists(l => l.Form is "grade" or "number");
        if (grades && mark.Id == "arrow" || !HasValue(_current) && (answers || StartsWithCue(right)) || onlyDenies && right.Exists(Clause.IsElement) && right.All(IsNounPhrase)
            || !HasValue(_current) && subjects.Count > 0 && right.Exists(r => subjects.Exists(s => composes(r, s) || composes(s, r))))
        {
            _current.Add(mark);
            return;
        }

        if (subjects.Count > 0 && !HasValue(_current) && right.Exists(Clause.IsElement) && _current.TrueForAll(l => Clause.IsElement(l) && l.Form != "adj" || l.Kind is TermKind.Filler or TermKind.Joint or TermKind.Side))
        {
            // A heading: what it names is said, or not, by what follows.
            _current = [];
            return;
        }

        End("comma");
    }

    /// <summary>After "and", "or" or a slash, another statement begins when this one is complete and what follows speaks of something of its own.</summary>
    private bool StartsAnother(List<Lexeme> right)
    {
        if (_current.Exists(l => l.Kind == TermKind.Whole))
        {
            return true;
        }

        if (!IsComplete(_current))
        {
            return !_current.Exists(Clause.IsElement) && _current.Exists(l => l.Kind == TermKind.Complaint);
        }

        if (right.Exists(l => l.Kind is TermKind.Quality or TermKind.Act or TermKind.Whole) || right.Exists(l => l.Kind == TermKind.Complaint))
        {
            return true;
        }

        // "weakness of df and pf" goes on, "saddle numb and bladder" does not.
        var first = _current.FindIndex(l => Clause.IsElement(l) || l.Kind == TermKind.Value);
        var subject = _current.FindIndex(l => l.Kind == TermKind.Subject);
        return right.Exists(l => l.Kind is TermKind.Subject or TermKind.Cue) && (subject == first || subject >= 0 && HasValue(_current[subject..]) || HasValue(right));
    }

    private bool BeginsStatement(Lexeme lexeme, int i)
    {
        if (_current.Count == 0 || _current[^1] is { Kind: TermKind.Joint })
        {
            return false;
        }

        var complete = IsComplete(_current);
        if (lexeme is { Kind: TermKind.Modifier, Form: "query" } || lexeme is { Kind: TermKind.Filler, Id: "now" } && _current[^1].Form != "grade" && _current.Exists(l => Clause.IsElement(l) || l.Kind is TermKind.Value or TermKind.Cue) && Rest(i).Count > 0)
        {
            return true;
        }

        if (lexeme is { Kind: TermKind.Cue, Id: "deny", Form: "det" or "no" or "said" })
        {
            return (complete || _current.Exists(IsDeny) || _current.Exists(l => l.Kind == TermKind.Value)) && Rest(i).Exists(l => Clause.IsElement(l) || l.Kind == TermKind.Complaint) && !IsDeny(_current[^1]);
        }

        if (lexeme is { Kind: TermKind.Cue, Id: "unable" or "deny" or "yes" } && complete)
        {
            return Rest(i).Exists(l => Clause.IsElement(l) || l.Kind is TermKind.Value or TermKind.Cue) && (lexeme.Id != "deny" || !(_current[^1].Kind is TermKind.Subject or TermKind.Verb && Rest(i) is [{ Kind: TermKind.Quality or TermKind.Value }, ..]) || HasValue(_current)) && !(lexeme.Id == "deny" && Rest(i).Find(Clause.IsElement) is { } denied && _current.Exists(l => composes(denied, l)));
        }

        var subjectFirst = _current.Find(l => l.Kind is TermKind.Subject or TermKind.Quality or TermKind.Value or TermKind.Act) is { Kind: TermKind.Subject or TermKind.Act } or { Kind: TermKind.Quality, Form: not "adj" };
        var (subject, value) = (_current.Exists(l => l.Kind == TermKind.Subject), HasValue(_current));
        if (complete && lexeme.Form is "fn" or "mrc" or "reflex" or "modality" && !Fits(lexeme) && !IsTie(i) && Rest(i).Exists(l => l.Kind == TermKind.Value || l is { Kind: TermKind.Cue, Id: not "deny" }) && _current.Exists(l => l.Kind == TermKind.Complaint || l is { Kind: TermKind.Quality, Form: "noun" or "adj" }) || lexeme is { Kind: TermKind.Quality, Form: "adj" } && value && Rest(i).Exists(l => l.Kind == TermKind.Subject))
        {
            return true;
        }

        return lexeme.Kind switch
        {
            TermKind.Subject => subject && (value || _current.Exists(l => l.Kind == TermKind.Quality)) && subjectFirst && _current[^1].Kind != TermKind.Subject && !IsTie(i) || value && subjectFirst && !IsTie(i) && !Fits(lexeme),
            TermKind.Quality or TermKind.Act => value && !IsTie(i) && _current.Exists(l => Clause.IsElement(l) || l.Kind == TermKind.Event) && !_current[^1].Is(TermKind.Value, "bad") && !Fits(lexeme),
            TermKind.Value => value && subject && !subjectFirst && Rest(i).Exists(Clause.IsElement),
            _ => false,
        };
    }

    /// <summary>"reduced power in left foot", "absent at ankle": a preposition ties a place to what stands before it.</summary>
    private bool IsTie(int i) => i > 0 && sentence[i - 1] is { Form: "tie" } || i > 1 && sentence[i - 2] is { Form: "tie" } && sentence[i - 1].Kind is TermKind.Side or TermKind.Filler;

    private bool Fits(Lexeme lexeme) => _current.Exists(l => l.Id == lexeme.Id) || _current.Exists(l => Clause.IsElement(l) && (composes(l, lexeme) || composes(lexeme, l))) && !_current.Exists(l => l.Kind == TermKind.Subject && l.Form != "level" && _current.Exists(v => v.Form == "grade"));

    private List<Lexeme> Rest(int i)
    {
        var rest = new List<Lexeme>();
        for (var k = i + 1; k < sentence.Count && sentence[k] is not ({ Kind: TermKind.Mark, Id: not "dash" } or { Kind: TermKind.Joint }); k++)
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
        while (lead > 1 && _current[lead - 1] is { Kind: TermKind.Filler or TermKind.Side or TermKind.Verb or TermKind.Modifier } or { Kind: TermKind.Quantifier } or { Kind: TermKind.Cue, Id: "deny" })
        {
            lead--;
        }

        return _current[lead - 1].Kind is TermKind.Joint ? lead - 1 : lead;
    }

    private static bool IsDeny(Lexeme lexeme) => lexeme.Is(TermKind.Cue, "deny");

    private static bool HasValue(List<Lexeme> lexemes) => lexemes.Exists(l => l is { Kind: TermKind.Value } or { Kind: TermKind.Cue, Id: not "deny" }) || lexemes.SkipWhile(l => !Clause.IsElement(l)).Any(l => l.Is(TermKind.Modifier, "unknown"));

    private static bool IsComplete(List<Lexeme> lexemes) =>
        lexemes.Exists(l => l is { Kind: TermKind.Quality or TermKind.Act, Form: "noun" or "adj" or "-" }) || HasValue(lexemes) && lexemes.Exists(Clause.IsElement) || lexemes.Exists(l => l.Kind == TermKind.Complaint);

    private static bool IsAnswer(Lexeme lexeme) => lexeme.Kind is TermKind.Cue or TermKind.Value or TermKind.Modifier or TermKind.Side or TermKind.Verb || lexeme is { Kind: TermKind.Whole, Id: "none" } or { Form: "number" };

    private static bool StartsWithCue(List<Lexeme> right) => right is [{ Kind: TermKind.Cue or TermKind.Value or TermKind.Modifier }, ..] or [{ Kind: TermKind.Side }, { Kind: TermKind.Cue or TermKind.Value }, ..];

    private static bool IsNounPhrase(Lexeme lexeme) => Clause.IsElement(lexeme) && lexeme.Form != "adj" || lexeme.Kind is TermKind.Filler or TermKind.Quantifier or TermKind.Side;
}
