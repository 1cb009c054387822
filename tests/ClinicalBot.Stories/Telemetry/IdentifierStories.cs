using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Telemetry;

/// <summary>
/// The real program with everything on: whatever names a patient or who asks goes in wherever it can, and is looked for in all that leaves
/// to others than the chat it came from.
/// </summary>
public sealed class IdentifierStories
{
    private const string Channel = "19:escalations@thread.tacv2";

    private const string Contacts =
        """
        {
          "proceduralist": { "people": [ { "aadObjectId": "aad-drew", "name": "Dr. Drew", "email": "drew@example.org", "phone": "555-0110" } ] },
          "neurology": { "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor", "email": "noor@example.org", "phone": "555-0112" } ] }
        }
        """;

    [Theory]
    [InlineData("", false)]
    [InlineData("json", false)]
    [InlineData("json", true)]
    public async Task Nothing_that_names_anybody_leaves_the_chat(string format, bool isRegistered)
    {
        var key = SigningKey.Rsa("channel", ["msteams"]);
        await using var issuer = await LocalIssuer.StartAsync(key);
        var folder = Directory.CreateTempSubdirectory("clinicalbot-planted-");
        await using var collector = await PageReceiver.StartAsync();
        await using var channel = await FakeChannel.StartAsync();
        await using var receiver = await PageReceiver.StartAsync();
        await using var mail = new MailServer();
        await using var bot = new BotProcess(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"));
        var contacts = Path.Combine(folder.FullName, "contacts.json");
        await File.WriteAllTextAsync(contacts, Contacts, TestContext.Current.CancellationToken);
        channel.Decide = arrival => arrival.Conversation.Contains("noor", StringComparison.Ordinal)
            || arrival.Conversation.Contains("drew", StringComparison.Ordinal)
            ? Verdict.Refuse : Verdict.Take;
        await bot.StartAsync(
        [
            ("environment", "Development"), ("Storage:Path", Path.Combine(folder.FullName, "bot.db")), ("Logging:LogLevel:ClinicalBot", "Trace"),
            ("Logging:Console:FormatterName", format), ("Logging:Console:FormatterOptions:IncludeScopes", "true"),
            ("Escalation:ContactsFile", contacts), ("Escalation:Channel", Channel),
            .. OtlpStories.Settings(collector), ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "200"), ("OTEL_BLRP_SCHEDULE_DELAY", "200"),
            Scrape.Setting,
            ("Paging:Webhook:Url", receiver.Address.ToString()), ("Paging:Webhook:Secret", "a long and random secret of the site"),
                ("Paging:Webhook:AllowPrivate", "true"),
            ("Paging:Email:Host", "127.0.0.1"), ("Paging:Email:Port", mail.Port.ToString(CultureInfo.InvariantCulture)), ("Paging:Email:Security", "None"),
            ("Paging:Email:From", "bot@example.org"),
            .. isRegistered ? Registered(issuer) : [],
        ]);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Url) };
        if (isRegistered)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization",
                new BotToken(key, AppId, channel.ServiceUrl, TimeProvider.System.GetUtcNow()).Bearer);
        }

        foreach (var body in Planted.Lines.Select((line, number) => Planted.Message(line, channel.ServiceUrl, number))
            .Concat(Planted.Shapes(channel.ServiceUrl))
            .Concat([Planted.Sentence, $$"""{ "type": "message", "from": "{{Planted.Sentence}}" }"""]))
        {
            await PostAsync(http, "/api/messages", body);
        }

        await PostAsync(http, "/api/assessments", JsonSerializer.Serialize(new { straightLegRaise = Planted.Sentence }));
        await GetAsync(http, "/api/reference?q=" + Uri.EscapeDataString(Planted.Sentence));
        await GetAsync(http, $"/oncall/{Planted.ReporterUpn}/{Planted.Chat}");
        await WaitAsync(() => receiver.Posts.Count >= 2 && mail.Mails.Count >= 2
            && OtlpStories.TextOf(collector, "traces").Contains("turn invoke", StringComparison.Ordinal)
            && OtlpStories.TextOf(collector, "logs").Length > 0
                && OtlpStories.TextOf(collector, "metrics").Contains("clinicalbot.activities.refused", StringComparison.Ordinal), bot);
        using var scrape = new HttpRequestMessage(HttpMethod.Get,
            new Uri("/metrics", UriKind.Relative)) { Headers = { { "Authorization", "Bearer " + Scrape.Token } } };
        using var metrics = await http.SendAsync(scrape, TestContext.Current.CancellationToken);

        // The test can fail: the words did go in, and the cards went out.
        var posts = channel.Arrivals.Where(arrival => arrival.Conversation.StartsWith(Channel, StringComparison.Ordinal)).ToList();
        // Where there is no Entra to ask for a token nothing is posted, and the second medium calls instead.
        Assert.Equal(isRegistered, posts.Count == 0);
        Assert.NotEmpty(bot.Output);
        foreach (var (where, text) in new[]
        {
            ("log", bot.Output), ("traces", OtlpStories.TextOf(collector, "traces")), ("metrics", OtlpStories.TextOf(collector, "metrics")),
                ("logs over OTLP", OtlpStories.TextOf(collector, "logs")),
            ("scrape", await metrics.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            ("channel", string.Join('\n', posts.Select(post => JsonSerializer.Serialize(post.Activity, ProtocolJson.Default.Activity)))),
            ("webhook", string.Join('\n', receiver.Posts.Select(post => post.Path + post.Body + string.Join('\n', post.Headers)))),
            ("mail", string.Join('\n', mail.Mails)),
        })
        {
            foreach (var word in Planted.Patient.Concat(Planted.Asker))
            {
                var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                Assert.True(at < 0, at < 0 ? "" : $"\"{word}\" is in the {where}: {text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)]}");
            }
        }

        if (format == "json")
        {
            Assert.All(bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line =>
                JsonDocument.Parse(line).Dispose());
            Assert.Contains("ClinicalBot listens on", bot.Output, StringComparison.Ordinal);
        }

        await bot.KillAsync();
        folder.Delete(recursive: true);
    }

    private const string AppId = "bot-app";

    /// <summary>As a registered bot: every activity is taken for its token alone.</summary>
    private static (string, string)[] Registered(LocalIssuer issuer) =>
    [
        ("MicrosoftAppId", AppId), ("MicrosoftAppTenantId", Ward.Tenant), ("MicrosoftAppPassword", "the-secret"), ("BotOpenIdMetadata", issuer.Metadata),
        ("ApiOpenIdMetadata", issuer.Metadata),
        ("AllowedTenants:0", Ward.Tenant), ("AllowedTenants:1", "t-9"), ("Site:TimeZone", "UTC"), ("Escalation:DeliveryGrace", "00:00:10"),
        .. new[] { "Person", "Conversation", "Urgent" }.SelectMany(limit => new[]
            { ($"RateLimits:{limit}:Burst", "100000"), ($"RateLimits:{limit}:PerMinute", "100000") }),
    ];

    private static async Task PostAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static async Task GetAsync(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private static async Task WaitAsync(Func<bool> isThere, BotProcess bot)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!isThere())
        {
            Assert.False(limit.IsCancellationRequested, "Not everything arrived:\n" + bot.Output);
            await Task.Delay(50, CancellationToken.None);
        }
    }
}
