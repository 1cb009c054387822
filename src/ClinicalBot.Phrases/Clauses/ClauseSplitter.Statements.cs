namespace ClinicalBot.Phrases.Clauses;

/// <summary>Where a new statement begins without a mark or joint of its own.</summary>
internal sealed partial class ClauseSplitter
{
    /// <summary>After "and", "or" or a slash, another statement begins when this one is complete and what follows speaks of something of its own.</summary>
    private bool StartsAnother(List<Lexeme> right)
    {
        // "able and 5/5"; "weakness of df and pf" goes on, "saddle numb and bladder" does not.
        var (first, subject) = (_current.IndexOf(Element, Value), _current.IndexOf(Subject));
        return _current.Has(Whole) || !_current.Has(Element) && _current.Has(AbleOrUnable) && right.Has(Grade) || (IsComplete(_current)
            ? right.Has(Quality, Act, Whole, Complaint) || right.FirstOrDefault()?.Is(Deny) == true && right.Has(Quantifier)
                || right.Has(Subject, Cue) && (subject == first || subject >= 0 && HasValue(_current[subject..]) || HasValue(right))
            : _current.Has(Time) && right.Has(Element, Event) || !_current.Has(Element) && _current.Has(Complaint));
    }

    /// <summary>"... to check and she has been incontinent": a subject named again begins another statement.</summary>
    private bool NamesWho(int i) =>
        i + 2 < _sentence.Length && _sentence[i + 1].Is(Pronoun) && _sentence[i + 2].Is(Verb, Act, Cue) && Following(i).Has(Element);

    private bool BeginsStatement(Lexeme lexeme, int i)
    {
        if (lexeme.Is(Unknown) || _current.Count == 0 || _current[^1].Is(Joint))
        {
            return false;
        }

        var (complete, value, subject) = (IsComplete(_current), HasValue(_current), _current.Has(Subject));
        var subjectFirst = _current.First(Subject, Quality, Value, Act)?.Is(SpokenOfFirst) == true;
        return BeginsRun(lexeme, i, complete)
            // "DF 4/5 rest 5/5", "slr able 5/5".
            || lexeme.Is(Rest) && (value || complete) || lexeme.Is(Grade) && value && !_current.Has(Gradable) || lexeme.Is(Query)
            || lexeme.Is(Now) && !_current[^1].Is(Grade) && (complete || value) && Following(i).Has(Answered, Predicate, Deny, NamedQuality)
                && (value || Following(i).Find(l => !l.Is(Modifier))?.Is(Returns) != true)
            || (lexeme.Is(FreeDenial) ? BeginsDenial(Following(i), complete)
                : lexeme.Is(BeginsAgain) && complete ? BeginsAgainBefore(lexeme, Following(i), value)
                : complete && lexeme.Is(FunctionForm) && !Fits(lexeme) && !IsTie(i) && Following(i).Has(Valued) && _current.Has(Complaint, NamedQuality)
                    || lexeme.Is(Adjective) && value && Following(i).Has(Subject)
                    || lexeme.Kind switch
                    {
                        TermKind.Subject => !lexeme.Is(Wiping) && subjectFirst && !IsTie(i)
                            && (subject && (value || _current.Has(Quality)) && !_current[^1].Is(Subject) || value && !Fits(lexeme)),
                        TermKind.Quality or TermKind.Act =>
                            value && !IsTie(i) && _current.Has(Element, Event) && !_current[^1].Is(Bad) && !Fits(lexeme),
                        TermKind.Value => value && subject && !subjectFirst && Following(i).Has(Element),
                        _ => false,
                    });
    }

    private bool BeginsAgainBefore(Lexeme lexeme, List<Lexeme> rest, bool value) => rest.Has(Element, Value, Cue, Quantifier)
        && (!lexeme.Is(Deny) || value || !(_current[^1].Is(Subject, Verb) && rest[0].Is(Quality) || rest[0].Is(Value)))
        && !(lexeme.Is(Deny) && rest.First(Element) is { } denied && _current.Exists(l => Meanings.Composes(denied, l)));

