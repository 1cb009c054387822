using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

/// <summary>What commands answer, alone and in the middle of a triage. Screenshots go to artifacts/screens, outside git, for people to look at.</summary>
public sealed class CommandLookTests(Chromium chromium)
{
    private static readonly (string Key, string Value) s_coordinator = ("Escalation:Coordinators:0", "00000000-0000-0000-0000-000000000001");

    [Theory]
    [InlineData("commands-wide", ColorScheme.Light, 1200, 900)]
    [InlineData("commands-phone", ColorScheme.Light, 390, 844)]
    [InlineData("commands-phone-dark", ColorScheme.Dark, 390, 844)]
    public async Task Every_answer_can_be_read_and_used_by_everybody(string look, ColorScheme theme, int width, int height)
    {
        await using var ward = await Ward.OpenAsync(chromium, s_coordinator);
        var page = await ward.OpenPageAsync(theme, width, height);
        await AskAsync("help", "triage", "help");
        await AskAsync("report", "Cases: 0", "report-none");
        await AskAsync("rota", "Jo Placeholder", "week");
        await Expect(page.Last.GetByRole(AriaRole.Table)).ToContainTextAsync("Alex Specimen");
        await AskAsync("rota neurology", "Jo Placeholder", "week-of-a-role");
        await AskAsync("who is on call?", "Alex Specimen", "on-call");
        await AskAsync("ref dorsiflexion", "L5", "reference");
        await AskAsync("stats", "Not understood", "nothing-found");
        await page.Says("triage", "3 h ago");
        await AskAsync("who is on call", "Alex Specimen", "in-triage-on-call");
        await AskAsync("handover", "There is no open case.", "in-triage-handover");
        await AskAsync("case ZZ-999", "There is no case ZZ-999.", "in-triage-unknown-case");
        await AskAsync("note moved to CT", "Notes are not kept here", "in-triage-note");
        await AskAsync("flurb", "That was not understood, so nothing was recorded.", "in-triage-not-understood");
        await page.Says("saddle");
        await page.OnCall.LastSays("You are called.");
        await AskAsync("report", "Delivered", "report");
        await AskAsync("handover", "Emergency", "handover");
        await AskAsync("cases", "Emergency", "cases");
        Assert.Empty(page.Complaints);

        async Task AskAsync(string line, string says, string step)
        {
            await page.Says(line);
            await page.LastSays(says);
            await Expect(page.Last).ToBeInViewportAsync();
            await Look.CheckAsync(page, look, step);
        }
    }
}
