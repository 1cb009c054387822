using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace ClinicalBot.BotFramework;

/// <summary>
/// Tokens for connectors. A failure is one <see cref="TokenUnavailableException"/>, whatever MSAL threw, and counts for everybody for a
/// few seconds: a thousand replies that are due ask Entra once.
/// </summary>
internal sealed partial class BotTokens(EntraApp app, TimeProvider time, ILogger<BotTokens> log)
{
    public static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private Task<string>? _acquisition;
    private volatile Failure? _failure;
    private volatile string? _rejected;

    /// <exception cref="TokenUnavailableException">Entra gave none, or not before the caller gave up.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Acquisition().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new TokenUnavailableException("not in time");
        }
    }

    // MSAL asks once for each caller that finds no token, so callers share one question. It outlives a caller who gives up: the next
    // one finds the answer.
    private Task<string> Acquisition()
    {
        lock (_gate)
        {
            return _acquisition is { IsCompleted: false } ? _acquisition : _acquisition = AcquireAsync();
        }
    }

    private async Task<string> AcquireAsync()
    {
        if (_failure is { } failure && time.GetUtcNow() - failure.At < AfterFailure)
        {
            throw new TokenUnavailableException(failure.Reason);
        }

        try
        {
            var result = await app.AcquireAsync(renew: false);
            return result.AccessToken == _rejected ? (await app.AcquireAsync(renew: true)).AccessToken : result.AccessToken;
        }
        catch (Exception e)
        {
            var reason = Reason(e);
            _failure = new Failure(reason, time.GetUtcNow());
            NoToken(log, reason);
            throw new TokenUnavailableException(reason);
        }
    }

    /// <summary>A connector did not take this one: it is not offered again.</summary>
    public void Reject(string token) => _rejected = token;

    // MSAL's own messages are long and name the app; Entra's code is what one looks up.
    private static string Reason(Exception e) => e is MsalException msal
        ? EntraCode.Match(msal.Message) is { Success: true } code ? $"{msal.ErrorCode} {code.Value}" : msal.ErrorCode
        : e is OperationCanceledException or TimeoutException ? "no answer in time" : "Entra could not be asked";

    private static Regex EntraCode { get; } = new("AADSTS[0-9]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    [LoggerMessage(EventId = 3, Level = Microsoft.Extensions.Logging.LogLevel.Warning, Message = "No token for the connector, replies stay due: {Reason}")]
    private static partial void NoToken(ILogger log, string reason);

    private sealed record Failure(string Reason, DateTimeOffset At);
}
