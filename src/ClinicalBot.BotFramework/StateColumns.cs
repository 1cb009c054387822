namespace ClinicalBot.BotFramework;

/// <summary>
/// A document that is kept as a row of a table: it is found by its columns as well as by its key. Set and read it like any other
/// (<see cref="ITurnContext.SetState"/>); what many look through is never a list that many turns rewrite.
/// </summary>
public interface IStateRow
{
    /// <summary>What the row says, worked out from the document itself.</summary>
    StateColumns Columns { get; }
}

/// <summary>The columns of a row.</summary>
public sealed record StateColumns
{
    /// <summary>Whose it is.</summary>
    public required string Tenant { get; init; }

    /// <summary>What people call it.</summary>
    public required string Reference { get; init; }

    /// <summary>Where it stands, as a word.</summary>
    public required string Status { get; init; }

    /// <summary>It is open: people may still have to act.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Higher is more urgent.</summary>
    public required int Urgency { get; init; }

    /// <summary>When it began (care clock).</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When something must happen next by itself (care clock); null when nothing waits for time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Id of the requester.</summary>
    public required string Requester { get; init; }

    /// <summary>Id of the conversation in which it was asked.</summary>
    public required string Conversation { get; init; }

    /// <summary>A configured place; null until one is chosen.</summary>
    public string? Place { get; init; }
}

/// <summary>Which rows to look for. What is left out does not matter.</summary>
/// <param name="Scope">Scope of their keys.</param>
public sealed record StateQuery(string Scope)
{
    /// <summary>Of this tenant only.</summary>
    public string? Tenant { get; init; }

    /// <summary>Asked in this conversation.</summary>
    public string? Conversation { get; init; }

    /// <summary>Asked by this person; needs <see cref="Tenant"/> to be found by an index.</summary>
    public string? Requester { get; init; }

    /// <summary>Only what is open.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Only what is over, and was last touched before this moment (system clock), in that order.</summary>
    public DateTimeOffset? OverBefore { get; init; }

    /// <summary>What comes first. Default: the most urgent.</summary>
    public StateOrder Order { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Leaves out so many at the beginning.</summary>
    public int Skip { get; init; }
}

/// <summary>What comes first.</summary>
public enum StateOrder
{
    /// <summary>The most urgent, of those the one that has waited longest.</summary>
    MostUrgent,

    /// <summary>The one opened last.</summary>
    Newest,

    /// <summary>The one for which something is due first; those that wait for nothing are left out.</summary>
    DueFirst,
}

/// <summary>What was found.</summary>
/// <param name="Items">The documents, in order.</param>
/// <param name="Total">How many there are without a limit.</param>
public sealed record StatePage<T>(IReadOnlyList<T> Items, int Total);
