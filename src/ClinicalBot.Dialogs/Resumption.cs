namespace ClinicalBot.Dialogs;

/// <summary>How a dialog was found when its user went on with it.</summary>
public enum Resumption
{
    /// <summary>As it was left.</summary>
    Continued,

    /// <summary>Idle for longer than the dialog allows: what may have changed since was forgotten and is asked anew.</summary>
    AfterIdle,

    /// <summary>A deploy changed the steps: the answers are kept, the open question may be another.</summary>
    StepsChanged,

    /// <summary>A deploy changed the answers beyond reading: the dialog began anew.</summary>
    StartedOver,
}
