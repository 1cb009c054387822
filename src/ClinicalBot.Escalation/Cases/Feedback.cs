namespace ClinicalBot.Escalation;

/// <summary>What became of the advice of a decision: followed, or why not. Coded: a free text could name a patient.</summary>
public enum Feedback
{
    /// <summary>It was followed.</summary>
    Followed,

    /// <summary>Not followed: the findings had changed.</summary>
    FindingsChanged,

    /// <summary>Not followed: another cause was found.</summary>
    OtherCause,

    /// <summary>Not followed: the person who came decided otherwise at the bedside.</summary>
    DecidedOtherwise,

    /// <summary>Not followed: what was advised was not available.</summary>
    NotAvailable,
}

/// <summary>A feedback that was given.</summary>
/// <param name="Exam">Id of the exam whose decision it is about.</param>
/// <param name="What">Followed, or why not.</param>
/// <param name="By">Who said so.</param>
public sealed record GivenFeedback(string Exam, Feedback What, Actor By);
