using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>How a turn begins. Closed.</summary>
public abstract record TurnStart
{
    private TurnStart()
    {
    }

    /// <summary>The turn may run.</summary>
    /// <param name="Session">To read and commit with; dispose it.</param>
    public sealed record Opened(ITurnSession Session) : TurnStart;

    /// <summary>The turn was committed before, or its timer is gone.</summary>
    /// <param name="Response">What was answered.</param>
    public sealed record Duplicate(TurnResponse Response) : TurnStart;
}

/// <summary>How a commit ends. Closed.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>Durable.</summary>
    /// <param name="Queues">Conversations in whose queue something to be sent was put.</param>
    public sealed record Committed(IReadOnlyList<string> Queues) : CommitResult;

    /// <summary>Another node committed this turn first, or its timer is gone. Nothing was written.</summary>
    /// <param name="Response">What was answered.</param>
    public sealed record Duplicate(TurnResponse Response) : CommitResult;

    /// <summary>A document the turn read has changed since. Nothing was written; run it again.</summary>
    public sealed record Conflict : CommitResult;
}

/// <summary>The HTTP answer of a turn, kept with its claim.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON (UTF-8), or null for none.</param>
public sealed record TurnResponse(int Status, byte[]? Body = null)
{
    /// <summary>202: committed, the replies follow on their own.</summary>
    public static TurnResponse Accepted { get; } = new(202);
}

/// <summary>A state document as stored.</summary>
/// <param name="Version">0 when there is none. Never used twice for one key, so that a deleted and recreated document differs.</param>
/// <param name="Body">JSON (UTF-8), null when there is none.</param>
public readonly record struct StoredState(long Version, byte[]? Body);

/// <summary>Everything one turn did.</summary>
public sealed record TurnCommit
{
    /// <summary>Kept with the claim, for duplicates.</summary>
    public required TurnResponse Response { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was read, all of which must still have the version seen.</summary>
    public IReadOnlyList<StateRead> Reads { get; init; } = [];

    /// <summary>What is replaced or deleted.</summary>
    public IReadOnlyList<StateWrite> Writes { get; init; } = [];

    /// <summary>What is added to records. A number that is taken is a conflict.</summary>
    public IReadOnlyList<RecordEntry> Records { get; init; } = [];

    /// <summary>Lines of records whose content is taken away: number, time and hash stay, so that the chain goes on.</summary>
    public IReadOnlyList<RecordRedaction> Redactions { get; init; } = [];

    /// <summary>What is to be sent, in order.</summary>
    public IReadOnlyList<OutboxEntry> Outbox { get; init; } = [];

    /// <summary>Timers started, moved or stopped.</summary>
    public IReadOnlyList<TimerChange> Timers { get; init; } = [];
}

/// <summary>A line of a record that loses content.</summary>
/// <param name="Record">Which record.</param>
/// <param name="Number">Which line of it.</param>
/// <param name="Body">What is left of it (UTF-8); empty for nothing.</param>
public sealed record RecordRedaction(string Record, int Number, byte[] Body);

/// <summary>A document the turn relied on.</summary>
/// <param name="Key">Which.</param>
/// <param name="Version">As read; 0 for none.</param>
public readonly record struct StateRead(StateKey Key, long Version);

/// <summary>A document replaced, or deleted when the body is null.</summary>
/// <param name="Key">Which.</param>
/// <param name="Body">JSON (UTF-8).</param>
/// <param name="Columns">What it is found by, when it is kept as a row of a table; else null.</param>
public readonly record struct StateWrite(StateKey Key, byte[]? Body, StateColumns? Columns = null);

/// <summary>A row that was found.</summary>
/// <param name="Key">Its key.</param>
/// <param name="State">The document, as last committed.</param>
public readonly record struct StoredRow(StateKey Key, StoredState State);

/// <summary>
/// Works the columns of a document out anew, for documents that were written before they had any. Null when it cannot be read, or has none.
/// </summary>
/// <param name="key">Which.</param>
/// <param name="body">JSON (UTF-8).</param>
public delegate StateColumns? ReadColumns(StateKey key, byte[] body);

/// <summary>Something to be done at the channel.</summary>
/// <param name="Kind">What.</param>
/// <param name="Conversation">
/// Conversation key: the queue it stands in. An update or delete of a message of ours stands where that message stood, if it is known.
/// </param>
/// <param name="MessageKey">Our own key of it.</param>
/// <param name="Target">For an update or delete: the message meant, by our key or by the channel's activity id.</param>
/// <param name="Activity">The activity, complete with its address (JSON, UTF-8).</param>
public sealed record OutboxEntry(OutboxKind Kind, string Conversation, string MessageKey, string? Target, byte[] Activity)
{
    /// <summary>For <see cref="OutboxKind.Create"/>: what the conversation is created with (JSON, UTF-8), else null.</summary>
    public byte[]? Parameters { get; init; }

    /// <summary>Who is told what becomes of it; null for no one.</summary>
    public OutboxReport? Report { get; init; }
}

/// <summary>An event to be raised when a message is settled.</summary>
/// <param name="Event">The event activity, its value that of the asking turn (JSON, UTF-8).</param>
/// <param name="AlsoWhenSent">Not only when it was refused.</param>
public sealed record OutboxReport(byte[] Event, bool AlsoWhenSent);

/// <summary>What is to be done at the channel.</summary>
public enum OutboxKind
{
    /// <summary>Send a new message.</summary>
    Send = 1,

    /// <summary>Replace a message.</summary>
    Update = 2,

    /// <summary>Delete a message.</summary>
    Delete = 3,

    /// <summary>Send a new message into a conversation that may have to be created.</summary>
    Create = 4,
}

/// <summary>A timer started or moved; stopped when there is no due time.</summary>
/// <param name="Key">Unique over the whole store.</param>
/// <param name="Start">Null to stop it.</param>
public sealed record TimerChange(string Key, TimerStart? Start);

/// <summary>What a timer will do.</summary>
/// <param name="Conversation">Conversation key of the turn to come.</param>
/// <param name="DueAt">Care clock.</param>
/// <param name="Activity">The event activity its turn gets (JSON, UTF-8).</param>
public sealed record TimerStart(string Conversation, DateTimeOffset DueAt, byte[] Activity);
