using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>The page as a person uses it: by what it says and by the names of its buttons.</summary>
public sealed class Screen
{
    private readonly List<string> _complaints = [];

    public Screen(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            // A connection that is refused while the process is away is not the page's fault.
            if (message.Type is "error" or "warning" && !message.Text.Contains("net::ERR_", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Everything the browser complained about: errors, and what the content security policy blocked.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>The asker's chat.</summary>
    public Pane Ward => new(Page, "ask", "Ward");

    /// <summary>The escalation channel.</summary>
    public Pane Channel => new(Page, "channel", "Channel");

    /// <summary>The chat of a person on call.</summary>
    public Pane OnCall => new(Page, "called", "On call");

    /// <summary>Messages of the bot in the asker's chat.</summary>
    public ILocator Answers => Ward.Answers;

    /// <summary>The newest of them.</summary>
    public ILocator Last => Ward.Last;

    public ILocator Box => Ward.Box;

    public ILocator Connection => Page.Locator("#connection");

    /// <summary>What brings a pane on view on a narrow screen.</summary>
    public ILocator Tab(string name) => Page.Locator(".views").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });

    /// <summary>Moves care time to what is due next, which must be this.</summary>
    public async Task WaitsUntil(string what)
    {
        var next = Page.Locator("#next");
        await Assertions.Expect(next).ToContainTextAsync(what);
        await next.ClickAsync();
    }

    /// <inheritdoc cref="Pane.Says"/>
    public Task Says(params string[] lines) => Ward.Says(lines);

    /// <inheritdoc cref="Pane.Taps"/>
    public Task Taps(string button) => Ward.Taps(button);

    /// <inheritdoc cref="Pane.Button"/>
    public ILocator Button(string name) => Ward.Button(name);

    /// <inheritdoc cref="Pane.LastSays"/>
    public Task LastSays(string text) => Ward.LastSays(text);

    /// <inheritdoc cref="Pane.Answered"/>
    public Task Answered(Func<Task> act) => Ward.Answered(act);
}
