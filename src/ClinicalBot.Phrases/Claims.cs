namespace ClinicalBot.Phrases;

/// <summary>Everything claimed so far, finding by finding; the worst wins when it is made into a reading.</summary>
internal sealed class Claims
{
    private readonly Claim[] _claims = new Claim[Enum.GetValues<Finding>().Length];
    private readonly List<Doubt> _doubts = [];

    /// <summary>How far the claims that follow are only asked about.</summary>
    public Asked Asked { get; set; }

    /// <summary>Something was claimed since this was last set to false.</summary>
    public bool Changed { get; set; }

    /// <summary>Something definite, not a mere doubt, was claimed since this was last set to false.</summary>
    public bool Settled { get; set; }

    /// <summary>An "except" or "otherwise" explains why one group differs: that is no contradiction.</summary>
    public bool HasException { get; set; }

    /// <summary>An adverse finding was called old.</summary>
    public bool KnownEarlierDeficit { get; set; }

    /// <summary>Doubts that belong to no single finding here, e.g. "motor".</summary>
    public IReadOnlyList<Doubt> Doubts => _doubts;

    /// <summary>What was claimed about a finding.</summary>
    public Claim this[Finding finding] => _claims[(int)finding];

    /// <summary>Adds a claim, or what is left of it when it is only asked about.</summary>
    public void Add(Finding finding, Claim claim)
    {
        var asked = Asked switch
        {
            Asked.Here => claim & (Claim.AnyReassuring | Claim.Adverse | Claim.Unspecific),
            Asked.Nearby => claim & Claim.AnyReassuring,
            _ => Claim.None,
        };
        _claims[(int)finding] |= asked == Claim.None ? claim : claim & ~asked | Claim.Unclear;
        Changed |= claim != Claim.None;
        Settled |= (claim & ~Claim.Unclear) != 0;
    }

    /// <summary>Adds a claim to several.</summary>
    public void Add(ReadOnlySpan<Finding> findings, Claim claim)
    {
        foreach (var finding in findings)
        {
            Add(finding, claim);
        }
    }

    /// <summary>Adds a doubt about a path that is no finding of its own.</summary>
    public void Doubt(string path, DoubtKind kind)
    {
        Changed = true;
        var doubt = new Doubt(path, kind);
        if (!_doubts.Contains(doubt))
        {
            _doubts.Add(doubt);
        }
    }

    /// <summary>What was said after, or with, the reassuring claims so far puts them in doubt.</summary>
    public void DoubtReassurance()
    {
        for (var i = 0; i < _claims.Length; i++)
        {
            if ((_claims[i] & Claim.AnyReassuring) != 0)
            {
                _claims[i] |= Claim.Unclear;
            }
        }
    }

    /// <summary>One verdict of all the claims about a finding.</summary>
    public Verdict Judge(Finding finding)
    {
        var claim = this[finding];
        var reassuring = (claim & Claim.Reassuring) != 0 || (claim & (Claim.ReassuringLeft | Claim.ReassuringRight)) == (Claim.ReassuringLeft | Claim.ReassuringRight);
        var oneLeg = !reassuring && (claim & Claim.AnyReassuring) != 0;
        if ((claim & Claim.Adverse) != 0)
        {
            return (claim & Claim.Unspecific) != 0 ? Verdict.AdverseUnspecific
                : reassuring && !HasException ? Verdict.AdverseContradicted
                : Verdict.Adverse;
        }

        return (claim & Claim.Unknown) != 0 ? Verdict.Unknown
            : (claim & Claim.Unclear) != 0 || oneLeg ? Verdict.Unclear
            : reassuring ? Verdict.Reassuring
            : Verdict.None;
    }
}

/// <summary>How far what is claimed is only asked about.</summary>
internal enum Asked
{
    /// <summary>It is stated.</summary>
    Not,

    /// <summary>The sentence ends with a question mark: it reassures nothing.</summary>
    Nearby,

    /// <summary>The question mark stands right behind it: it is neither yes nor no.</summary>
    Here,
}

/// <summary>What all claims about one finding come to.</summary>
internal enum Verdict
{
    None, Reassuring, Unknown, Unclear, Adverse, AdverseContradicted, AdverseUnspecific,
}
