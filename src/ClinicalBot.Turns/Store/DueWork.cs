using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>An unsent message.</summary>
/// <param name="Id">Row id; rises in the order of commits.</param>
/// <param name="Entry">What is to be done.</param>
/// <param name="NotBefore">System clock: not to be tried earlier.</param>
/// <param name="Attempts">Attempts settled so far.</param>
/// <param name="InDoubt">An earlier attempt may have arrived.</param>
/// <param name="Held">The channel itself asked to wait until <paramref name="NotBefore"/>.</param>
/// <param name="CommittedAt">System clock.</param>
public sealed record OutboxMessage(
    long Id, OutboxEntry Entry, DateTimeOffset NotBefore, int Attempts, bool InDoubt, bool Held, DateTimeOffset CommittedAt)
{
    /// <summary>System clock: from then on another node may take it over. Never, where there are no others.</summary>
    public DateTimeOffset LeasedUntil { get; init; } = DateTimeOffset.MaxValue;
}

/// <summary>A timer whose time has come.</summary>
/// <param name="Id">Row id: the claim of its turn.</param>
/// <param name="Key">Its unique key.</param>
/// <param name="Start">What it does.</param>
/// <param name="Attempts">Turns of it that failed so far.</param>
public sealed record DueTimer(long Id, string Key, TimerStart Start, int Attempts);

/// <summary>What became of one attempt at due work. Closed.</summary>
public abstract record Settlement
{
    private Settlement(long id) => Id = id;

    /// <summary>Row id of the due work.</summary>
    public long Id { get; }

    /// <summary>Delivered: the work is done; of a new message the channel's id is kept under our key.</summary>
    public sealed record Sent(long WorkId, string? ActivityId, DateTimeOffset At) : Settlement(WorkId)
    {
        /// <summary>Where a new message went, kept under our key for updates; null for an update or delete.</summary>
        public ConversationReference? Conversation { get; init; }

        /// <summary>Timer of the turn that is told, started in the same transaction; null for none.</summary>
        public TimerChange? Report { get; init; }
    }

    /// <summary>Will never be delivered: the work is over, the refusal is kept under our key.</summary>
    public sealed record Refused(long WorkId, int Status, string Why, DateTimeOffset At) : Settlement(WorkId)
    {
        /// <summary>Timer of the turn that is told, started in the same transaction; null for none.</summary>
        public TimerChange? Report { get; init; }
    }

    /// <summary>The person's chat was created: its reference is kept, the message itself is still due.</summary>
    public sealed record Created(long WorkId, StateWrite Reference, DateTimeOffset At) : Settlement(WorkId);

    /// <summary>To be tried again. Counts as an attempt.</summary>
    public sealed record Postponed(long WorkId, DateTimeOffset NotBefore, bool InDoubt, bool Held) : Settlement(WorkId);
}

/// <summary>What is known of a message of ours. Closed.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Committed and not settled yet.</summary>
    public sealed record Pending : Delivery;

    /// <summary>Delivered.</summary>
    /// <param name="ActivityId">The channel's id, when it gave one.</param>
    /// <param name="Conversation">Where it went, when it was a new message.</param>
    public sealed record Sent(string? ActivityId, ConversationReference? Conversation = null) : Delivery;

    /// <summary>Refused.</summary>
    /// <param name="Status">HTTP status; 0 when we gave up ourselves.</param>
    /// <param name="Why">The channel's code or our reason.</param>
    public sealed record Refused(int Status, string Why) : Delivery;

    /// <summary>Never committed, or purged.</summary>
    public sealed record Unknown : Delivery;
}

/// <summary>What may be forgotten: everything last touched before these moments (system clock).</summary>
/// <param name="Claims">Claims of turns.</param>
/// <param name="Deliveries">Channel ids and refusals.</param>
/// <param name="State">State documents by scope; a scope not named is kept for ever.</param>
public sealed record PurgeLimits(
    DateTimeOffset Claims, DateTimeOffset Deliveries, IReadOnlyDictionary<string, DateTimeOffset> State);

/// <summary>How the store is.</summary>
/// <param name="OldestUnsent">When the oldest unsent message was committed (system clock); null when all is sent.</param>
/// <param name="EarliestTimer">When the earliest timer is due (care clock), run or not; null when there is none.</param>
public sealed record StoreStatus(DateTimeOffset? OldestUnsent, DateTimeOffset? EarliestTimer = null);
