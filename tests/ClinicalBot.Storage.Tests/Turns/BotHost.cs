using System.Net;
using System.Text;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Storage.Contract;
using ClinicalBot.Testing;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.Storage.Tests;

/// <summary>A host of turns in this process, on a real database file, with a fake channel and a clock that only the test moves.</summary>
internal sealed class BotHost : IAsyncDisposable, IKillPoints
{
    private readonly TempFolder _folder = new();
    private readonly IBot _bot;
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    private BotHost(IBot bot, FakeChannel channel) => (_bot, Channel) = (bot, channel);

    public FakeChannel Channel { get; }

    public FakeTimeProvider Time { get; } = new(Work.T0);

    public StringBuilder Log { get; } = new();

    /// <summary>When set, every flush fails.</summary>
    public bool DiskIsFull { get; set; }

    public CareTime CareTime => _app.Services.GetRequiredService<CareTime>();

    public ITurnStore Store => _app.Services.GetRequiredService<ITurnStore>();

    public IEnumerable<string?> Texts => Channel.Arrivals.Select(a => a.Activity.Text);

    private TurnTicks Ticks => _app.Services.GetRequiredService<TurnTicks>();

    public static async Task<BotHost> StartAsync(Func<ITurnContext, Task>? onTurn = null)
    {
        var host = new BotHost(onTurn is null ? new CountingBot() : new DelegateBot(onTurn), await FakeChannel.StartAsync());
        await host.StartAsync();
        return host;
    }

    public Activity Message(string id, string text, string conversation = "conv-1") =>
        Say.Message(id, text, Channel.ServiceUrl, conversation);

    public Task<HttpResponseMessage> PostAsync(string id, string text, string conversation = "conv-1") =>
        PostAsync(Message(id, text, conversation));

    public Task<HttpResponseMessage> PostAsync(Activity activity, CancellationToken cancellationToken = default) => PostAsync(
        new StringContent(JsonSerializer.Serialize(activity, ProtocolJson.Default.Activity), Encoding.UTF8, "application/json"),
        cancellationToken);

    public Task<HttpResponseMessage> PostAsync(HttpContent content, CancellationToken cancellationToken = default) =>
        _http.PostAsync(new Uri(_app.Urls.First() + "/api/messages"), content, cancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(_app.Urls.First() + path));

    /// <summary>Moves the system clock, does what is due and waits until all is sent that can be.</summary>
    public async Task ForwardAsync(TimeSpan by)
    {
        Time.Advance(by);
        await SettleAsync();
    }

    public async Task SettleAsync()
    {
        await Ticks.RunOnceAsync();
        await Ticks.WhenIdleAsync();
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public void Reach(KillPoint point)
    {
        if (DiskIsFull && point == KillPoint.MidFlush)
        {
            throw new IOException("No space left on device");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Channel.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders().AddProvider(new TextLog(Log));
        builder.Configuration["Turns:FirstHold"] = "0";
        builder.Configuration["Storage:Path"] = _folder.File("data/bot.db");
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<IKillPoints>(this).AddSingleton(_bot);
        builder.Services.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly());
        builder.Services.AddStorage().AddTurns();
        _app = builder.Build();
        _app.MapBotMessages();
        _app.MapHealth();
        await _app.StartAsync();
    }

    private sealed class DelegateBot(Func<ITurnContext, Task> onTurn) : IBot
    {
        // The host warms up with a typing sign, which asks nothing of a bot.
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            turnContext.Activity.Type == ActivityTypes.Typing ? Task.CompletedTask : onTurn(turnContext);
    }

    private sealed class TextLog(StringBuilder log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log)
            {
                log.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
            }
        }

        public void Dispose()
        {
        }
    }
}
