using ClinicalBot.Turns;

namespace ClinicalBot.Conversations.Administration;

/// <summary>Adds a line to the record of the administration outside of any turn of a chat.</summary>
internal sealed class AdministrationRecord(ITurnStore store, CareTime care, TimeProvider time)
{
    private const int MostTries = 10;

    /// <summary>Adds it.</summary>
    /// <exception cref="TurnStoreException">The store failed, or others wrote all the time.</exception>
    public async Task AddAsync(string? tenant, AdministrationEntry entry, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var state = await store.ReadStateAsync(AdministrationFile.KeyOf(tenant), cancellationToken);
            var (write, line) = AdministrationFile.Read(state.Body).After(tenant, care.GetUtcNow(), entry);
            if (await store.BeginAsync(AdministrationFile.Claim(line.Hash), cancellationToken) is not TurnStart.Opened { Session: var session })
            {
                continue;
            }

            await using (session)
            {
                var commit = new TurnCommit
                {
                    Response = TurnResponse.Accepted,
                    At = time.GetUtcNow(),
                    Reads = [new StateRead(write.Key, state.Version)],
                    Writes = [write],
                    Records = [line],
                };
                if (await session.CommitAsync(commit) is CommitResult.Committed)
                {
                    return;
                }
            }
        }

        throw new TurnStoreException("Too many changes at once.");
    }
}
