namespace ClinicalBot.Phrases.Clauses;

/// <summary>Cuts a sentence into clauses, at its marks and joints and where a new statement begins without either ("slr able motor normal").</summary>
internal sealed partial class ClauseSplitter(Clause whole)
{
    /// <summary>No statement is longer, and nothing further ahead bears on a word: so the time grows with the length only.</summary>
    private const int Longest = 60;

    private readonly Lexeme[] _sentence = whole.Lexemes;
    private readonly List<Clause> _clauses = [];
    private List<Lexeme> _current = [];
    private Link _link = Link.Stop;

    /// <summary>The clauses, in order.</summary>
    public IReadOnlyList<Clause> Split()
    {
        for (var i = 0; i < _sentence.Length; i++)
        {
            var lexeme = _sentence[i];
            if (lexeme.Is(Break) || lexeme.Is(Coordinator) && _current.Count == 0 || lexeme.Is(Joint) && (StartsAnother(Following(i)) || NamesWho(i)))
            {
                End(Enum.Parse<Link>(lexeme.Id, ignoreCase: true));
            }
            else if (lexeme.Is(Separating))
            {
                AtSeparator(lexeme, i);
            }
            else
            {
                AtWord(lexeme, i);
            }
        }

        End(Link.Stop);
        return [.. _clauses.SkipLast(1), .. _clauses.TakeLast(1).Select(last => last with { Asked = whole.Asked })];
    }

    private void AtWord(Lexeme lexeme, int i)
    {
        var next = i + 1 < _sentence.Length ? _sentence[i + 1] : null;
        if (_current.Count >= Longest)
        {
            End(Link.Run);
        }

        if (lexeme.Is(BareNo) && next?.Is(OpensStatement) == true)
        {
            // "No, it's numb" denies what was said before, not what follows.
            End(Link.Comma);
            _current.Add(lexeme);
            End(Link.Comma);
            return;
        }

        if (lexeme.Is(Deny) && next?.Is(Time) == true && _current.Has(Time))
        {
            // "6 h ago, not 2 h ago": the other time is the one denied.
            End(Link.Comma);
        }

        if (lexeme.Is(FreeDenial) && IsAnswerAt(i))
        {
            // "saddle no bladder no", "B/B: denies": behind what it answers, it denies nothing further.
            _current.Add(lexeme.As(Made.No));
            return;
        }

        if (BeginsStatement(lexeme, i))
        {
            var lead = Lead();
            var carried = _current[lead..];
            _current = _current[..lead];
            if (lead > 0 && _current[^1].Is(Separator) && _current[..^1].AreAll(HeadingPart))
            {
                // "Power R leg: hip flexors 5", "Red flags: no saddle numbness": it names what follows.
                carried = [.. _current.FindAll(l => l.Is(Left, Right)), .. carried];
                _current = [];
            }

            End(Link.Run);
            _current.AddRange(carried);
        }

        _current.Add(lexeme);
    }

    private void End(Link link)
    {
        if (_current.Count > 0)
        {
            var isFirst = _clauses.Count == 0 && whole.Link == Link.Semicolon;
            _clauses.Add(whole with { Link = isFirst ? whole.Link : _link, Lexemes = [.. _current], Asked = false });
            _current = [];
            _link = link;
        }
        else if (_link is not (Link.But or Link.Except or Link.Stop) || link is Link.But or Link.Except)
        {
            _link = link;
        }
    }
}
