namespace ClinicalBot.Phrases;

/// <summary>A set of meanings, one bit each, so that asking whether a piece holds one costs the same however long the piece is.</summary>
internal readonly struct TermSet
{
    private readonly UInt128 _bits;

    public TermSet(params ReadOnlySpan<Term> terms)
    {
        foreach (var term in terms)
        {
            _bits |= UInt128.One << (int)term;
        }
    }

    /// <summary>Every meaning.</summary>
    public static TermSet All { get; } = new(UInt128.MaxValue);

    private TermSet(UInt128 bits) => _bits = bits;

    /// <summary>Whether any of these meanings is in it.</summary>
    public bool Overlaps(TermSet other) => (_bits & other._bits) != 0;

    /// <summary>What is in it and not in the other.</summary>
    public TermSet Except(TermSet other) => new(_bits & ~other._bits);
}
