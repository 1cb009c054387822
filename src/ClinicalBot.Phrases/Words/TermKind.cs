namespace ClinicalBot.Phrases.Words;

/// <summary>What part a word or phrase plays in a clause.</summary>
internal enum TermKind
{
    /// <summary>Not in the vocabulary: beside it nothing reassuring is read.</summary>
    Unknown,

    /// <summary>Where something is: a place, an organ, a muscle group, a reflex, a spinal level.</summary>
    Subject,

    /// <summary>What can be there or be missing: numbness, weakness, power, sensation.</summary>
    Quality,

    /// <summary>What the patient does: lift, move, pass urine, feel.</summary>
    Act,

    /// <summary>How something is: normal, reduced, absent, 4/5.</summary>
    Value,

    /// <summary>Denies, affirms, or says able or unable.</summary>
    Cue,

    /// <summary>Takes certainty away: not sure, maybe, was, no change, almost.</summary>
    Modifier,

    /// <summary>Both legs, the other leg.</summary>
    Quantifier,

    /// <summary>Left or right.</summary>
    Side,

    /// <summary>And, or, but, except.</summary>
    Joint,

    /// <summary>All that was shown ("none"), or all that was not named ("otherwise").</summary>
    Whole,

    /// <summary>A verb without a meaning of its own here: is, has, reports.</summary>
    Verb,

    /// <summary>Understood, and changes nothing.</summary>
    Filler,

    /// <summary>A complaint that is none of the findings.</summary>
    Complaint,

    /// <summary>A vital sign; the figures behind it belong to it.</summary>
    Vital,

    /// <summary>The heading of a part of a handover.</summary>
    Heading,

    /// <summary>What a time may belong to: the block, an exam, the onset, an admission.</summary>
    Event,

    /// <summary>A local anesthetic.</summary>
    Agent,

    /// <summary>A condition or procedure this tool is not for.</summary>
    Outside,

    /// <summary>An everyday word that is never taken for a misspelling.</summary>
    Everyday,

    /// <summary>A time.</summary>
    Time,

    /// <summary>A number, dose or level.</summary>
    Measure,

    /// <summary>Comma, stop, question mark and the like.</summary>
    Mark,
}
