using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>One pane of the page: a chat as somebody uses it.</summary>
public sealed class Pane(IPage page, string id, string tab)
{
    private readonly ILocator _root = page.Locator($"#{id}");

    /// <summary>Names it in pictures.</summary>
    public string Id => id;

    /// <summary>What its tab on a narrow screen says.</summary>
    public string Tab => tab;

    /// <summary>Messages of the bot.</summary>
    public ILocator Answers => _root.Locator(".message[data-by=bot]");

    /// <summary>The newest of them.</summary>
    public ILocator Last => Answers.Last;

    /// <summary>What people said.</summary>
    public ILocator Said => _root.Locator(".message[data-by=person]");

    public ILocator Box => _root.GetByRole(AriaRole.Textbox, new LocatorGetByRoleOptions { NameRegex = new("ClinicalBot") });

    /// <summary>Acts from now on as somebody, by name.</summary>
    public async Task ActAs(string name)
    {
        if (await _root.GetByLabel("Act as").CountAsync() == 1)
        {
            await _root.GetByLabel("Act as").SelectOptionAsync(await _root.Locator("option", new LocatorLocatorOptions { HasText = name })
                .GetAttributeAsync("value") ?? "");
        }
        else
        {
            await Person(name).ClickAsync();
        }
    }

    /// <summary>The button of somebody to act as.</summary>
    public ILocator Person(string name) => _root.Locator(".people").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });

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

    /// <summary>A button of the newest card.</summary>
    public ILocator Button(string name) => Last.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Waits until the newest message of the bot says something.</summary>
    public Task LastSays(string text) => Assertions.Expect(Last).ToContainTextAsync(text);

    /// <summary>Does something and waits for one more message of the bot.</summary>
    public async Task Answered(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var before = await Answers.CountAsync();
        await act();
        await Assertions.Expect(Answers).ToHaveCountAsync(before + 1);
    }
}
