using ClinicalBot.Testing;
using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>The real process with an empty database, and the people who open its page.</summary>
public sealed class Ward : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-").FullName;
    private readonly List<IBrowserContext> _contexts = [];
    private readonly IBrowser _browser;
    private readonly (string Key, string Value)[] _settings;

    private Ward(IBrowser browser, (string Key, string Value)[] settings) => (_browser, _settings) = (browser, settings);

    public BotProcess Bot { get; } = new(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"));

    public string Transcript => Path.Combine(_folder, "bot.db.page.jsonl");

    /// <summary>Starts it with these settings besides.</summary>
    public static async Task<Ward> OpenAsync(Chromium chromium, params (string Key, string Value)[] settings)
    {
        var ward = new Ward(chromium.Browser, settings);
        await ward.StartAsync();
        return ward;
    }

    public Task StartAsync() => Bot.StartAsync(
        [("environment", "Development"), ("contentRoot", AppContext.BaseDirectory), ("Storage:Path", Path.Combine(_folder, "bot.db")), .. _settings]);

    /// <summary>Ends it as a crash would, and starts it again.</summary>
    public async Task RestartAsync()
    {
        await Bot.KillAsync();
        await StartAsync();
    }

    /// <summary>Opens the page in a browser of its own.</summary>
    public async Task<Screen> OpenPageAsync(ColorScheme theme = ColorScheme.Light, int width = 1200, int height = 850, string locale = "en-US")
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = theme,
            Locale = locale,
            TimezoneId = "America/New_York",
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(10_000);
        _contexts.Add(context);
        return await OpenTabAsync(context);
    }

    /// <summary>Opens another tab beside one.</summary>
    public Task<Screen> OpenTabAsync(Screen beside)
    {
        ArgumentNullException.ThrowIfNull(beside);
        return OpenTabAsync(beside.Page.Context);
    }

    /// <summary>Opens a tab beside one at an address of the page, whether or not a message is there yet.</summary>
    public async Task<Screen> OpenTabAsync(Screen beside, string address)
    {
        ArgumentNullException.ThrowIfNull(beside);
        var screen = new Screen(await beside.Page.Context.NewPageAsync());
        await screen.Page.GotoAsync(new Uri(new Uri(Bot.Url), address).AbsoluteUri);
        return screen;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        await Bot.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Screen> OpenTabAsync(IBrowserContext context)
    {
        var screen = new Screen(await context.NewPageAsync());
        await screen.Page.GotoAsync(Bot.Url);
        await screen.Last.WaitForAsync();
        return screen;
    }
}
