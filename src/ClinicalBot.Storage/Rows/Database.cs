using System.Data.Common;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>
/// One connection, as the statements that both databases understand see it. Parameters are $1, $2 ... in the order of the arguments. Not
/// for two threads at once.
/// </summary>
internal abstract class Database
{
    /// <summary>What this node holds of due work that others may take; null when there are no others.</summary>
    public virtual Leases? Leases => null;

    /// <summary>
    /// Holds what a turn read and writes against other nodes until the transaction ends, in one order everywhere; nothing when there are none.
    /// </summary>
    public virtual ValueTask LockAsync(TurnCommit commit) => ValueTask.CompletedTask;

    /// <summary>The condition that a column of bytes contains the bytes of a parameter.</summary>
    /// <param name="column">Which column.</param>
    /// <param name="parameter">Its number.</param>
    public abstract string Contains(string column, int parameter);

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows changed.</returns>
    public abstract ValueTask<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> arguments);

    /// <summary>Runs a statement without a result: at once, or together with the next one that has one.</summary>
    public abstract ValueTask QueueAsync(string sql, params ReadOnlySpan<object?> arguments);

    /// <summary>The first row, or the default.</summary>
    public abstract ValueTask<T?> FirstAsync<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments);

    /// <summary>All rows.</summary>
    public abstract ValueTask<List<T>> AllAsync<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> arguments);
}
