namespace ClinicalBot.BotFramework;

/// <summary>What became of a request body. Closed: <see cref="Match{T}"/> makes every caller handle both.</summary>
public abstract record ActivityParseResult
{
    private ActivityParseResult()
    {
    }

    /// <summary>An activity with everything a turn needs.</summary>
    /// <param name="Activity">The activity.</param>
    /// <param name="BodyHash">SHA-256 of the body, 64 lower-case hex digits: names the activity when it has no id.</param>
    public sealed record Parsed(Activity Activity, string BodyHash) : ActivityParseResult;

    /// <summary>Not an activity this bot can take.</summary>
    /// <param name="Status">HTTP status to answer with: 400, or 413 when it is too large.</param>
    /// <param name="Reason">What the sender has to change. Never holds anything that was sent.</param>
    public sealed record Rejected(int Status, string Reason) : ActivityParseResult;

    /// <summary>Handles both outcomes.</summary>
    public T Match<T>(Func<Parsed, T> parsed, Func<Rejected, T> rejected)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(rejected);
        return this switch
        {
            Parsed p => parsed(p),
            Rejected r => rejected(r),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
