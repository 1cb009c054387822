using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Testing;

/// <summary>An OpenID issuer on a free loopback port: says where its keys are, and publishes those it was given.</summary>
public sealed class LocalIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _keyFetches;

    private LocalIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/openid", () => IsDown
            ? Results.StatusCode(500)
            : Results.Json(new { issuer = Issuer, jwks_uri = KeysAddress ?? Url + "/keys", id_token_signing_alg_values_supported = new[] { "RS256" } }));
        _app.MapGet("/keys", () =>
        {
            Interlocked.Increment(ref _keyFetches);
            return Results.Json(new { keys = Keys.Select(key => key.Published).ToArray() });
        });
    }

    /// <summary>Root address.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Address of the metadata document.</summary>
    public string Metadata => Url + "/openid";

    /// <summary>Who its metadata says it is.</summary>
    public string Issuer { get; set; } = "https://issuer.example";

    /// <summary>What it publishes; may be replaced at any time.</summary>
    public IReadOnlyList<SigningKey> Keys { get; set; } = [];

    /// <summary>Where it says its keys are; its own place when null.</summary>
    public string? KeysAddress { get; set; }

    /// <summary>It answers 500.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often its keys were fetched.</summary>
    public int KeyFetches => _keyFetches;

    /// <summary>Starts an issuer with these keys; dispose it to free its port.</summary>
    public static async Task<LocalIssuer> StartAsync(params IReadOnlyList<SigningKey> keys)
    {
        var issuer = new LocalIssuer { Keys = keys };
        await issuer._app.StartAsync();
        issuer.Url = issuer._app.Urls.First();
        return issuer;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
