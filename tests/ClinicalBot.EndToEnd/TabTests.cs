using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

/// <summary>The personal tab "Open cases" as Teams frames it, with sign-ins that fail. What Teams and the token check say is put in their place.</summary>
public sealed class TabTests(Chromium chromium)
{
    private const string Teams = "https://teams.microsoft.com/";

    // As much of the Teams SDK as the tab uses.
    private const string Sdk = """
        window.microsoftTeams = {
          app: {
            initialize: async () => {},
            getContext: async () => ({ app: { locale: 'en-us', theme: 'THEME' } }),
            registerOnThemeChangeHandler: () => {},
            notifySuccess: () => {},
          },
          authentication: { getAuthToken: async () => SIGNIN },
        };
        """;

    [Theory]
    [InlineData("default", 401, "'expired'", "Your sign-in was not accepted.")]
    [InlineData("dark", 403, "'of another site'", "You may not see the cases of this site.")]
    [InlineData("contrast", 200, "Promise.reject(new Error('CancelledByUser'))", "Out of date: Teams could not sign you in.")]
    [InlineData("dark", 503, "'good'", "Out of date: the bot does not answer.")]
    [InlineData("default", 200, "'good'", "1 open, the longest waiting first.")]
    public async Task What_is_wrong_with_a_sign_in_is_said_and_no_case_is_shown_for_it(string theme, int status, string signIn, string says)
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 390, height: 844);
        await page.Says("numb leg 3 h after the block, saddle numbness");
        await page.OnCall.LastSays("You are called.");
        var tab = await FramedAsync(ward, page, theme, status, signIn);
        await Expect(tab.Locator("#state")).ToContainTextAsync(says);
        await Expect(tab.Locator(".case")).ToHaveCountAsync(status == 200 && signIn == "'good'" ? 1 : 0);
        Assert.Equal("", string.Join(Environment.NewLine, await Axe.ViolationsAsync(page.Page)));
        await page.Page.ScreenshotAsync(new() { Path = Path.Combine(Screens.Folder, $"tab-{says[..12].Replace(' ', '-')}-{theme}.png") });
    }

    private static async Task<IFrameLocator> FramedAsync(Ward ward, Screen screen, string theme, int status, string signIn)
    {
        var page = screen.Page;
        await page.RouteAsync(Teams + "**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!DOCTYPE html><html lang=en><title>Teams</title><main><h1>Teams</h1><iframe title=Tab src=\"{ward.Bot.Url}/tab/open-cases\" width=370 "
                + "height=740></iframe></main></html>",
        }));
        await page.RouteAsync("https://res.cdn.office.net/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Headers = [new("Access-Control-Allow-Origin", "*")],
            Body = Sdk.Replace("THEME", theme, StringComparison.Ordinal).Replace("SIGNIN", signIn, StringComparison.Ordinal),
        }));
        // The hash of the real SDK fits nothing that stands in its place.
        await page.RouteAsync("**/tab/open-cases", async route =>
        {
            var real = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = real, Body = System.Text.RegularExpressions.Regex.Replace(
                await real.TextAsync(), "integrity=\"[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking) });
        });
        await page.RouteAsync("**/api/open-cases?*", route =>
            status == 200 ? route.ContinueAsync() : route.FulfillAsync(new() { Status = status, Body = "" }));
        await page.GotoAsync(Teams);
        return page.FrameLocator("iframe");
    }
}
