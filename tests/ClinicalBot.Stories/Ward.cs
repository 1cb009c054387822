using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.Stories;

/// <summary>The whole program with a fake clock and a fake channel: a ward to tell stories in. It starts on Sunday 2026-11-22 at 11:00 UTC.</summary>
public sealed class Ward : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-story-").FullName;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private WebApplicationFactory<Program> _bot;
    private int _activities;
    private WallClock? _wall;

    private Ward(FakeChannel channel, IReadOnlyDictionary<string, string> settings)
    {
        Channel = channel;
        _settings = settings;
        _bot = Build();
        Http = _bot.CreateClient();
    }

    /// <summary>The hospital's tenant.</summary>
    public const string Tenant = "00000000-0000-4000-8000-00000000000a";

    /// <summary>Where replies arrive.</summary>
    public FakeChannel Channel { get; }

    /// <summary>The time that passes.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.Zero));

    /// <summary>The machine's clock on the wall: the same, until it is set to another time.</summary>
    public WallClock Wall => _wall ??= new WallClock(Clock);

    /// <summary>Talks to the bot.</summary>
    public HttpClient Http { get; private set; }

    /// <summary>Opens the ward.</summary>
    public static async Task<Ward> OpenAsync(params IEnumerable<(string Key, string Value)> settings) =>
        new(await FakeChannel.StartAsync(), settings.ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>Another hospital that the same bot serves.</summary>
    public const string OtherTenant = "00000000-0000-4000-8000-00000000000b";

    /// <summary>A person with a personal chat of her own.</summary>
    public Person Person(string name, string? zone = "UTC", string? locale = null) => new(this, name, zone, locale: locale);

    /// <summary>A person of the other hospital.</summary>
    public Person Stranger(string name = "mallory") =>
        new(this, name, "UTC", new ConversationAccount { Id = "chat-of-" + name, ConversationType = "personal", TenantId = OtherTenant });

    /// <summary>A thread in a channel of a team.</summary>
    public static ConversationAccount Thread(string id = "19:ward@thread.tacv2;messageid=1700000000001") =>
        new() { Id = id, ConversationType = "channel", IsGroup = true, TenantId = Tenant };

    /// <summary>A chat of several people.</summary>
    public static ConversationAccount Group(string id = "19:night-shift@thread.v2") =>
        new() { Id = id, ConversationType = "groupChat", IsGroup = true, TenantId = Tenant };

    /// <summary>Time passes.</summary>
    public void Forward(TimeSpan by) => Clock.Advance(by);

    /// <summary>Time passes minute by minute, and everything that becomes due happens.</summary>
    public async Task PassAsync(double minutes)
    {
        for (var left = TimeSpan.FromMinutes(minutes); left > TimeSpan.Zero; left -= TimeSpan.FromMinutes(1))
        {
            Clock.Advance(left < TimeSpan.FromMinutes(1) ? left : TimeSpan.FromMinutes(1));
            await SettleAsync();
        }
    }

    /// <summary>What is due happens, and what follows from it.</summary>
    public async Task SettleAsync()
    {
        var ticks = _bot.Services.GetRequiredService<TurnTicks>();
        for (var seen = -1; seen != Channel.Arrivals.Count;)
        {
            seen = Channel.Arrivals.Count;
            for (var i = 0; i < 3; i++)
            {
                await ticks.RunOnceAsync();
                await ticks.WhenIdleAsync();
            }
        }
    }

    /// <summary>A service of the program.</summary>
    internal T Get<T>()
        where T : notnull => _bot.Services.GetRequiredService<T>();

    /// <summary>The database file.</summary>
    internal string Database => Path.Combine(_folder, "clinicalbot.db");

    /// <summary>The process ends and starts again on the same data.</summary>
    public async Task RestartAsync()
    {
        await _bot.DisposeAsync();
        _bot = Build();
        Http = _bot.CreateClient();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await Channel.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal string NextId() => $"a{Interlocked.Increment(ref _activities)}";

    internal IServiceProvider Services => _bot.Services;

    internal Task WhenSentAsync() => _bot.Services.GetRequiredService<TurnTicks>().WhenIdleAsync();

    private WebApplicationFactory<Program> Build() => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Development");
        host.UseSetting("Turns:FirstHold", "0");
        host.UseSetting("Storage:Path", Path.Combine(_folder, "clinicalbot.db"));
        foreach (var (key, value) in _settings)
        {
            host.UseSetting(key, value);
        }

        host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Wall));
    });
}
