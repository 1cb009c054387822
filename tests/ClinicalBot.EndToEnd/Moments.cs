using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>Sixteen moments from the first word to the closed case, each in four looks, for people to look at: artifacts/screens/moments.</summary>
[Trait("kind", "measurement")]
public sealed class Moments(Chromium chromium)
{
    private static readonly string s_folder = Directory.CreateDirectory(Path.Combine(Screens.Folder, "moments")).FullName;

    private int _at;

    [Fact]
    public async Task Are_taken_in_four_looks()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 390, height: 844);
        await TakeAsync(page, page.Ward, "welcome");
        await page.Says("triage");
        await TakeAsync(page, page.Ward, "time");
        await page.Says("3 h ago");
        await TakeAsync(page, page.Ward, "motor");
        await page.Says("slr able, motor normal");
        await TakeAsync(page, page.Ward, "sensation");
        await page.Says("block area, reflexes normal, no shooting pain");
        await TakeAsync(page, page.Ward, "red-flags");
        await page.Says("none");
        await TakeAsync(page, page.Ward, "context");
        await page.Says("skip");
        await TakeAsync(page, page.Ward, "review");
        await page.Says("yes");
        await TakeAsync(page, page.Ward, "expected");
        await page.Says("numb leg 5 h after the block, slr able, motor normal, block area, reflexes normal, no shooting pain", "none", "skip", "yes");
        await page.LastSays("Urgent");
        await TakeAsync(page, page.Ward, "urgent");
        await page.Says("triage", "3 h ago", "slr able, motor normal", "saddle");
        await page.LastSays("Emergency");
        await TakeAsync(page, page.Ward, "emergency");
        await page.OnCall.LastSays("Emergency");
        await TakeAsync(page, page.OnCall, "called");
        await page.Channel.LastSays("Emergency");
        await TakeAsync(page, page.Channel, "channel");
        await ShowAsync(page, page.OnCall);
        await page.OnCall.Button("Coming in 5 min").ClickAsync();
        await page.LastSays("there by");
        await TakeAsync(page, page.Ward, "is-coming");
        await page.Says("cases");
        await TakeAsync(page, page.Ward, "open-cases");
        await ShowAsync(page, page.OnCall);
        await page.OnCall.Button("At the bedside").ClickAsync();
        await page.OnCall.LastSays("is at the bedside");
        await TakeAsync(page, page.OnCall, "at-the-bedside");
        await page.OnCall.Button("Close case").ClickAsync();
        await page.OnCall.Button("Transferred to another service").ClickAsync();
        await page.OnCall.LastSays("Closed: ");
        await TakeAsync(page, page.Ward, "closed");
    }

    private async Task TakeAsync(Screen screen, Pane pane, string moment)
    {
        _at++;
        // The size of text that a person sets in the browser; the page's own measures follow it.
        var browser = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        foreach (var (look, width, height, media, size) in new (string, int, int, PageEmulateMediaOptions, int)[]
        {
            ("dark", 768, 1024, new() { ColorScheme = ColorScheme.Dark }, 16),
            ("contrast", 1440, 900, new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active, Contrast = Contrast.More }, 16),
            ("large-text", 390, 844, new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None, Contrast = Contrast.NoPreference }, 32),
            ("light", 390, 844, new() { ColorScheme = ColorScheme.Light }, 16),
        })
        {
            await screen.Page.EmulateMediaAsync(media);
            await screen.Page.SetViewportSizeAsync(width, height);
            await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = size } });
            if (width < 1024)
            {
                await ShowAsync(screen, pane);
            }

            await pane.Last.EvaluateAsync("message => message.scrollIntoView()");
            await screen.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(s_folder, $"{_at:00}-{moment}.{look}.png"),
                Animations = ScreenshotAnimations.Disabled,
            });
        }
    }

    private static Task ShowAsync(Screen screen, Pane pane) => screen.Tab(pane.Tab).ClickAsync();
}
