using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>
/// Where turns become durable. Every database behind it passes the same contract tests. Any failure of the database surfaces as a
/// <see cref="TurnStoreException"/>: nothing of the call happened, or it happened whole.
/// </summary>
public interface ITurnStore
{
    /// <summary>
    /// Takes the database for this process, migrates it, and puts in doubt whatever an earlier process may have been sending when it
    /// died. Throws with a message for the operator when another process holds it.
    /// </summary>
    /// <param name="now">System clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task OpenAsync(DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Writes what is queued and lets go of the database.</summary>
    /// <param name="clean">No send was cut off: the next process need not doubt any.</param>
    Task CloseAsync(bool clean);

    /// <summary>
    /// Opens a turn. Answers <see cref="TurnStart.Duplicate"/> when the claim was committed before. Across nodes it waits for the
    /// conversation's lock, which the session then holds; on one node the caller's gate has done so already.
    /// </summary>
    ValueTask<TurnStart> BeginAsync(TurnClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Conversations with something unsent that may be tried at <paramref name="now"/> (system clock), oldest first.</summary>
    ValueTask<IReadOnlyList<string>> FindUnsentConversationsAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// What is unsent in a conversation, in the order it was committed, leased to this node until settled. Empty when another node has it.
    /// </summary>
    ValueTask<IReadOnlyList<OutboxMessage>> TakeUnsentAsync(
        string conversation, int limit, CancellationToken cancellationToken = default);

    /// <summary>Timers due on the care clock and not postponed on the system clock, earliest first, leased to this node until settled.</summary>
    ValueTask<IReadOnlyList<DueTimer>> TakeDueTimersAsync(
        DateTimeOffset careNow, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Records durably and at once what became of attempts, in order. Settling twice is no error.</summary>
    Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SettleAsync(IReadOnlyList{Settlement}, CancellationToken)"/>
    Task SettleAsync(Settlement settlement, CancellationToken cancellationToken = default) => SettleAsync([settlement], cancellationToken);

    /// <summary>A state document as last committed, outside any turn.</summary>
    ValueTask<StoredState> ReadStateAsync(StateKey key, CancellationToken cancellationToken = default);

    /// <summary>Rows as last committed, outside any turn.</summary>
    ValueTask<IReadOnlyList<StoredRow>> FindStateAsync(StateQuery query, CancellationToken cancellationToken = default);

    /// <summary>Keys and versions of everything open in a scope, without the documents.</summary>
    ValueTask<IReadOnlyDictionary<StateKey, long>> FindOpenAsync(string scope, CancellationToken cancellationToken = default);

    /// <summary>A record as last committed, from its first line; empty when there is none.</summary>
    ValueTask<IReadOnlyList<RecordEntry>> ReadRecordAsync(string record, CancellationToken cancellationToken = default);

    /// <summary>Names of records, in order.</summary>
    /// <param name="after">Begins behind this name; empty for the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<string>> FindRecordsAsync(string after, int limit, CancellationToken cancellationToken = default);

    /// <summary>What became of a message of ours.</summary>
    ValueTask<Delivery> FindDeliveryAsync(string messageKey, CancellationToken cancellationToken = default);

    /// <summary>Forgets what is older than told. Unsent work and timers are never forgotten.</summary>
    /// <returns>How many rows went.</returns>
    Task<int> PurgeAsync(PurgeLimits limits, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds what records have grown by to the one chain over all of them: see <see cref="Checkpoint"/>. When another node is at it, that is enough.
    /// </summary>
    /// <param name="at">Care clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SealAsync(DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Writes something and flushes it: proves that the disk takes it. Asked for by the host itself, never because of a request.</summary>
    Task ProveAsync(CancellationToken cancellationToken = default);

    /// <summary>Takes its turn at writing, without writing anything, and tells how long the oldest unsent message has been waiting.</summary>
    Task<StoreStatus> CheckAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Completes when another node says that there is work. It only wakes: a node that is not woken looks from time to time. Never completes where
    /// there are no other nodes.
    /// </summary>
    Task WaitForWorkAsync(CancellationToken cancellationToken = default);

    /// <summary>What the process before left about its clocks; null when none did, and for a store that several nodes share.</summary>
    ValueTask<ClockMark?> GetClockAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<ClockMark?>(null);

    /// <summary>The clock that all nodes share, on the database's machine; null when there is one node, and the clock of its machine is the only one.</summary>
    ValueTask<DateTimeOffset?> GetSharedClockAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<DateTimeOffset?>(null);

    /// <summary>
    /// Moves the time of every timer and every pause of the outbox, and leaves the mark, in one transaction. Several nodes have several
    /// clocks: a store that they share moves nothing.
    /// </summary>
    /// <param name="by">Forward, or back when negative; zero only leaves the mark.</param>
    /// <param name="mark">To be found by <see cref="GetClockAsync"/>; its latest moment is not kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when nothing is ever moved.</returns>
    Task<bool> MoveClockAsync(TimeSpan by, ClockMark mark, CancellationToken cancellationToken = default) => Task.FromResult(false);

    /// <summary>How far the care clock is ahead of the system clock.</summary>
    ValueTask<TimeSpan> GetCareOffsetAsync(CancellationToken cancellationToken = default);

    /// <summary>Keeps how far the care clock is ahead.</summary>
    Task SetCareOffsetAsync(TimeSpan offset, CancellationToken cancellationToken = default);
}

/// <summary>One open turn. Disposing it without a commit leaves no trace.</summary>
public interface ITurnSession : IAsyncDisposable
{
    /// <summary>Reads a state document as last committed.</summary>
    ValueTask<StoredState> ReadAsync(StateKey key, CancellationToken cancellationToken = default);

    /// <summary>Finds rows as last committed.</summary>
    ValueTask<IReadOnlyList<StoredRow>> FindAsync(StateQuery query, CancellationToken cancellationToken = default);

    /// <summary>How many rows there are, without a limit.</summary>
    ValueTask<int> CountAsync(StateQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Commits the turn whole: the claim, the state, everything to be sent, the timers. Durable when it returns
    /// <see cref="CommitResult.Committed"/>; nothing was written for any other outcome or for an exception.
    /// </summary>
    Task<CommitResult> CommitAsync(TurnCommit commit);
}

/// <summary>The database failed (full, gone, locked). The message is for operators and holds no content.</summary>
public sealed class TurnStoreException : Exception
{
    /// <summary>Another process holds the database, and nothing is wrong with it.</summary>
    public bool IsInUse { get; init; }

    /// <summary>A failure without more to say.</summary>
    public TurnStoreException()
    {
    }

    /// <summary>A failure.</summary>
    public TurnStoreException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its cause.</summary>
    public TurnStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
