using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>How it looks and whether everybody can use it. Screenshots go to artifacts/screens, outside git, for people to look at.</summary>
public sealed class LookTests(Chromium chromium)
{
    public static TheoryData<string, ColorScheme, int, int> Looks => new()
    {
        { "light", ColorScheme.Light, 1200, 900 },
        { "dark", ColorScheme.Dark, 1200, 900 },
        { "phone", ColorScheme.Light, 390, 844 },
        { "phone-dark", ColorScheme.Dark, 320, 640 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_card_can_be_read_and_used_by_everybody(string look, ColorScheme theme, int width, int height)
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync(theme, width, height);
        await Check(nurse, look, "1-welcome");
        await nurse.Taps("Start triage");
        await Check(nurse, look, "2-time");
        await nurse.Says("3 h ago");
        await Check(nurse, look, "3-motor");
        await nurse.Says("slr able, motor normal");
        await Check(nurse, look, "4-sensation");
        await nurse.Says("block area, reflexes normal, no shooting pain");
        await Check(nurse, look, "5-red-flags");
        await nurse.Says("none");
        await Check(nurse, look, "6-context");
        await nurse.Says("skip");
        await Check(nurse, look, "7-review");
        await nurse.Says("yes");
        await Check(nurse, look, "8-expected");
        await nurse.Says("triage", "5 h ago", "saddle");
        await Check(nurse, look, "9-emergency");
    }

    public static TheoryData<string, ColorScheme, int, int> PaneLooks => new()
    {
        { "wide", ColorScheme.Light, 1440, 900 },
        { "wide-dark", ColorScheme.Dark, 1440, 900 },
        { "escalation-phone", ColorScheme.Light, 390, 844 },
        { "escalation-phone-dark", ColorScheme.Dark, 320, 640 },
    };

    [Theory]
    [MemberData(nameof(PaneLooks))]
    public async Task Every_moment_of_an_escalation_can_be_read_and_used_by_everybody(string look, ColorScheme theme, int width, int height)
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(theme, width, height);
        var isPhone = width < 1024;
        var step = 0;
        await Panes("start", page.Ward, page.Channel, page.OnCall);
        await In(page.Ward, () => page.Ward.Says("numb leg 3 h after the block, saddle numbness"));
        await page.OnCall.LastSays("You are called.");
        await Panes("called", page.Ward, page.Channel, page.OnCall);
        await page.Channel.Answered(() => page.WaitsUntil("the next are called"));
        await Panes("climbed", page.Channel, page.OnCall);
        await In(page.OnCall, () => page.OnCall.ActAs("Lee Pattern"));
        await page.OnCall.Button("Coming in 5 min").ClickAsync();
        await page.Channel.LastSays("Proceduralist: Lee Pattern, there by");
        await page.LastSays("Proceduralist: Lee Pattern, there by");
        await In(page.Channel, () => page.Channel.ActAs("Jo Placeholder"));
        await page.Channel.Button("At the bedside").ClickAsync();
        await page.LastSays("Neurology: Jo Placeholder is at the bedside");
        await In(page.Channel, () => page.Channel.ActAs("Alex Specimen"));
        await Due("should have arrived");
        await Panes("acknowledged", page.Ward, page.Channel, page.OnCall);
        await page.Channel.Answered(() => page.WaitsUntil("should have arrived"));
        await page.Channel.LastSays("The person who was coming did not arrive in time.");
        await page.LastSays("The next are being called.");
        await Due("the next are called");
        await Panes("lapsed", page.Ward, page.Channel, page.OnCall);
        await In(page.Channel, () => page.Channel.Button("Coming in 30 min").ClickAsync());
        await page.Channel.Answered(() => page.Channel.Button("Hand back").ClickAsync());
        await Panes("handed-back", page.Channel);
        await In(page.Channel, () => page.Channel.Button("At the bedside").ClickAsync());
        await page.LastSays("is at the bedside");
        await page.Channel.Button("Close case").ClickAsync();
        await Panes("closing", page.Channel);
        await In(page.Channel, () => page.Channel.Button("Transferred to another service").ClickAsync());
        await page.LastSays("Closed: ");
        await Due("Nothing due");
        await Panes("closed", page.Ward, page.Channel, page.OnCall);

        async Task Panes(string moment, params IReadOnlyList<Pane> panes)
        {
            step++;
            foreach (var pane in isPhone ? panes : [page.Ward])
            {
                await In(pane, () => Check(page, look, isPhone ? $"{step}-{moment}-{pane.Id}" : $"{step}-{moment}"));
            }
        }

        Task Due(string what) => Assertions.Expect(page.Page.Locator("#next")).ToContainTextAsync(what);

        async Task In(Pane pane, Func<Task> act)
        {
            if (isPhone)
            {
                await page.Tab(pane.Tab).ClickAsync();
            }

            await act();
        }
    }

    [Fact]
    public async Task Text_of_twice_the_size_loses_nothing()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync(width: 640, height: 900);
        await nurse.Page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");
        await nurse.Taps("Start triage");
        await Check(nurse, "large-text", "2-time");
        await nurse.Says("3 h ago");
        await Check(nurse, "large-text", "3-motor");
    }

    private static async Task Check(Screen nurse, string look, string step)
    {
        await nurse.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screens.Folder, $"{look}-{step}.png") });
        var violations = await Axe.ViolationsAsync(nurse.Page);
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
        Assert.Empty(await nurse.Page.EvaluateAsync<string[]>(TooWide));
        Assert.Empty(await nurse.Page.EvaluateAsync<string[]>(TooSmall));
        Assert.Empty(nurse.Complaints);
    }

    private const string TooWide = """
        [...document.querySelectorAll('body, .log, .bar, .message *')]
          .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && getComputedStyle(e).overflowX !== 'visible'
            || e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.outerHTML.slice(0, 200))
        """;

    private const string TooSmall = """
        [...document.querySelectorAll('button, select, textarea, input:not([type=radio]):not([type=checkbox])')]
          .filter(e => e.offsetParent && (e.offsetHeight < 43.5 || e.offsetWidth < 43.5))
          .map(e => e.outerHTML.slice(0, 200))
        """;
}
