namespace ClinicalBot.Phrases.Scope;

/// <summary>Which leg is meant; "any" where no side is said, or both are.</summary>
internal enum OnSide
{
    Any, Left, Right,
}

/// <summary>What one mention says of one finding.</summary>
/// <param name="Path">The finding, as in the table of meanings.</param>
/// <param name="Outcome">What is made of it.</param>
/// <param name="Start">Where the words that say it start in the folded text.</param>
/// <param name="End">Where they end.</param>
internal sealed record Claim(string Path, Outcome Outcome, int Start, int End)
{
    /// <summary>The side it is said of.</summary>
    public OnSide Side { get; init; }

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

    /// <summary>True for what is or may be wrong.</summary>
    public bool IsOpen => Outcome is Outcome.Ask or Outcome.Adverse;

    /// <summary>What a clause says of a finding; quoted with its list where the whole list is asked.</summary>
    public static Claim Of(Clause clause, string path, Outcome outcome)
    {
        var (start, end) = clause.AskedList ?? (clause.Start, clause.End);
        return new Claim(path, outcome, start, end) { Sentence = clause.Sentence, Plain = outcome };
    }

    /// <summary>The one side a clause names.</summary>
    public static OnSide SideOf(Clause clause)
    {
        var (left, right) = (clause.Has(WordClass.Left), clause.Has(WordClass.Right));
        return left == right ? OnSide.Any : left ? OnSide.Left : OnSide.Right;
    }
}
