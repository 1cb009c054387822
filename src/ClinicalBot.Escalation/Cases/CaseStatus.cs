namespace ClinicalBot.Escalation;

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>No one has to come; the advice is watched until it ends.</summary>
    Watching,

    /// <summary>A person has to come, and none has acknowledged yet: the ladder climbs.</summary>
    Calling,

    /// <summary>A person is on the way; the ladder waits for the promised time.</summary>
    Acknowledged,

    /// <summary>A person called is at the bedside.</summary>
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

    /// <summary>Watching or investigating goes on outside this tool.</summary>
    UnderInvestigation,

    /// <summary>It needed nothing.</summary>
    NoActionNeeded,
}
