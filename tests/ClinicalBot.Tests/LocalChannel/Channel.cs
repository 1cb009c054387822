using System.Net;
using ClinicalBot.BotFramework;
using ClinicalBot.LocalChannel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.Tests.LocalChannel;

/// <summary>A transcript in a folder of its own, and a bot that answers as told.</summary>
internal sealed class Channel : HttpMessageHandler, IServer, IHostApplicationLifetime, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-").FullName;
    private readonly Queue<(int Status, string Body)> _answers = [];

    public Channel()
    {
        var addresses = new ServerAddressesFeature();
        addresses.Addresses.Add("http://127.0.0.1:1");
        Features.Set<IServerAddressesFeature>(addresses);
        Transcript = Open();
        Deliveries = new Deliveries(Transcript, new BotEndpoint(new HttpClient(this), this), Time, this, NullLogger<Deliveries>.Instance);
        Transcript.StartConversation("resident", "a:resident:1");
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    public Transcript Transcript { get; private set; }

    public Deliveries Deliveries { get; }

    public string File => Path.Combine(_folder, "bot.db.page.jsonl");

    /// <summary>Bodies that reached the bot.</summary>
    public List<string> Posted { get; } = [];

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public CancellationToken ApplicationStarted => default;

    public CancellationToken ApplicationStopping => default;

    public CancellationToken ApplicationStopped => default;

    public Entry Says(string text, string? clientId = null) => Transcript.Add("resident", clientId, id => new Entry(
        "resident", new Activity { Type = "message", Id = id, Text = text }, Delivery.Sending)).Entry;

    public Entry Sent(Activity activity) => Transcript.Add("resident", null, id => new Entry(
        "resident", activity with { Id = id }, Delivery.Delivered)).Entry;

    public Entry Now(Entry entry) => Transcript.Find(entry.Activity.Id)!;

    public void Answers(int status, string body = "") => _answers.Enqueue((status, body));

    public void Reopen()
    {
        Transcript.Dispose();
        Transcript = Open();
    }

    public void StopApplication()
    {
    }

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Posted.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
        var (status, body) = _answers.TryDequeue(out var answer) ? answer : (202, "");
        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
    }

    protected override void Dispose(bool disposing)
    {
        Transcript.Dispose();
        Directory.Delete(_folder, recursive: true);
        base.Dispose(disposing);
    }

    private Transcript Open()
    {
        var transcript = new Transcript(new TranscriptFile(File), Time);
        transcript.Load();
        return transcript;
    }
}
