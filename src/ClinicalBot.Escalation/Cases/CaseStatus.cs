namespace ClinicalBot.Escalation;

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>Nobody has to come; the advice is watched until it ends.</summary>
    Watching,

    /// <summary>Somebody has to come, and nobody has said so yet: the ladder climbs.</summary>
    Calling,

    /// <summary>Somebody is on the way; the ladder waits for the time given.</summary>
    Acknowledged,

    /// <summary>Somebody is at the bedside.</summary>
    Attended,

    /// <summary>A named clinician closed it.</summary>
    Closed,

    /// <summary>It was about another patient.</summary>
    Voided,

    /// <summary>It was about the patient of another case, which goes on with what it held.</summary>
    Moved,
}

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    /// <summary>Sensation and movement are back.</summary>
    Resolved,

    /// <summary>The site's pathway or another service has the patient.</summary>
    Transferred,

    /// <summary>Somebody goes on watching or investigating outside this tool.</summary>
    UnderInvestigation,

    /// <summary>It needed nothing.</summary>
    NoActionNeeded,
}
