using System.Collections.Concurrent;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>
/// What this node has taken of the due work that all nodes share: for a time on the clock of the database, and with a number that moves with
/// every taking. A node that was silent for longer finds its number gone, and what it writes then is refused.
/// </summary>
internal sealed class Leases(long node, StorageOptions options)
{
    private readonly ConcurrentDictionary<long, long> _fences = new();

    /// <summary>This node still holds the row; with <paramref name="keeps"/> it does so until the transaction ends.</summary>
    public async ValueTask<bool> HoldsAsync(Database database, long id, bool keeps) => _fences.TryGetValue(id, out var fence)
        && await database.FirstAsync(
            keeps ? "SELECT 1 FROM due_work WHERE id = $1 AND fence = $2 FOR UPDATE" : "SELECT 1 FROM due_work WHERE id = $1 AND fence = $2", _ =>
                true, id, fence);

    /// <summary>Conversations whose first unsent message is due and not leased by another node.</summary>
    public ValueTask<List<string>> FindUnsentAsync(Database database, DateTimeOffset now, int limit) => database.AllAsync(
        """
        SELECT conversation FROM due_work AS head
        WHERE kind <> 0 AND not_before <= $1 AND (lease_node IS NULL OR lease_node = $3 OR lease_until <= clock_timestamp())
          AND NOT EXISTS (SELECT 1 FROM due_work AS earlier WHERE earlier.kind <> 0 AND earlier.conversation = head.conversation AND earlier.id < head.id)
        ORDER BY not_before, id LIMIT $2
        """,
        r => r.GetString(0),
        now.UtcTicks,
        limit,
        node);

    /// <summary>
    /// Takes the messages of a conversation; none while another node has any. It waits for rows that are locked instead of skipping them:
    /// who skips the first takes the second, and the order is lost. What a node held that is silent now may have arrived.
    /// </summary>
    public async ValueTask<IReadOnlyList<OutboxMessage>> TakeUnsentAsync(Database database, string conversation, int limit, DateTimeOffset now)
    {
        var taken = await database.AllAsync(
            $"""
            WITH head AS (
              SELECT id AS head_id, lease_node AS holder, lease_until AS held_until FROM due_work
              WHERE conversation = $1 AND kind <> 0 ORDER BY id LIMIT $2 FOR UPDATE
            )
            UPDATE due_work SET
              lease_node = $3, lease_until = clock_timestamp() + $4, fence = nextval('fence'),
              in_doubt = in_doubt OR coalesce(id = (SELECT min(head_id) FROM head WHERE holder <> $3), FALSE)
            FROM head WHERE id = head_id AND NOT EXISTS (SELECT 1 FROM head WHERE holder <> $3 AND held_until > clock_timestamp())
            RETURNING {DueWorkRows.MessageColumns}, fence
            """,
            r => (Message: DueWorkRows.Message(r, conversation), Fence: r.GetInt64(13)),
            conversation,
            limit,
            node,
            options.Lease);
        foreach (var (message, fence) in taken)
        {
            _fences[message.Id] = fence;
        }

        return [.. taken.Select(each => each.Message with { LeasedUntil = now + options.Lease }).OrderBy(message => message.Id)];
    }

    /// <summary>Takes due timers that no other node has leased.</summary>
    public async ValueTask<IReadOnlyList<DueTimer>> TakeTimersAsync(Database database, DateTimeOffset careNow, DateTimeOffset now, int limit)
    {
        var taken = await database.AllAsync(
            $"""
            WITH due AS MATERIALIZED (
              SELECT id AS due_id FROM due_work
              WHERE kind = 0 AND due_at <= $1 AND not_before <= $2 AND (lease_node IS NULL OR lease_node = $4 OR lease_until <= clock_timestamp())
              ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
            )
            UPDATE due_work SET lease_node = $4, lease_until = clock_timestamp() + $5, fence = nextval('fence')
            FROM due WHERE id = due_id
            RETURNING {DueWorkRows.TimerColumns}, fence
            """,
            r => (Timer: DueWorkRows.Timer(r), Fence: r.GetInt64(6)),
            careNow.UtcTicks,
            now.UtcTicks,
            limit,
            node,
            options.Lease);
        foreach (var (timer, fence) in taken)
        {
            _fences[timer.Id] = fence;
        }

        return [.. taken.Select(each => each.Timer).OrderBy(timer => timer.Start.DueAt).ThenBy(timer => timer.Id)];
    }

    /// <summary>The row is settled: what else was taken with it is free again when it has to wait.</summary>
    public ValueTask LetGoAsync(Database database, Settlement settlement) => settlement is not Settlement.Postponed
        ? ValueTask.CompletedTask
        : database.QueueAsync(
            """
            UPDATE due_work SET lease_node = NULL, lease_until = NULL
            WHERE lease_node = $1 AND (id = $2 OR kind <> 0 AND conversation = (SELECT conversation FROM due_work WHERE id = $2 AND kind <> 0))
            """,
            node,
            settlement.Id);

    /// <summary>The turn of this timer is over, or what became of the message is durable.</summary>
    public void Forget(long id) => _fences.TryRemove(id, out _);

    /// <summary>Lets everything go: nothing of it was cut off.</summary>
    public ValueTask<int> ReleaseAsync(Database database) =>
        database.ExecuteAsync("UPDATE due_work SET lease_node = NULL, lease_until = NULL WHERE lease_node = $1", node);
}
