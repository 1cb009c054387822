using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

/// <summary>A wide screen: the ward has all of it until something escalates, then the channel and the people on call stand beside it.</summary>
public sealed class WidthTests(Chromium chromium)
{
    private const int Width = 1440;

    // What has the focus: the pane or the row of tabs it is in, and its name.
    private const string Focused = """
        () => {
          const focused = document.activeElement;
          const name = focused.getAttribute('aria-label') ?? (focused.labels?.[0] ?? focused).textContent.trim();
          return `${focused.closest('.pane')?.id ?? focused.closest('nav')?.className ?? ''} ${name}`;
        }
        """;

    [Fact]
    public async Task The_ward_has_the_width_until_something_escalates()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: Width);
        Assert.Equal(["ask"], await ShownAsync(page));
        Assert.InRange(await WidthOfAsync(page), Width - 20, Width);
        await page.Says("triage", "3 h ago", "slr able, motor normal");
        Assert.Equal(["ask"], await ShownAsync(page));

        await page.Says("saddle");
        await page.Channel.LastSays("Nobody has answered yet.");
        await Expect(page.Page.Locator("#called")).ToBeVisibleAsync();
        Assert.Equal(["ask", "channel", "called"], await ShownAsync(page));
        Assert.InRange(await WidthOfAsync(page), 1, Width / 2);
        await Expect(page.Tab(page.Channel.Tab)).ToBeHiddenAsync();
        await Expect(page.Box).ToBeFocusedAsync();
        await Expect(page.Last.GetByRole(AriaRole.Heading, new() { NameRegex = new("Emergency") })).ToBeInViewportAsync();

        await page.Page.ReloadAsync();
        await page.LastSays("Emergency");
        Assert.Equal(["ask", "channel", "called"], await ShownAsync(page));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_other_panes_are_chosen_by_tabs_before_and_the_Tab_key_goes_from_left_to_right_before_and_after()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: Width);
        await page.Tab(page.OnCall.Tab).PressAsync("Enter");
        Assert.Equal(["called"], await ShownAsync(page));
        await page.Tab(page.Ward.Tab).PressAsync("Enter");
        Assert.Equal(["ask"], await ShownAsync(page));
        Assert.Equal(["views Channel", "views On call", "ask Phone view: this chat alone", "ask New conversation"], await PressTabAsync(page, 4));

        await page.Says("numb leg 3 h after the block, saddle numbness");
        await page.Channel.LastSays("Nobody has answered yet.");
        await page.OnCall.LastSays("You are called.");
        await Expect(page.Box).ToBeFocusedAsync();
        Assert.Equal(["ask Send", "channel Act as", "channel Channel Escalations"], await PressTabAsync(page, 3));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Who_chose_a_tab_by_keyboard_keeps_a_place_when_the_tabs_go()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: Width);
        var nurse = await ward.OpenTabAsync(page);
        await page.Tab(page.OnCall.Tab).PressAsync("Enter");
        await nurse.Says("numb leg 3 h after the block, saddle numbness");
        await page.OnCall.LastSays("You are called.");
        await Expect(page.Page.Locator("#called .log")).ToBeFocusedAsync();
    }

    private static async Task<string[]> ShownAsync(Screen page) =>
        await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.pane')].filter(pane => pane.offsetParent).map(pane => pane.id)");

    private static async Task<double> WidthOfAsync(Screen page) => (await page.Page.Locator("#ask").BoundingBoxAsync())!.Width;

    private static async Task<IReadOnlyList<string>> PressTabAsync(Screen page, int times)
    {
        var reached = new List<string>();
        for (var at = 0; at < times; at++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            reached.Add(await page.Page.EvaluateAsync<string>(Focused));
        }

        return reached;
    }
}
