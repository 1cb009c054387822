using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>
/// The page and its cards in German, and with every text 40 % longer: nothing leaves a narrow phone. Screenshots go to artifacts/screens, outside git.
/// </summary>
public sealed class LanguageTests(Chromium chromium)
{
    // Each word of a card gets 40 % longer, in letters that no English text has, as words of a translation do.
    private const string Lengthen = """
        () => {
          for (const card of document.querySelectorAll('.ac-adaptiveCard')) {
            const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const node = walker.currentNode;
              if (node.parentElement.closest('option') || node.seen) {
                continue;
              }
              node.seen = true;
              node.data = node.data.replace(/\p{L}{2,}/gu, word => word + 'ŵẋýźàƀćđ'.repeat(9).slice(0, Math.ceil(word.length * 0.4)));
            }
          }
        }
        """;

    private const string TooWide = """
        [...document.querySelectorAll('body, .bar, .log, .ac-adaptiveCard, .ac-adaptiveCard *')].filter(e => e.offsetParent)
          .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && getComputedStyle(e).overflowX !== 'visible'
            || e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.outerHTML.slice(0, 200))
        """;

    [Fact]
    public async Task A_card_whose_words_are_longer_stays_on_a_phone()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync(width: 390, height: 844);
        await nurse.Taps("Start triage");
        await LongerAsync(nurse, "time");
        await nurse.Says("3 h ago");
        await LongerAsync(nurse, "motor");
        await nurse.Says("slr able, motor normal");
        await LongerAsync(nurse, "sensation");
        await nurse.Says("block area, reflexes normal, no shooting pain");
        await LongerAsync(nurse, "red-flags");
        await nurse.Says("none", "skip");
        await LongerAsync(nurse, "review");
        await nurse.Says("yes");
        await LongerAsync(nurse, "expected");
        await nurse.Says("triage", "5 h ago", "saddle");
        await LongerAsync(nurse, "emergency");
        foreach (var pane in new[] { nurse.Channel, nurse.OnCall })
        {
            await nurse.Tab(pane.Tab).ClickAsync();
            await LongerAsync(nurse, pane.Id);
        }
    }

    [Theory]
    [InlineData("light", ColorScheme.Light)]
    [InlineData("dark", ColorScheme.Dark)]
    public async Task The_page_speaks_German_to_whoever_reads_German(string look, ColorScheme theme)
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync(theme, width: 390, height: 844, locale: "de-DE");
        Assert.Equal("de", await nurse.Page.EvaluateAsync<string>("document.documentElement.lang"));
        await Assertions.Expect(nurse.Connection).ToHaveTextAsync("Verbunden");
        await Assertions.Expect(nurse.Page.GetByText("Getipptes wird nur auf Englisch gelesen").First).ToBeVisibleAsync();
        await TakeAsync(nurse, look, "1-start");
        await nurse.Taps("Triage beginnen");
        await nurse.Says("3 h ago");
        await TakeAsync(nurse, look, "2-motor");
        await nurse.Says("slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip");
        await TakeAsync(nurse, look, "3-review");
        await nurse.Says("yes", "numb leg 3 h after the block, saddle numbness");
        await TakeAsync(nurse, look, "4-emergency");
        await nurse.Page.Locator(".views button[data-view=channel]").ClickAsync();
        await TakeAsync(nurse, look, "5-channel");
        await nurse.Page.Locator(".views button[data-view=called]").ClickAsync();
        await TakeAsync(nurse, look, "6-called");
        await nurse.Page.GotoAsync(new Uri(new Uri(nurse.Page.Url), "/tab/open-cases").AbsoluteUri);
        await Assertions.Expect(nurse.Page.Locator("h1")).ToHaveTextAsync("Offene Fälle");
        await Assertions.Expect(nurse.Page.Locator("#state")).ToHaveTextAsync("2 offen, der am längsten wartende zuerst.");
        await Assertions.Expect(nurse.Page.Locator(".case[data-urgency=Emergency] h2")).ToContainTextAsync("Notfall");
        await TakeAsync(nurse, look, "7-tab");
    }

    private static async Task LongerAsync(Screen screen, string step)
    {
        await screen.Page.EvaluateAsync(Lengthen);
        await screen.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screens.Folder, $"longer-{step}.png") });
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(TooWide));
    }

    private static async Task TakeAsync(Screen screen, string look, string step)
    {
        await screen.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screens.Folder, $"german-{look}-{step}.png") });
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(TooWide));
    }
}
