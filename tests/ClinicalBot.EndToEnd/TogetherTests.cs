using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

public sealed class TogetherTests(Chromium chromium)
{
    [Fact]
    public async Task Two_tabs_stay_in_step()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var one = await ward.OpenPageAsync();
        var two = await ward.OpenTabAsync(one);
        await one.Taps("Start triage");
        await two.LastSays("When was the last local-anesthetic injection?");
        await two.Says("3 h ago");
        await one.LastSays("Can the patient move the leg?");
        await Expect(one.Page.Locator(".message.mine")).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("3 h ago")]);
        Assert.Equal(await one.Answers.CountAsync(), await two.Answers.CountAsync());
    }

    [Fact]
    public async Task Everybody_has_a_chat_of_their_own_and_new_messages_elsewhere_are_counted()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        var other = await ward.OpenTabAsync(nurse);
        await other.Ward.Person("Kim Example").ClickAsync();
        await Expect(other.Answers).ToHaveCountAsync(1);
        await nurse.Taps("Start triage");
        await Expect(other.Ward.Person("Robin Sample")).ToContainTextAsync("1 new");
        await Expect(other.Answers).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_new_conversation_starts_with_the_welcome_and_forgets_the_old_one()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says("triage", "3 h ago");
        await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        await Expect(nurse.Answers).ToHaveCountAsync(1);
        await nurse.LastSays("Start triage");
        Assert.DoesNotContain("3 h ago", await File.ReadAllTextAsync(ward.Transcript, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
