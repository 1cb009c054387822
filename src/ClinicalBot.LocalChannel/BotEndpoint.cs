using System.Net.Http.Headers;
using System.Text.Json;
using ClinicalBot.BotFramework;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ClinicalBot.LocalChannel;

/// <summary>The bot as a channel sees it: an address to post activities to. One attempt a call.</summary>
internal sealed class BotEndpoint(HttpClient http, IServer server)
{
    /// <summary>Where this channel's connector listens, as activities say.</summary>
    public string ServiceUrl => Address() + LocalChannelModule.ConnectorPath;

    /// <summary>Posts an activity to the bot's own endpoint.</summary>
    public async Task<BotAnswer> PostAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.Activity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var response = await http.PostAsync(new Uri(Address() + "/api/messages"), content, cancellationToken);
            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => new BotAnswer.Taken(await response.Content.ReadAsByteArrayAsync(cancellationToken)),
                408 or 429 or (>= 500 and not 501) => new BotAnswer.Unavailable(),
                var status => new BotAnswer.Refused(status),
            };
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new BotAnswer.Unavailable();
        }
    }

    private string Address()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return addresses.OrderBy(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)).First().TrimEnd('/');
    }
}

/// <summary>What the bot did with an activity.</summary>
internal abstract record BotAnswer
{
    private BotAnswer()
    {
    }

    /// <summary>The turn happened; an invoke has an answer.</summary>
    public sealed record Taken(byte[] Body) : BotAnswer;

    /// <summary>The bot will not take it, now or later.</summary>
    public sealed record Refused(int Status) : BotAnswer;

    /// <summary>Worth another try.</summary>
    public sealed record Unavailable : BotAnswer;
}
