using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>
/// The public keys of clients, from where the settings say: fetched when first needed, again after twelve hours, and for an unknown key id, though
/// no more often than once a minute. Keys that could not be renewed are used for a day.
/// </summary>
internal sealed partial class CdsClientKeys(IHttpClientFactory clients, TimeProvider time, ILogger<CdsClientKeys> log) : IDisposable
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "ClinicalBot.CdsHooks";

    private static readonly TimeSpan RenewAfter = TimeSpan.FromHours(12);
    private static readonly TimeSpan UseAtMost = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The key of a client; null when it has none of this id. <see cref="KeysUnavailableException"/>: none could be had.</summary>
    public async Task<JsonWebKey?> FindAsync(CdsClient client, string id, CancellationToken cancellationToken)
    {
        if (Find(client, id) is { } known)
        {
            return known;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            var (now, kept) = (time.GetUtcNow(), _kept.GetValueOrDefault(client.Issuer) ?? new Kept(null, default, default));
            if (Find(client, id) is null && now - kept.TriedAt >= BetweenFetches)
            {
                _kept[client.Issuer] = await FetchAsync(client, cancellationToken) is { } keys
                    ? new Kept(keys, now, now) : kept with { TriedAt = now };
            }

            return _kept.GetValueOrDefault(client.Issuer) is { Keys: { } set, At: var at } && now - at < UseAtMost
                ? set.Keys.FirstOrDefault(key => key.Kid == id) : throw new KeysUnavailableException();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private JsonWebKey? Find(CdsClient client, string id) => _kept.TryGetValue(client.Issuer, out var kept) && time.GetUtcNow() - kept.At < RenewAfter
        ? kept.Keys?.Keys.FirstOrDefault(key => key.Kid == id) : null;

    private async Task<JsonWebKeySet?> FetchAsync(CdsClient client, CancellationToken cancellationToken)
    {
        try
        {
            if (client.KeysFile.Length > 0)
            {
                return new JsonWebKeySet(await File.ReadAllTextAsync(client.KeysFile, cancellationToken));
            }

            using var http = clients.CreateClient(ClientName);
            return new JsonWebKeySet(await http.GetStringAsync(new Uri(client.Jku), cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException or ArgumentException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            NotFetched(log, client.Issuer, e.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "No keys of the CDS client {Issuer}: {Failure}")]
    private static partial void NotFetched(ILogger log, string issuer, string failure);

    private sealed record Kept(JsonWebKeySet? Keys, DateTimeOffset At, DateTimeOffset TriedAt);
}

/// <summary>No keys of a client could be had, so that nothing can be said about its tokens.</summary>
internal sealed class KeysUnavailableException : Exception;
