using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ClinicalBot.BotFramework;

/// <summary>
/// The keys of one issuer: fetched when first needed, again after half a day, and at once for an unknown key id, though no more
/// often than once a minute. Keys that could not be renewed are used for a day, then nothing is accepted. One fetch at a time, and
/// the request that asked waits for it: a token signed with a new key is accepted at its first arrival.
/// </summary>
/// <remarks>
/// Stands in for <see cref="ConfigurationManager{T}"/>, which refreshes in the background (the first token of a new key fails), keeps
/// its own time, and holds on to keys without an end.
/// </remarks>
internal sealed partial class SigningKeys(string metadata, IDocumentRetriever documents, TimeProvider time, ILogger log)
    : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>
{
    public static readonly TimeSpan RenewAfter = TimeSpan.FromHours(12);
    public static readonly TimeSpan UseAtMost = TimeSpan.FromHours(24);
    public static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Task _fetch = Task.CompletedTask;
    private DateTimeOffset? _lastTry;
    private bool _asked;
    private volatile Fetched? _current;

    /// <summary>Keys are at hand. False when none could be fetched: then a refusal says nothing about the token.</summary>
    public bool IsAvailable => _current is { } current && time.GetUtcNow() - current.At < UseAtMost;

    /// <summary>Asks for a renewal at the next use, because a key was not found.</summary>
    public override void RequestRefresh()
    {
        lock (_gate)
        {
            _asked = true;
        }
    }

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) => await GetConfigurationAsync(cancel);

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        await Renewal().WaitAsync(cancel);
        return IsAvailable ? _current!.Configuration : throw new InvalidOperationException("The issuer's keys cannot be fetched.");
    }

    /// <summary>The fetch that is due, or the one under way, or the last.</summary>
    private Task Renewal()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            var isDue = _asked || _current is not { } current || now - current.At >= RenewAfter;
            if (isDue && _fetch.IsCompleted && (_lastTry is not { } last || now - last >= BetweenFetches))
            {
                _lastTry = now;
                _asked = false;
                _fetch = FetchAsync();
            }

            return _fetch;
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            // Others wait for it too, so that one caller who leaves does not end it; the client has a timeout.
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata, documents, CancellationToken.None);
            _current = new Fetched(configuration, time.GetUtcNow());
        }
        catch (Exception e)
        {
            // Whatever comes from there, the keys at hand stay until they are too old, and the next try is a minute away.
            NotFetched(log, metadata, e.GetType().Name);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "No signing keys from {Metadata}: {Failure}")]
    private static partial void NotFetched(ILogger log, string metadata, string failure);

    private sealed record Fetched(OpenIdConnectConfiguration Configuration, DateTimeOffset At);
}
