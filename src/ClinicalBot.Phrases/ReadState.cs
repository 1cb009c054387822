namespace ClinicalBot.Phrases;

/// <summary>What is carried from piece to piece while one message is read.</summary>
internal sealed class ReadState(Topic? topic)
{
    private readonly List<Finding> _waiting = [];
    private readonly HashSet<Term> _modalitiesNamed = [];
    private bool _modalitiesInDoubt;
    private bool _modalitiesBack;

    /// <summary>The open question.</summary>
    public Topic? Topic { get; } = topic;

    /// <summary>The message has other pieces, and the next is no exception to this one: an "ok" may be about none of them.</summary>
    public bool MayInterject { get; set; }

    /// <summary>Everything claimed.</summary>
    public Claims Claims { get; } = new();

    /// <summary>Findings the latest piece with a value was about: "DF 4/5 left, 5/5 right".</summary>
    public List<Finding> Latest { get; } = [];

    /// <summary>The piece before denied something.</summary>
    public bool LastNegated { get; set; }

    /// <summary>Something before was not understood: a "normal" or "none" that covers everything shown may be about that alone.</summary>
    public bool Unheard { get; set; }

    /// <summary>The piece before named the saddle.</summary>
    public bool LastSaddle { get; set; }

    /// <summary>"No weakness" was taken as none that grows.</summary>
    public bool NoWeaknessSaid { get; set; }

    /// <summary>Weakness was mentioned, and it is in doubt whether there is any: no strength is full meanwhile.</summary>
    public bool WeaknessInDoubt { get; set; }

    /// <summary>The piece before reassured.</summary>
    public bool LastWasReassuring { get; set; }

    /// <summary>A part of the leg was named as numb: then it is not only the block area.</summary>
    public bool PlaceNamed { get; set; }

    /// <summary>The latest subject was a reflex: "knee" and "ankle" mean reflexes.</summary>
    public bool InReflexes { get; set; }

    /// <summary>
    /// True when the piece only names findings and a value may follow ("hip flexion, knee extension and toes 5/5"): they wait for it.
    /// </summary>
    public bool WaitsForValue(Piece piece, ReadOnlySpan<Finding> findings)
    {
        if (!piece.IsPlain() || piece.Has(Term.Negation, Term.Unable, Term.Bad, Term.Numb, Term.Trouble))
        {
            return false;
        }

        Latest.Clear();
        Latest.AddRange(findings);
        _waiting.AddRange(findings);

        Claims.Changed = true;
        return true;
    }

    /// <summary>Adds a claim of a piece, to the findings it names and to those that wait.</summary>
    public void Claim(Piece piece, ReadOnlySpan<Finding> findings, Claim claim)
    {
        if ((claim & Phrases.Claim.Reassuring) != 0)
        {
            claim = Sided(piece, claim);
        }

        if ((claim & Phrases.Claim.Adverse) != 0 && piece.Has(Term.Known))
        {
            Claims.KnownEarlierDeficit = true;
        }

        Claims.Add(findings, claim);
        foreach (var finding in _waiting)
        {
            // "SLR, motor normal" may leave the SLR open; "SLR and motor normal" does not.
            var shares = piece.Joint == Term.And || piece.Joint == Term.Comma && (finding != Finding.StraightLegRaise || (claim & Phrases.Claim.Adverse) != 0);
            Claims.Add(finding, shares ? claim : Phrases.Claim.Unclear);
        }

        _waiting.Clear();
        Latest.Clear();
        Latest.AddRange(findings);
    }

    /// <summary>Light touch, pinprick and temperature: only all three back is resolved (S10).</summary>
    public void ModalitiesBack(Piece piece, bool isBack)
    {
        var named = piece.Lexemes.Select(l => l.Term).Where(t => t is Term.LightTouch or Term.Pinprick or Term.Temperature);
        _modalitiesNamed.UnionWith(named);
        _modalitiesInDoubt |= piece.InQuestion || !isBack && !piece.IsPlain();
        _modalitiesBack = isBack;
        Claims.Changed = true;
    }

    /// <summary>What still waits at a stop or at the end was named without a value.</summary>
    public void StopWaiting()
    {
        Claims.Asked = Asked.Not;
        foreach (var finding in _waiting)
        {
            Claims.Add(finding, Phrases.Claim.Unclear);
        }

        _waiting.Clear();
        if (PlaceNamed && (Claims[Finding.WithinBlockArea] & Phrases.Claim.AnyReassuring) != 0)
        {
            Claims.Add(Finding.WithinBlockArea, Phrases.Claim.Unclear);
        }

        if (_modalitiesNamed.Count > 0)
        {
            Claims.Add(Finding.Numbness, _modalitiesNamed.Count == 3 && _modalitiesBack && !_modalitiesInDoubt ? Phrases.Claim.Reassuring : Phrases.Claim.Unclear);
        }
    }

    /// <summary>A reassuring value for one named leg says nothing about the other; the worse leg counts.</summary>
    private static Claim Sided(Piece piece, Claim claim)
    {
        var left = piece.Has(Term.Left);
        var right = piece.Has(Term.Right);
        return left == right ? claim
            : claim & ~Phrases.Claim.Reassuring | (left ? Phrases.Claim.ReassuringLeft : Phrases.Claim.ReassuringRight);
    }
}
