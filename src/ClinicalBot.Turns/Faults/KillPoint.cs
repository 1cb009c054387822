namespace ClinicalBot.Turns;

/// <summary>Moments at which the process may die, named so that a test can choose one.</summary>
public enum KillPoint
{
    /// <summary>The activity is parsed; nothing has happened.</summary>
    Arrived,

    /// <summary>The handler has run; nothing is written.</summary>
    BeforeCommit,

    /// <summary>Everything is written and the transaction not yet committed.</summary>
    MidFlush,

    /// <summary>Durable; the channel has no answer and nothing is being sent.</summary>
    AfterCommitBeforeAnswer,

    /// <summary>Durable; a message is about to be sent.</summary>
    AfterCommitBeforeSend,

    /// <summary>The channel took a message; it is not recorded yet.</summary>
    AfterSendBeforeConfirm,

    /// <summary>That it was sent is durable.</summary>
    AfterConfirm,

    /// <summary>The channel has the HTTP answer.</summary>
    AfterAnswer,
}

/// <summary>Told at each <see cref="KillPoint"/>. Does nothing in production.</summary>
public interface IKillPoints
{
    /// <summary>The process is at this point.</summary>
    void Reach(KillPoint point);
}

internal sealed class NoKillPoints : IKillPoints
{
    public void Reach(KillPoint point)
    {
    }
}
