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

    /// <summary>Messages of the bot.</summary>
    public ILocator Answers => Page.Locator(".message:not(.mine)");

    /// <summary>The newest of them.</summary>
    public ILocator Last => Answers.Last;

    public ILocator Box => Page.GetByLabel("Message to ClinicalBot");

    public ILocator Connection => Page.Locator("#connection");

    /// <summary>Types a line and waits for the answer.</summary>
    public async Task Says(params string[] lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        foreach (var line in lines)
        {
            await Answered(async () =>
            {
                await Box.FillAsync(line);
                await Box.PressAsync("Enter");
            });
        }
    }

    /// <summary>Presses a button of the newest card and waits for the answer.</summary>
    public Task Taps(string button) => Answered(() => Button(button).ClickAsync());

    public ILocator Button(string name) => Last.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Chooses an answer of a question of the newest card.</summary>
    public async Task Chooses(string question, string answer)
    {
        var group = Last.GetByRole(AriaRole.Radiogroup, new LocatorGetByRoleOptions { Name = question });
        if (await group.CountAsync() > 0)
        {
            await group.GetByRole(AriaRole.Radio, new LocatorGetByRoleOptions { Name = answer, Exact = true }).CheckAsync();
        }
        else
        {
            await Last.GetByLabel(question).SelectOptionAsync(new SelectOptionValue { Label = answer });
        }
    }

    public Task LastSays(string text) => Assertions.Expect(Last).ToContainTextAsync(text);

    public async Task Answered(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var before = await Answers.CountAsync();
        await act();
        await Assertions.Expect(Answers).ToHaveCountAsync(before + 1);
    }
}
