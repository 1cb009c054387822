namespace ClinicalBot.Turns;

/// <summary>What the caller of a turn learns. Closed.</summary>
public abstract record TurnResult
{
    private TurnResult()
    {
    }

    /// <summary>The turn is committed, now or earlier, or had nothing to commit.</summary>
    public sealed record Answered(TurnResponse Response) : TurnResult;

    /// <summary>The handler failed. Nothing happened; the same activity may be tried again.</summary>
    public sealed record Failed : TurnResult;

    /// <summary>The store failed, the turn kept losing races, or the process is going down. Nothing happened; come back.</summary>
    public sealed record Unavailable(string Why) : TurnResult;
}
