namespace ClinicalBot.Phrases.Scope;

/// <summary>What one mention says of one finding.</summary>
/// <param name="Path">The finding, as in the table of meanings.</param>
/// <param name="Outcome">What is made of it.</param>
/// <param name="Start">Where the words that say it start in the folded text.</param>
/// <param name="End">Where they end.</param>
internal sealed record Claim(string Path, Outcome Outcome, int Start, int End)
{
    /// <summary>"left", "right", or "-" for no side or both.</summary>
    public string Side { get; init; } = "-";

    /// <summary>Said of a whole group ("motor normal"), so that a group named apart is no contradiction.</summary>
    public bool General { get; init; }

    /// <summary>Seen and not tested, or planned: it is asked only where nothing else is told of it ("no foot drop, power 5/5").</summary>
    public bool Minor { get; init; }

    /// <summary>Adverse without saying where.</summary>
    public bool Unspecific { get; init; }

    /// <summary>Described as old.</summary>
    public bool Known { get; init; }

    /// <summary>It was reassuring at an earlier time.</summary>
    public bool Past { get; init; }

    /// <summary>Said to have changed since an earlier time.</summary>
    public bool Changed { get; init; }

    /// <summary>Which sentence says it.</summary>
    public int Sentence { get; init; }

    /// <summary>What was said of it before a modifier took certainty away.</summary>
    public Outcome Plain { get; init; }
}
