namespace ClinicalBot.Conversations.Bot.Commands;

/// <summary>What a whole message can ask the bot to do. The words are rows of commands.en.tsv.</summary>
internal enum Command
{
    /// <summary>Start a triage.</summary>
    Triage,

    /// <summary>End the triage without a decision.</summary>
    Cancel,

    /// <summary>Drop what was entered and begin anew.</summary>
    Restart,

    /// <summary>One step back.</summary>
    Back,

    /// <summary>Why the open question is asked.</summary>
    Why,

    /// <summary>Answer a step anew.</summary>
    Change,

    /// <summary>"That's wrong": the red flag just answered was misread.</summary>
    TakeBack,

    /// <summary>Go on with the exam, after an emergency answer.</summary>
    Continue,

    /// <summary>Everything entered, or the case named, is about another patient.</summary>
    WrongPatient,

    /// <summary>What can be typed.</summary>
    Help,

    /// <summary>Look words up in the source document.</summary>
    LookUp,

    /// <summary>The open cases.</summary>
    Cases,

    /// <summary>Show a case.</summary>
    ShowCase,

    /// <summary>Examine a case again.</summary>
    Reassess,

    /// <summary>Close a case with its outcome.</summary>
    Close,

    /// <summary>Open a closed case again.</summary>
    Reopen,

    /// <summary>Void a case: it was about another patient.</summary>
    Void,

    /// <summary>The red flag just answered is about this case.</summary>
    About,

    /// <summary>Call the next step of a case at once.</summary>
    EscalateNow,

    /// <summary>Call another role for a case too.</summary>
    CallRole,

    /// <summary>Begin a drill; coordinators only.</summary>
    Drill,

    /// <summary>Who is on call.</summary>
    WhoIsOnCall,

    /// <summary>Who is on call in the week.</summary>
    Week,

    /// <summary>How long people waited; coordinators only.</summary>
    Report,

    /// <summary>Take a role at once.</summary>
    TakeRole,

    /// <summary>Ask a person to take what one has.</summary>
    Swap,

    /// <summary>Ask everybody of the role to take it.</summary>
    Cover,

    /// <summary>The open cases for who takes over.</summary>
    Handover,

    /// <summary>A note. Notes are not kept; what it says of the patient counts.</summary>
    Note,

    /// <summary>Post escalations in this channel from now on; coordinators only.</summary>
    UseThisChannel,
}
