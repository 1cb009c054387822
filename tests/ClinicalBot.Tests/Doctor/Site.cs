using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ClinicalBot.Doctor;
using ClinicalBot.Testing;
using ClinicalBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicalBot.Tests.Doctor;

/// <summary>
/// A site where nothing is wrong, once for all tests of the doctor: both issuers, Entra, and a database in which the bot has met the
/// channel and the person on call. Each test takes a copy of what it changes.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    public const string Channel = "19:escalations@thread.tacv2";
    public const string Alex = "6f1d1a3e-0c1b-4b7e-9a52-000000000001";
    public const string Kim = "6f1d1a3e-0c1b-4b7e-9a52-000000000002";

    public const string Contacts = $$"""
        {
          "proceduralist": { "phone": "1", "people": [{ "aadObjectId": "{{Alex}}", "name": "Alex", "teamsId": "29:alex", "phone": "555-0110" }] },
          "neurology": { "phone": "2", "people": [{ "aadObjectId": "{{Kim}}", "name": "Kim", "teamsId": "29:kim", "phone": "555-0111" }] },
          "mri": { "phone": "3" }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clinicalbot-site-");

    internal LocalIssuer ChannelIssuer { get; private set; } = null!;

    internal LocalIssuer ApiIssuer { get; private set; } = null!;

    /// <summary>What comes back from the address Teams calls.</summary>
    internal Func<HttpResponseMessage> Public { get; set; } = AskForToken;

    internal LocalEntra Entra { get; private set; } = null!;

    /// <summary>The database as the bot left it.</summary>
    public string Database => Path.Combine(_folder.FullName, "bot.db");

    public async ValueTask InitializeAsync()
    {
        ChannelIssuer = await LocalIssuer.StartAsync(SigningKey.Rsa("channel", ["msteams"]));
        ApiIssuer = await LocalIssuer.StartAsync(SigningKey.Rsa("entra"));
        Entra = await LocalEntra.StartAsync();
        await using var bot = await StartBotAsync(Database);
        await SayHelpAsync(bot, "alex", Alex);
        await SayHelpAsync(bot, "kim", Kim);
        await SayInChannelAsync(bot, "help", Channel);
    }

    public async ValueTask DisposeAsync()
    {
        await ChannelIssuer.DisposeAsync();
        await ApiIssuer.DisposeAsync();
        await Entra.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The bot itself, on a database.</summary>
    internal static Task<RegisteredBot> StartBotAsync(string database) =>
        RegisteredBot.StartAsync(("Storage:Path", database), ("Escalation:Coordinators:0", Alex));

    /// <summary>Somebody says help to the bot.</summary>
    internal static Task SayHelpAsync(RegisteredBot bot, string name, string objectId) =>
        SayAsync(bot, "help", name, objectId, new { id = "a:" + name, tenantId = RegisteredBot.Tenant, conversationType = "personal" });

    /// <summary>Alex, who is a coordinator, says something to the bot in a channel.</summary>
    internal static Task SayInChannelAsync(RegisteredBot bot, string text, string channel) =>
        SayAsync(bot, text, "alex", Alex, new { id = channel + ";messageid=1", tenantId = RegisteredBot.Tenant, conversationType = "channel", isGroup = true });

    /// <summary>Runs doctor with these settings.</summary>
    internal async Task<(int Code, string Text)> RunDoctorAsync(IEnumerable<KeyValuePair<string, string>> settings, params string[] flags)
    {
        using var output = new StringWriter();
        var code = await DoctorCommand.RunAsync(
            [.. settings.Select(setting => $"--{setting.Key}={setting.Value}"), .. flags],
            output,
            services =>
            {
                services.AddHttpClient("ClinicalBot.Entra").ConfigurePrimaryHttpMessageHandler(Entra.Handler);
                services.AddHttpClient("ClinicalBot.PublicHost").ConfigurePrimaryHttpMessageHandler(() => new Proxy(Public));
            });
        return (code, output.ToString());
    }

    /// <summary>What the bot itself answers without a token.</summary>
    internal static HttpResponseMessage AskForToken() =>
        new(HttpStatusCode.Unauthorized) { Headers = { WwwAuthenticate = { new AuthenticationHeaderValue("Bearer") } } };

    private static async Task SayAsync(RegisteredBot bot, string text, string name, string objectId, object conversation)
    {
        using var response = await bot.SendAsync(HttpMethod.Post, "/api/messages", bot.ChannelToken, JsonContent.Create(new
        {
            type = "message",
            id = name + text,
            channelId = "msteams",
            serviceUrl = bot.Channel.ServiceUrl,
            from = new { id = "29:" + name, name, aadObjectId = objectId },
            recipient = new { id = "28:bot" },
            conversation,
            text,
        }));
        response.EnsureSuccessStatusCode();
    }

    private sealed class Proxy(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("https://bot.example.org/api/messages", request.RequestUri!.AbsoluteUri);
            return Task.FromResult(answer());
        }
    }
}
