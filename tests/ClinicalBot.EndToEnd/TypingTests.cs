namespace ClinicalBot.EndToEnd;

public sealed class TypingTests(Chromium chromium)
{
    [Fact]
    public async Task Typing_through_ends_expected()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says(
            "triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes");
        await nurse.LastSays("Expected");
        Assert.Empty(nurse.Complaints);
    }

    [Fact]
    public async Task The_box_keeps_the_focus_and_what_was_not_sent_survives_a_reload()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says("triage");
        await Microsoft.Playwright.Assertions.Expect(nurse.Box).ToBeFocusedAsync();
        await nurse.Box.FillAsync("half a sent");
        await nurse.Page.ReloadAsync();
        await nurse.LastSays("When was the last local-anesthetic injection?");
        await Microsoft.Playwright.Assertions.Expect(nurse.Box).ToHaveValueAsync("half a sent");
    }

    [Fact]
    public async Task Markdown_and_html_that_somebody_typed_are_text()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says("<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1))");
        var said = nurse.Page.Locator(".message.mine .content").Last;
        await Microsoft.Playwright.Assertions.Expect(said).ToHaveTextAsync("<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1))");
        Assert.Equal(0, await nurse.Page.Locator(".messages img, .messages a").CountAsync());
    }
}
