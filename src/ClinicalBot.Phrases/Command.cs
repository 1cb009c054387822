namespace ClinicalBot.Phrases;

/// <summary>What a message asks the bot to do.</summary>
public enum Command
{
    /// <summary>Start a triage.</summary>
    Triage,

    /// <summary>One step back.</summary>
    Back,

    /// <summary>End the dialog.</summary>
    Cancel,

    /// <summary>Begin anew.</summary>
    Restart,

    /// <summary>What can I do.</summary>
    Help,

    /// <summary>Why is this asked.</summary>
    Why,

    /// <summary>Change the step in <see cref="Reading.ChangeTopic"/>.</summary>
    Change,

    /// <summary>"Wrong patient": everything entered is about somebody else.</summary>
    WrongPatient,

    /// <summary>"That's wrong": the red flag just answered was misread.</summary>
    TakeBack,

    /// <summary>"Continue the exam", after an emergency answer.</summary>
    Continue,
}

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
