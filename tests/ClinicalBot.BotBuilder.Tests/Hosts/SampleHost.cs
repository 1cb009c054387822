using System.Net;
using System.Text;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.BotBuilder.Tests.Hosts;

/// <summary>A sample host as a process of its own, with the SDK's own adapter, and the channel it answers to.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private const string Contacts =
        """
        {
          "proceduralist": { "phone": "555-0100", "people": [
            { "aadObjectId": "aaaaaaaa-0000-4000-8000-000000000001", "name": "Dr. First" },
            { "aadObjectId": "aaaaaaaa-0000-4000-8000-000000000002", "name": "Dr. Second" } ] },
          "neurology": { "phone": "555-0101", "people": [ { "aadObjectId": "aaaaaaaa-0000-4000-8000-000000000003", "name": "Dr. Nerve" } ] }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-sdk-").FullName;
    private readonly BotProcess _process;
    private readonly HttpClient _http = new();
    private readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow();
    private int _posted;

    private SampleHost(string sample, FakeChannel channel)
    {
        _process = new BotProcess(Path.Combine(AppContext.BaseDirectory, sample + ".dll"));
        Channel = channel;
    }

    /// <summary>Where it answers.</summary>
    public FakeChannel Channel { get; }

    /// <summary>What it wrote, for a failing test.</summary>
    public string Output => _process.Output;

    /// <summary>Address of its endpoint.</summary>
    public Uri Endpoint => new(_process.Url + "/api/messages");

    public static async Task<SampleHost> OfAsync(string sample)
    {
        var host = new SampleHost(sample, await FakeChannel.StartAsync());
        await File.WriteAllTextAsync(Path.Combine(host._folder, "contacts.json"), Contacts);
        await host.StartAsync();
        return host;
    }

    /// <summary>Starts it, or starts it again.</summary>
    public Task StartAsync(string environment = "Development") => _process.StartAsync(
        ("environment", environment),
        ("Storage:Path", Path.Combine(_folder, "clinicalbot.db")),
        ("Escalation:ContactsFile", Path.Combine(_folder, "contacts.json")),
        ("Turns:Tick", "00:00:00.050"),
        ("Turns:TeamsLimits", "false"));

    /// <summary>kill -9.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>A message that was not there before, of a nurse to the bot.</summary>
    public Activity Message(string text, string conversation = "a:chat-7")
    {
        var number = Interlocked.Increment(ref _posted);
        return Say.Message($"m-{number}", text, Channel.ServiceUrl, conversation) with
        {
            ChannelId = "msteams",
            Conversation = new ConversationAccount { Id = conversation, ConversationType = "personal", TenantId = "t-9" },
            From = new ChannelAccount { Id = "29:nurse-1", Name = "Nadia Example", AadObjectId = "bbbbbbbb-0000-4000-8000-000000000001" },
            Recipient = new ChannelAccount { Id = "28:ward-bot", Name = "Ward Bot" },
            Timestamp = _began.AddMilliseconds(number),
        };
    }

    /// <summary>Posts it. Its status and body.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(Activity activity)
    {
        using var content = new StringContent(JsonSerializer.Serialize(activity, ProtocolJson.Default.Activity), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(Endpoint, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Says a line, and waits for what it brings.</summary>
    public async Task<string> SayAsync(string text, string conversation = "a:chat-7")
    {
        var before = Shown(conversation).Count;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Message(text, conversation))).Status);
        await WaitAsync(conversation, before + 1);
        return Shown(conversation)[^1];
    }

    /// <summary>Waits until so many messages are in a conversation.</summary>
    public Task WaitAsync(string conversation, int count) => Channel.WaitForAsync(_ => Shown(conversation).Count >= count, TimeSpan.FromSeconds(60));

    /// <summary>What people see in a conversation: new messages in order, without those marked as repeats.</summary>
    public IReadOnlyList<string> Shown(string conversation) =>
    [
        .. Channel.Arrivals.Where(arrival => arrival.Method == "POST" && arrival.Conversation == conversation)
            .Select(arrival => arrival.Activity.Text ?? arrival.Activity.Attachments![0].Content!.Value.GetRawText())
            .Where(text => !text.Contains("possibleRepeat", StringComparison.Ordinal)),
    ];

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await Channel.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
