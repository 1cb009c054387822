using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>A turn on a database without rows, which cannot be committed.</summary>
internal sealed class EmptySession : ITurnSession
{
    public ValueTask<StoredState> ReadAsync(StateKey key, CancellationToken cancellationToken = default) => ValueTask.FromResult(default(StoredState));

    public ValueTask<IReadOnlyList<StoredRow>> FindAsync(StateQuery query, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<StoredRow>>([]);

    public ValueTask<int> CountAsync(StateQuery query, CancellationToken cancellationToken = default) => ValueTask.FromResult(0);

    public Task<CommitResult> CommitAsync(TurnCommit commit) => throw new NotSupportedException("Nothing of a rehearsal is kept.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
