using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

/// <summary>A triage begun in the channel of the page: the dialog that only one person sees.</summary>
public sealed class ChannelDialogTests(Chromium chromium)
{
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_triage_begun_in_the_channel_is_answered_in_a_dialog_and_the_channel_reads_no_finding(int width, ColorScheme theme)
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(theme, width, 844);
        await page.Tab(page.Channel.Tab).ClickAsync();
        await page.Channel.Says("numb leg 3 h after the block, foot drop left");
        await page.Channel.LastSays("This goes on one to one");
        await page.Channel.Button("Open the form").PressAsync("Enter");
        var dialog = page.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Triage: only you see this" });
        await Expect(dialog).ToContainTextAsync("Can the patient move the leg?");
        await Expect(dialog.Locator("h2")).ToBeFocusedAsync();
        await page.Page.ScreenshotAsync(new() { Path = Path.Combine(Screens.Folder, $"dialog-{width}-motor.png") });
        Assert.Equal("", string.Join("\n", await Axe.ViolationsAsync(page.Page)));

        foreach (var (button, next) in new[] { ("Rest normal", "What does the patient feel?"), ("Continue", "Any of these four red flags?"),
            ("None of the four", "About the block"), ("Skip", "Is this right?"),
            ("Yes, decide", "Why and sources") })
        {
            if (next.StartsWith("Any", StringComparison.Ordinal))
            {
                await CheckAll(dialog.Locator("input[type=radio][value=no]"));
                await SelectAll(dialog.Locator("select"), ["withinBlockArea", "normal", "normal"]);
            }

            await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).First.PressAsync("Enter");
            await Expect(dialog.Locator(".ac-adaptiveCard").First).ToContainTextAsync(next);
        }

        await page.Page.ScreenshotAsync(new() { Path = Path.Combine(Screens.Folder, $"dialog-{width}-decision.png") });
        Assert.Equal("", string.Join("\n", await Axe.ViolationsAsync(page.Page)));
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        var channel = await page.Page.Locator("#channel .messages .message[data-by=bot]").AllInnerTextsAsync();
        Assert.NotEmpty(channel);
        Assert.All(channel, text => Assert.DoesNotContain("weak", text, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(page.Complaints);
    }

    private static async Task SelectAll(ILocator lists, IReadOnlyList<string> values)
    {
        await Expect(lists).ToHaveCountAsync(values.Count);
        for (var at = 0; at < values.Count; at++)
        {
            await lists.Nth(at).SelectOptionAsync(values[at]);
        }
    }

    private static async Task CheckAll(ILocator radios)
    {
        foreach (var radio in await radios.AllAsync())
        {
            await radio.CheckAsync();
        }
    }
}
