namespace ClinicalBot.BotFramework;

/// <summary>What became of one attempt to reach the connector. Closed: <see cref="Match{T}"/> makes every caller handle all.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>The connector took it.</summary>
    /// <param name="ActivityId">The channel's id of the message, when it gave one.</param>
    /// <param name="ConversationId">The conversation created, when one was.</param>
    public sealed record Sent(string? ActivityId, string? ConversationId = null) : DeliveryResult;

    /// <summary>429: try again later. Not delivered.</summary>
    /// <param name="RetryAfter">What the channel asked for, when it did.</param>
    public sealed record Throttled(TimeSpan? RetryAfter) : DeliveryResult;

    /// <summary>The channel will not take it, now or later: a redirect, any other 4xx, 501. Not delivered.</summary>
    /// <param name="Status">HTTP status; 0 when we refused to send it ourselves.</param>
    /// <param name="Why">The channel's error code or our reason; never message content.</param>
    public sealed record Refused(int Status, string Why) : DeliveryResult;

    /// <summary>It may have arrived: any other 5xx, 408, a timeout, a broken connection after the request went out.</summary>
    /// <param name="Why">For the log; never message content.</param>
    public sealed record Ambiguous(string Why) : DeliveryResult;

    /// <summary>It cannot have arrived: no connection, no name, no token or one that was not taken (401), 412.</summary>
    /// <param name="Why">For the log; never message content.</param>
    public sealed record Unreachable(string Why) : DeliveryResult;

    /// <summary>Handles every outcome.</summary>
    public T Match<T>(
        Func<Sent, T> sent,
        Func<Throttled, T> throttled,
        Func<Refused, T> refused,
        Func<Ambiguous, T> ambiguous,
        Func<Unreachable, T> unreachable)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(throttled);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(ambiguous);
        ArgumentNullException.ThrowIfNull(unreachable);
        return this switch
        {
            Sent s => sent(s),
            Throttled t => throttled(t),
            Refused r => refused(r),
            Ambiguous a => ambiguous(a),
            Unreachable u => unreachable(u),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
