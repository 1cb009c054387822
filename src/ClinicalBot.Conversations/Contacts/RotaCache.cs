using System.Collections.Concurrent;
using System.Text.Json;
using ClinicalBot.Turns;
using ClinicalBot.Conversations.Site;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>
/// The agreed shifts where no turn reads them: health, numbers on cards, the API. Read again every few seconds, so that other nodes follow. A
/// ladder never relies on it: its turn reads the document itself.
/// </summary>
internal sealed class RotaCache(ITurnStore store, IOptions<EscalationOptions> options, TimeProvider time, ILogger<RotaCache> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, RotaFile> _files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The shifts of a tenant, as last read. Without a tenant those of the one organization served.</summary>
    public RotaFile Of(string? tenant) => tenant is null && _files.Count == 1
        ? _files.Values.First() : _files.GetValueOrDefault(tenant ?? "") ?? new RotaFile();

    /// <summary>Notes what a turn is about to commit.</summary>
    public void Note(string? tenant, RotaFile file) => _files[tenant ?? ""] = file;

    /// <summary>Reads again what is known, and the home tenant's.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        foreach (var tenant in _files.Keys.Concat(options.Value.HomeTenant is { } home ? [home] : []).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
        {
            if ((await store.ReadStateAsync(RotaFile.KeyOf(tenant), cancellationToken)).Body is { } body)
            {
                _files[tenant] = JsonSerializer.Deserialize(body, RotaJson.Default.RotaFile)!;
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (TurnStoreException e)
            {
                logger.LogWarning("The agreed shifts could not be read: {Why}", e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
