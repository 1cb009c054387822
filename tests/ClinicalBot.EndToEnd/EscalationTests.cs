using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

/// <summary>An escalation as a newcomer sees it, with nothing configured.</summary>
public sealed class EscalationTests(Chromium chromium)
{
    [Fact]
    public async Task An_emergency_climbs_its_ladder_until_somebody_has_it_and_closes_it()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 1440);

        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "saddle numbness" }).ClickAsync();
        await page.Channel.LastSays("Nobody has it yet.");
        await page.OnCall.LastSays("Saddle numbness: yes");
        await Expect(page.Channel.Last).Not.ToContainTextAsync("Saddle numbness");
        await Expect(page.OnCall.Person("Jo Placeholder")).ToContainTextAsync("1 new, alert");
        await Expect(page.OnCall.Person("Lee Pattern")).Not.ToContainTextAsync("new");

        await page.Channel.Answered(() => page.WaitsUntil("the next are called"));
        await page.Channel.LastSays("Nobody acknowledged in time. Calling on.");
        await Expect(page.OnCall.Person("Lee Pattern")).ToContainTextAsync("1 new, alert");

        await page.OnCall.ActAs("Lee Pattern");
        await Expect(page.OnCall.Person("Lee Pattern")).Not.ToContainTextAsync("new");
        await page.OnCall.Button("Coming in 5 min").ClickAsync();
        await page.LastSays("Lee Pattern is coming");
        await page.Channel.LastSays("Lee Pattern is coming");

        await page.Channel.Answered(() => page.WaitsUntil("should have arrived"));
        await page.Channel.LastSays("The time of arrival passed. Calling on.");
        await page.LastSays("The next are being called.");

        await page.Channel.ActAs("Jo Placeholder");
        await page.Channel.Button("Coming in 30 min").ClickAsync();
        await page.Channel.LastSays("Jo Placeholder is coming");
        await page.Channel.Answered(() => page.Channel.Button("Hand back").ClickAsync());
        await page.Channel.LastSays("The case was handed back. Calling on.");

        await page.Channel.ActAs("Alex Specimen");
        await page.Channel.Button("At the bedside").ClickAsync();
        await page.Channel.LastSays("Alex Specimen is at the bedside");
        await page.Channel.Answered(() => page.Channel.Button("Close").ClickAsync());
        await page.Channel.Button("Transferred to another service").ClickAsync();
        await page.LastSays("Closed: transferred to another service.");
        await Expect(page.Page.Locator("#next")).ToHaveTextAsync("Nothing due");
        Assert.Empty(page.Complaints);
    }
}
