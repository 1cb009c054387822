namespace ClinicalBot.Phrases.Clauses;

/// <summary>The part of a handover a sentence stands in, as <c>headings.tsv</c> names them.</summary>
internal enum Part
{
    /// <summary>Before any heading, or behind a part of one sentence.</summary>
    None,

    /// <summary>Who writes about whom.</summary>
    Identification,

    /// <summary>What happened.</summary>
    Situation,

    /// <summary>What went before.</summary>
    Background,

    /// <summary>What was found.</summary>
    Assessment,

    /// <summary>What is to be done: not of now.</summary>
    Plan,

    /// <summary>Earlier illness: not of now. One sentence long.</summary>
    History,

    /// <summary>Drugs taken. One sentence long.</summary>
    Drugs,

    /// <summary>Vital signs. One sentence long.</summary>
    Vitals,
}
