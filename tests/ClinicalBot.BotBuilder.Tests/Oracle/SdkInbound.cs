using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Newtonsoft.Json;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>Reads a body as the SDK does: the real <see cref="CloudAdapter"/>, without credentials, and a bot that looks at what it gets.</summary>
internal sealed class SdkInbound
{
    /// <summary>As the SDK writes activities: nothing for null, texts as they are.</summary>
    public static readonly JsonSerializerSettings Writing = new() { NullValueHandling = NullValueHandling.Ignore };

    private readonly CloudAdapter _adapter = new();

    /// <summary>The activity the bot got, as JSON; null when it got none.</summary>
    public async Task<string?> ReadAsync(byte[] body, CancellationToken cancellationToken)
    {
        var http = new DefaultHttpContext
        {
            Request = { Method = HttpMethods.Post, ContentType = "application/json", Body = new MemoryStream(body) },
            Response = { Body = Stream.Null },
        };
        var bot = new Onlooker();
        try
        {
            await _adapter.ProcessAsync(http.Request, http.Response, bot, cancellationToken);
        }
#pragma warning disable CA1031 // What the SDK cannot take shows as whatever its reader throws.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }

        return bot.Seen;
    }

    private sealed class Onlooker : IBot
    {
        public string? Seen { get; private set; }

        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            Seen = JsonConvert.SerializeObject(turnContext.Activity, Writing);
            return Task.CompletedTask;
        }
    }
}