    /// <summary>Dictated without a mark: "block was four hours ago leg is still numb he lifts it", "no bilateral symptoms numb in the block area".</summary>
    private bool BeginsRun(Lexeme lexeme, int i, bool complete)
    {
        var next = i + 1 < _sentence.Length ? _sentence[i + 1] : null;
        var last = _current.FindLast(l => !l.Is(LeadsOver)) ?? _current[^1];
        var ofBlock = last.Is(Time) && _current.Has(Event) && lexeme.Is(Element) && !lexeme.Is(Level) && _current.Of(Element).AreAll(Level);
        var denied = last.Is(NounQuality, Subject) && _current.IndexOf(Deny) is >= 0 and var denial && _current.FindIndex(l => l.Is(Element)) > denial;
        var isNumb = denied && lexeme.Is(NumbAdjective) && next?.Is(Tie, WithinArea) == true;
        var named = lexeme.Is(Pronoun) && next?.Is(ActOrCue, Adjective, Tie) == true && (next.Is(Act, Adjective) || Following(i + 1).Has(Element, Agent));
        return ofBlock || isNumb || denied && lexeme.Is(Good) && next?.Is(Tie, And) == true
            || (complete || denied) && last.Is(SaidEnough) && !IsTie(i) && (named || IsSubjectOfItsOwn(i));
    }

    /// <summary>"... in the foot power is full": a noun with its verb.</summary>
    private bool IsSubjectOfItsOwn(int i) => _sentence[i].Is(Subject, FunctionForm) && !_sentence[i].Is(Adjective)
        && _sentence.Skip(i + 1).Take(Longest).SkipWhile(l => l.Is(Element, And)).FirstOrDefault()?.Is(Being) == true;

    /// <summary>"... weak no saddle numbness": the denial is of what follows.</summary>
    private bool BeginsDenial(List<Lexeme> right, bool complete) =>
        (complete || _current.Has(Deny, Value, Whole) || right.First(Element, Complaint)?.Is(Complaint, Pain) == true && _current.Has(Element))
        && right.Has(Element, Complaint, Outside) && !_current[^1].Is(Deny);

    /// <summary>"reduced power in left foot", "absent at ankle": a preposition ties a place to what stands before it.</summary>
    private bool IsTie(int i) => i > 0 && _sentence[i - 1].Is(Tie) || i > 1 && _sentence[i - 2].Is(Tie) && _sentence[i - 1].Is(Side, Filler);

    private bool Fits(Lexeme lexeme) => _current.Exists(l => l.Id == lexeme.Id)
        || !(_current.Has(Place) && _current.Has(Grade))
            && _current.Exists(l => l.Is(Element) && (Meanings.Composes(l, lexeme) || Meanings.Composes(lexeme, l)));

    private List<Lexeme> Following(int i)
    {
        var rest = new List<Lexeme>();
        for (var k = i + 1; k < Math.Min(_sentence.Length, i + Longest) && !_sentence[k].Is(EndsStatement); k++)
        {
            if (!_sentence[k].Is(Filler))
            {
                rest.Add(_sentence[k]);
            }
        }

        return rest;
    }

    /// <summary>How much of the end belongs to the statement that begins: sides, fillers and cues that stand before it.</summary>
    private int Lead()
    {
        var lead = _current.Count;
        while (lead > 1 && _current[lead - 1].Is(LeadsOver) && !(_current[lead - 1].Is(Only) && _current[lead - 2].Is(GoodForm))
            && !(_current[lead - 1].Is(NotKnown) && _current[lead - 2].Is(Element) && !HasValue(_current[..(lead - 1)])))
        {
            lead--;
        }

        return _current[lead - 1].Is(Joint) ? lead - 1 : lead;
    }

    private static bool HasValue(List<Lexeme> lexemes) => lexemes.Has(Valued) || lexemes.SkipWhile(l => !l.Is(Element)).Has(NotKnown);

    private static bool IsComplete(List<Lexeme> lexemes) => lexemes.Has(Complaint, Statement) || HasValue(lexemes) && lexemes.Has(Element);
}
