using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>What one typed message says, finding by finding. Null means "not mentioned": nothing here is ever guessed. A contradiction holds the worst value
/// and asks; a mention that may or may not be a red flag is only asked.</summary>
public sealed record Reading : Findings
{
    /// <summary>A person or a subject this tool is not for.</summary>
    public OutsideTool? Outside { get; init; }

    /// <summary>The language of the message where it is none this reader reads, as a two-letter code, e.g. "es"; else null.</summary>
    public string? Language { get; init; }

    /// <summary>When the last injection was.</summary>
    public BlockTimeReading? BlockTime { get; init; }

    /// <summary>It corrects: what it names replaces what was said of it before, but for a red flag.</summary>
    public bool Corrects { get; init; }

    /// <summary>The context step is to be left as it is ("skip", "none", "nothing else").</summary>
    public bool ContextSkipped { get; init; }

    /// <summary>A plain yes or no to whatever was asked.</summary>
    public YesNo? Confirmation { get; init; }

    /// <summary>What must be asked back before it counts, in order; empty when the message was clear.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>Words the vocabulary lacks, as typed: beside them nothing reassured.</summary>
    public IReadOnlyList<string> NotUnderstood { get; init; } = [];

    /// <summary>The message is longer than 5,000 characters: it was not read at all, and the sender must be told.</summary>
    public bool TooLong { get; init; }

    /// <summary>True when nothing at all was recognized.</summary>
    public bool IsEmpty => Doubts.Count == 0 && this with { Doubts = Nothing.Doubts, NotUnderstood = Nothing.NotUnderstood, Corrects = false } == Nothing;

    /// <summary>Nothing recognized.</summary>
    public static Reading Nothing { get; } = new();
}
