namespace ClinicalBot.Phrases.Scope;

/// <summary>One thing a clause speaks of.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="First">Index of its head, the quality or act, in the clause.</param>
/// <param name="Last">Index of its last word.</param>
internal sealed record Mention(Meaning Meaning, int First, int Last);

/// <summary>Composes the mentions of a clause: qualities and acts with their subjects, then what stands alone.</summary>
internal sealed class Mentions(IReadOnlyList<Lexeme> lexemes, Topic? topic)
{
    private readonly List<int> _elements = [.. Enumerable.Range(0, lexemes.Count).Where(i => lexemes[i].Is(Element))];
    private readonly bool _graded = lexemes.Has(Grade);
    private readonly HashSet<int> _used = [];
    private readonly List<Mention> _mentions = [];

    /// <summary>The mentions, in the order of the table of meanings.</summary>
    public static IReadOnlyList<Mention> Of(IReadOnlyList<Lexeme> lexemes, Topic? topic)
    {
        var mentions = new Mentions(lexemes, topic);
        if (mentions._elements.Count == 1)
        {
            mentions.Add(Meanings.OfAlone(lexemes[mentions._elements[0]]), mentions._elements[0], mentions._elements[0]);
        }
        else
        {
            mentions.ComposeAll();
        }

        if (mentions._elements.TrueForAll(i => topic == Topic.Motor && lexemes[i].Is(Pain) && lexemes.Has(HardOrUnable)))
        {
            mentions.AddUnnamed();
        }

        return mentions._mentions;
    }

    private void ComposeAll()
    {
        var primaries = _elements.FindAll(i => lexemes[i].Is(Quality, Act));
        foreach (var primary in primaries.OrderBy(i => lexemes[i].Is(Act)))
        {
            Compose(primary);
        }

        foreach (var primary in primaries)
        {
            if (!_used.Contains(primary) && !_elements.Exists(i => i != primary && (Meanings.Composes(lexemes[primary], lexemes[i])
                || Meanings.Composes(lexemes[i], lexemes[primary]))))
            {
                Add(Meanings.OfAlone(lexemes[primary]), primary, primary);
            }
        }

        foreach (var subject in _elements.Where(i => lexemes[i].Is(Subject) && !_used.Contains(i)))
        {
            Add(Meanings.OfAlone(lexemes[subject]), subject, subject);
        }
    }

    private void Compose(int primary)
    {
        var head = lexemes[primary];
        if (head.Is(Act) && _used.Contains(primary) || _elements.Exists(i => lexemes[i].Is(Act) && Meanings.Composes(lexemes[i], head)))
        {
            // "SLR: heel off the bed": the act is said of the raise.
            return;
        }

        var partners = _elements.FindAll(i => i != primary && Meanings.Composes(head, lexemes[i]));
        var places = _elements.FindAll(i => i != primary && lexemes[i].Is(PlaceOfAny) && !partners.Contains(i)
            && !(head.Is(WithinArea) && lexemes[i].Is(NearSaddle)) && !(_graded && lexemes[i].Is(MuscleForm)));
        if (partners.FindIndex(i => lexemes[i].Is(Subject)) is var found and >= 0 && partners[found] is var place)
        {
            // "saddle sensation intact to pinprick": the place is meant, not the sensation of the leg.
            partners.RemoveAll(i => lexemes[i].Is(Quality) && Meanings.Composes(lexemes[i], lexemes[place]));
        }

        _used.UnionWith(partners);
        if (partners.Count > 0 && Meanings.ComposesAny(head) && !_graded)
        {
            // "numb from the hip to the toes": the hip is where it is numb, no muscle group.
            _used.UnionWith(places);
        }

        foreach (var partner in partners)
        {
            Add(Meanings.Of(head, lexemes[partner]), primary, partner);
        }

        if (places.Count > 0 && partners.Count == 0 && Meanings.ComposesAny(head))
        {
            _used.UnionWith([.. places, primary]);
            Add(Meanings.OfAnyPlace(head), primary, places[^1]);
        }
    }

    /// <summary>"deteriorating": of what is not said. "normal" and "5/5" at the question about power speak of all that was asked.</summary>
    private void AddUnnamed()
    {
        var changing = topic is null ? lexemes.First(Changing) : null;
        if (changing is not null || Answers())
        {
            var meanings = Meanings.OfAlone(new Lexeme((changing is null ? Made.Answer : Made.NewWeakness).Word(), 0, 0));
            _mentions.AddRange(meanings.Where(m => changing is not null || m.HoldsAt(topic)).Select(m => new Mention(m, -1, lexemes.Count)));
        }
    }

    /// <summary>Whether a clause that names nothing can be an answer to the question: a value or an ability, or at the red flags that something has
    /// not changed.</summary>
    private bool Answers() => !lexemes.Has(TellsOtherwise) && (_graded || topic switch
    {
        Topic.Motor => lexemes.Has(AnswersMotor),
        Topic.Sensation => lexemes.Has(AnswersSensation),
        Topic.RedFlags => lexemes.Has(AnswersFlags),
        _ => false,
    });

    private void Add(IEnumerable<Meaning> meanings, int one, int other)
    {
        foreach (var meaning in meanings)
        {
            if (meaning.Paths.Count > 0 && meaning.HoldsAt(topic))
            {
                _mentions.Add(new Mention(meaning, one, Math.Max(one, other)));
            }
        }
    }
}
