using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>Cuts a sentence into clauses, at its marks and joints and where a new statement begins without either ("slr able motor normal").</summary>
internal sealed partial class ClauseSplitter(IReadOnlyList<Lexeme> sentence, Func<Lexeme, Lexeme, bool> composes)
{
    /// <summary>No statement is longer, and nothing further ahead bears on a word: so the time grows with the length only.</summary>
    private const int Longest = 60;

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
                case { Kind: TermKind.Joint } when StartsAnother(Rest(i)) || NamesWho(i):
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
        if (_current.Count >= Longest)
        {
            End("run");
        }

        if (lexeme is { Kind: TermKind.Cue, Id: "deny", Form: "no" } && i + 1 < sentence.Count
            && sentence[i + 1] is { Kind: TermKind.Filler, Id: "pronoun" or "correction" } or { Kind: TermKind.Verb, Id: "be" }
                or { Kind: TermKind.Cue, Form: "verb" })
        {
            // "No, it's numb" denies what was said before, not what follows.
            End("comma");
            _current.Add(lexeme);
            End("comma");
            return;
        }

        if (IsDeny(lexeme) && i + 1 < sentence.Count && sentence[i + 1].Kind == TermKind.Time && _current.Exists(l => l.Kind == TermKind.Time))
        {
            // "6 h ago, not 2 h ago": the other time is the one denied.
            End("comma");
        }

        if (lexeme is { Kind: TermKind.Cue, Id: "deny", Form: not "adv" } && IsAnswerAt(i))
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
        return right.Count == 0 ? sentence[i - 1].Kind == TermKind.Mark : next > 0 && (IsDeny(right[next]) || right[next].Is(TermKind.Cue, "yes"))
            && (next == right.Count - 1 || Clause.IsElement(right[next + 1]))
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
            _clauses.Add(new Clause(_joint, [.. _current]));
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
        if (i + 1 < sentence.Count && sentence[i + 1].IsMark("separator"))
        {
            return;
        }

        if (!_current.Exists(Clause.IsElement) && _current.Exists(l => l is { Kind: TermKind.Cue, Id: "negative" or "no" }))
        {
            // "Negative: saddle, bladder" denies what follows.
            _current = [.. _current.Select(l => l is { Kind: TermKind.Cue, Id: "negative" or "no" } ? l with { Id = "deny", Form = "det" } : l)];
        }

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
        if (mark.Form == "colon" && _current.Exists(l => l is { Kind: TermKind.Quality, Form: "adj" }) && _current.Exists(l => l.Kind == TermKind.Event)
            && right.Exists(Clause.IsElement))
        {
            // "Numb leg post MBB: cannot fault power" is two statements.
            End("comma");
            return;
        }

        var grades = _current.Exists(l => l.Form == "grade") && right.Exists(l => l.Form is "grade" or "number");
        if (grades && mark.Id == "arrow" || !HasValue(_current) && (answers || StartsWithCue(right)) || onlyDenies && right.Exists(Clause.IsElement)
            && right.All(IsNounPhrase)
            || !HasValue(_current) && subjects.Count > 0 && right.Exists(r => subjects.Exists(s => composes(r, s) || composes(s, r))))
        {
            _current.Add(mark);
            return;
        }

        if (subjects.Count > 0 && !HasValue(_current) && right.Exists(Clause.IsElement) && _current.TrueForAll(l => Clause.IsElement(l) && l.Form != "adj"
            || l.Kind is TermKind.Filler or TermKind.Joint or TermKind.Side))
        {
            // A heading: what it names is said, or not, by what follows.
            _current = [];
            return;
        }

        End("comma");
    }
}
