using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>What every look of the page is held to.</summary>
public static class Look
{
    /// <summary>Takes a picture. Fails on what axe finds, leaves the screen or is too small for a thumb, and on complaints of the browser.</summary>
    public static async Task CheckAsync(Screen nurse, string look, string step)
    {
        ArgumentNullException.ThrowIfNull(nurse);
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
