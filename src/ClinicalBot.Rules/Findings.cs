namespace ClinicalBot.Rules;

/// <summary>An answer to a yes/no question. The default is not answered.</summary>
public enum YesNo : byte
{
    /// <summary>Not asked, not answered, or "not sure". Never counts as reassuring.</summary>
    Unknown,

    /// <summary>Explicitly denied.</summary>
    No,

    /// <summary>Present.</summary>
    Yes,
}

/// <summary>Altered sensation in the leg, partial included.</summary>
public enum Numbness : byte
{
    /// <summary>Not given: counts as <see cref="Present"/>.</summary>
    NotGiven,

    /// <summary>Any altered sensation.</summary>
    Present,

    /// <summary>Light touch, pinprick and temperature are all back (S10).</summary>
    Resolved,
}

/// <summary>Where the numbness is. Ignored once it has resolved.</summary>
public enum Distribution : byte
{
    /// <summary>Not assessed.</summary>
    NotAssessed,

    /// <summary>Within the area the block was meant to cover.</summary>
    WithinBlockArea,

    /// <summary>Along a dermatome (S46).</summary>
    Dermatomal,

    /// <summary>Outside what the proceduralist expected, e.g. the whole leg (S06, S21).</summary>
    Unexpected,
}

/// <summary>Heel off the bed against gravity, the worse leg (S05). Unable because of pain is unable.</summary>
public enum StraightLegRaise : byte
{
    /// <summary>Not assessed, or too sedated to try.</summary>
    NotAssessed,

    /// <summary>The heel leaves the bed.</summary>
    Able,

    /// <summary>The heel does not leave the bed, whatever the reason.</summary>
    Unable,
}

/// <summary>Strength of one motor group, the worse leg (S07, S30).</summary>
public enum Strength : byte
{
    /// <summary>Not assessed.</summary>
    NotAssessed,

    /// <summary>Full strength.</summary>
    Normal,

    /// <summary>Any weakness.</summary>
    Weak,
}

/// <summary>One reflex, the worse leg (S31).</summary>
public enum Reflex : byte
{
    /// <summary>Not assessed.</summary>
    NotAssessed,

    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Reduced or absent.</summary>
    Reduced,
}
