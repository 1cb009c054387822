namespace ClinicalBot.Phrases.Clauses;

/// <summary>The part of a handover a sentence stands in, as <c>headings.tsv</c> names them.</summary>
internal enum Part
{
    None, // Before any heading, or behind a part of one sentence.
    Identification, // Who writes about whom.
    Situation, // What happened.
    Background, // What went before.
    Assessment, // What was found.
    Plan, // What is to be done: not of now.
    History, // Earlier illness: not of now. One sentence long, as the two below.
    Drugs,
    Vitals,
}
