using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Contract;

/// <summary>What every store must do. A database joins by deriving from this and its sisters and handing over a store on a real database.</summary>
public abstract class TurnStoreContract : IAsyncLifetime
{
    protected ITurnStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await OpenAsync(Work.T0);

    public async ValueTask DisposeAsync()
    {
        await Store.CloseAsync(clean: true);
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A new store object on this test's database, as another process would make it.</summary>
    protected abstract ITurnStore Create();

    /// <summary>Takes the store away from its process as a kill would: nothing more is written.</summary>
    protected abstract void Crash(ITurnStore store);

    /// <summary>Removes the database.</summary>
    protected abstract ValueTask DropAsync();

    /// <summary>Lets time pass until what a crashed process held is free for others. Default: it is free at once.</summary>
    protected virtual Task OutlastAsync() => Task.CompletedTask;

    protected async Task RestartAfterCrashAsync(DateTimeOffset? now = null)
    {
        Crash(Store);
        await OutlastAsync();
        Store = await OpenAsync(now ?? Work.T0);
    }

    protected async Task RestartAsync()
    {
        await Store.CloseAsync(clean: true);
        Store = await OpenAsync(Work.T0);
    }

    private async Task<ITurnStore> OpenAsync(DateTimeOffset now)
    {
        var store = Create();
        await store.OpenAsync(now);
        return store;
    }
}
