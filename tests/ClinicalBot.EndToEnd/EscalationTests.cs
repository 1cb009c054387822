using Microsoft.Playwright;
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

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "saddle numbness" }).ClickAsync();
        await page.Channel.LastSays("Nobody has answered yet.");
        await page.OnCall.LastSays("Red flag: saddle numbness");
        await Expect(page.Channel.Last).Not.ToContainTextAsync("Saddle numbness");
        await Expect(page.OnCall.Person("Jo Placeholder")).ToContainTextAsync("1 new, alert");
        await Expect(page.OnCall.Person("Lee Pattern")).Not.ToContainTextAsync("new");

        await page.Channel.Answered(() => page.WaitsUntil("the next are called"));
        await page.Channel.LastSays("Nobody answered in time. You are called now.");
        await Expect(page.OnCall.Person("Lee Pattern")).ToContainTextAsync("1 new, alert");

        await page.OnCall.ActAs("Lee Pattern");
        await Expect(page.OnCall.Person("Lee Pattern")).Not.ToContainTextAsync("new");
        await page.OnCall.Button("Coming in 5 min").ClickAsync();
        await page.LastSays("Proceduralist: Lee Pattern, there by");
        await Expect(page.Last).Not.ToBeInViewportAsync();
        await page.Page.Locator("#ask .below").ClickAsync();
        await Expect(page.Last).ToBeInViewportAsync();
        await Expect(page.Page.Locator("#ask .below")).ToBeHiddenAsync();
        await page.Channel.LastSays("Neurology: nobody yet");
        await page.Channel.ActAs("Jo Placeholder");
        await page.Channel.Button("At the bedside").ClickAsync();
        await page.Channel.LastSays("Neurology: Jo Placeholder is at the bedside");

        await page.Channel.Answered(() => page.WaitsUntil("should have arrived"));
        await page.Channel.LastSays("The person who was coming did not arrive in time. You are called now.");
        await page.LastSays("The next are being called.");

        await page.Channel.ActAs("Alex Specimen");
        await page.Channel.Button("Coming in 30 min").ClickAsync();
        await page.Channel.LastSays("Proceduralist: Alex Specimen, there by");
        await page.Channel.Answered(() => page.Channel.Button("Hand back").ClickAsync());
        await page.Channel.LastSays("The case was handed back. You are called now.");

        await page.Channel.ActAs("Lee Pattern");
        await page.Channel.Button("At the bedside").ClickAsync();
        await page.Channel.LastSays("Proceduralist: Lee Pattern is at the bedside");
        await page.Channel.Button("Close case").ClickAsync();
        await page.Channel.Button("Transferred to another service").ClickAsync();
        await page.LastSays("Closed: transferred to another service.");
        await Expect(page.Page.Locator("#next")).ToHaveTextAsync("Nothing due");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Exams_over_time_open_in_place_as_a_table_with_the_marks_of_4_and_24_hours()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 390, height: 844);
        await page.Says("numb leg 3 h after the block, saddle numbness");
        await page.Tab("On call").ClickAsync();
        await page.OnCall.LastSays("You are called.");
        await page.OnCall.Button("Exams over time").ClickAsync();
        var table = page.OnCall.Last.GetByRole(AriaRole.Table);
        await Expect(table).ToBeInViewportAsync();
        await Expect(table.GetByRole(AriaRole.Row)).ToContainTextAsync(["Red flags", "1 present", "4 h mark", "24 h mark"]);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Ten_minutes_skipped_bring_every_step_that_ten_minutes_waited_would()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 1440);
        await page.Says("numb leg 3 h after the block, saddle numbness");
        await Expect(page.Channel.Answers).ToHaveCountAsync(1);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "+10 min of care time" }).ClickAsync();
        await Expect(page.Channel.Answers).ToHaveCountAsync(4);
        await Expect(page.Channel.Answers.Nth(1)).ToBeHiddenAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "2 earlier answers" }).ClickAsync();
        await Expect(page.Channel.Answers.Nth(1)).ToBeVisibleAsync();
        await Expect(page.OnCall.Person("Lee Pattern")).ToContainTextAsync("2 new");
    }

    [Fact]
    public async Task The_channel_is_spoken_in_as_somebody_in_a_new_thread_or_below_one()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 1440);
        await page.Tab(page.Channel.Tab).ClickAsync();
        await page.Channel.ActAs("Kim Example");
        await page.Channel.Says("@ClinicalBot cases");
        await page.Channel.LastSays("There is no open case.");
        await Expect(page.Channel.Said.Last).ToContainTextAsync("Kim Example");
        await Expect(page.Channel.Said.Last.Locator(".content")).ToHaveTextAsync("@ClinicalBot cases");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Reply to" }).ClickAsync();
        await page.Channel.ActAs("Jo Placeholder");
        await page.Channel.Says("use this channel for escalations");
        await Expect(page.Page.Locator("#channel .messages > .thread")).ToHaveCountAsync(1);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task On_a_phone_tabs_lead_from_pane_to_pane_and_tell_what_is_new()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 390, height: 844);
        await page.Says("numb leg 3 h after the block, saddle numbness");
        await Expect(page.Tab("Channel")).ToContainTextAsync("1 new");
        await Expect(page.Tab("On call")).ToContainTextAsync("2 new, alert");
        await Expect(page.Channel.Last).Not.ToBeVisibleAsync();
        await page.Tab("Channel").ClickAsync();
        await Expect(page.Channel.Last).ToBeVisibleAsync();
        await Expect(page.Tab("Channel")).Not.ToContainTextAsync("new");
        await page.Tab("On call").ClickAsync();
        await Expect(page.OnCall.Person("Jo Placeholder")).ToContainTextAsync("1 new, alert");
        await page.OnCall.LastSays("You are called.");
        await Expect(page.Tab("On call")).ToContainTextAsync("1 new");
    }
}
