namespace ClinicalBot.Phrases.Words;

/// <summary>What part a word or phrase plays in a clause.</summary>
internal enum TermKind
{
    Unknown, // Not in the vocabulary: beside it nothing reassuring is read.
    Subject, // Where something is: a place, an organ, a muscle group, a reflex, a spinal level.
    Quality, // What can be there or be missing: numbness, weakness, power, sensation.
    Act, // What the patient does: lift, move, pass urine, feel.
    Value, // How something is: normal, reduced, absent, 4/5.
    Cue, // Denies, affirms, or says able or unable.
    Modifier, // Takes certainty away: not sure, maybe, was, no change, almost.
    Quantifier, // Both legs, the other leg.
    Side,
    Joint, // And, or, but, except.
    Whole, // All that was shown ("none"), or all that was not named ("otherwise").
    Verb, // Without a meaning of its own here: is, has, reports.
    Filler, // Understood, and changes nothing.
    Complaint, // None of the findings.
    Vital, // A vital sign; the figures behind it belong to it.
    Heading, // Of a part of a handover.
    Event, // What a time may belong to: the block, an exam, the onset, an admission.
    Agent, // A local anesthetic.
    Outside, // A condition or procedure this tool is not for.
    Everyday, // Never taken for a misspelling.
    Time,
    Measure, // A number, dose or level.
    Mark, // Comma, stop, question mark and the like.
}
