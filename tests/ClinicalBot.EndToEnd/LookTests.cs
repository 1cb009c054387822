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
        await Look.CheckAsync(nurse, look, "1-welcome");
        await nurse.Taps("Start triage");
        await Look.CheckAsync(nurse, look, "2-time");
        await nurse.Says("3 h ago");
        await Look.CheckAsync(nurse, look, "3-motor");
        await nurse.Says("slr able, motor normal");
        await Look.CheckAsync(nurse, look, "4-sensation");
        await nurse.Says("block area, reflexes normal, no shooting pain");
        await Look.CheckAsync(nurse, look, "5-red-flags");
        await nurse.Says("none");
        await Look.CheckAsync(nurse, look, "6-context");
        await nurse.Says("skip");
        await Look.CheckAsync(nurse, look, "7-review");
        await nurse.Says("yes");
        await Look.CheckAsync(nurse, look, "8-expected");
        await nurse.Says("triage", "5 h ago", "saddle");
        await Look.CheckAsync(nurse, look, "9-emergency");
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
        await page.Channel.LastSays("Proceduralist: Alex Specimen, there by");
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
                await In(pane, () => Look.CheckAsync(page, look, isPhone ? $"{step}-{moment}-{pane.Id}" : $"{step}-{moment}"));
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
        await Look.CheckAsync(nurse, "large-text", "2-time");
        await nurse.Says("3 h ago");
        await Look.CheckAsync(nurse, "large-text", "3-motor");
    }
}
