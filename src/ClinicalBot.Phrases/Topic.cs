namespace ClinicalBot.Phrases;

/// <summary>The steps of the triage, as topics a message can be about.</summary>
public enum Topic
{
    /// <summary>Time of the last injection.</summary>
    Time,

    /// <summary>Straight-leg raise and motor groups.</summary>
    Motor,

    /// <summary>Numbness, distribution, radicular symptoms, reflexes.</summary>
    Sensation,

    /// <summary>The four red flags.</summary>
    RedFlags,

    /// <summary>Circumstances of the block.</summary>
    Context,

    /// <summary>The summary to confirm.</summary>
    Review,
}

/// <summary>Whom or what this tool is not for.</summary>
public enum OutsideTool
{
    /// <summary>First-person symptoms: a patient writes.</summary>
    Patient,

    /// <summary>Seizure, breathing trouble, tingling round the mouth, metallic taste, arrest, dropping consciousness: call for help now.</summary>
    CallForHelp,

    /// <summary>Another procedure or another limb than the leg after a lumbar medial branch block.</summary>
    OtherProcedure,

    /// <summary>A language this reader does not read, named in <see cref="Reading.Language"/>.</summary>
    OtherLanguage,
}
