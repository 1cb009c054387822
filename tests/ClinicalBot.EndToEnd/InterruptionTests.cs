using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

public sealed class InterruptionTests(Chromium chromium)
{
    [Fact]
    public async Task A_restart_in_the_middle_loses_nothing()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says("triage", "3 h ago");
        await ward.RestartAsync();
        await Expect(nurse.Connection).ToHaveTextAsync("Connected");
        await nurse.LastSays("Can the patient move the leg?");
        await nurse.Taps("All normal");
        await nurse.LastSays("What does the patient feel?");
    }

    [Fact]
    public async Task What_is_said_while_the_process_is_away_arrives_once_when_it_is_back()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says("triage");
        await ward.Bot.KillAsync();
        await Expect(nurse.Connection).ToHaveTextAsync("Connection lost. Trying again…");
        await nurse.Box.FillAsync("3 h ago");
        await nurse.Box.PressAsync("Enter");
        await Expect(nurse.Page.Locator("#ask .message.mine").Last).ToContainTextAsync("Waiting for the connection…");
        await nurse.Answered(ward.StartAsync);
        await Expect(nurse.Connection).ToHaveTextAsync("Connected");
        await nurse.LastSays("Can the patient move the leg?");
        await Expect(nurse.Page.Locator("#ask .message.mine")).ToHaveCountAsync(2);
        await Expect(nurse.Page.Locator("#ask .message.mine .status").Last).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_reload_shows_the_conversation_again_also_when_its_file_was_cut_off()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Says("triage", "3 h ago");
        await ward.Bot.KillAsync();
        await File.AppendAllTextAsync(ward.Transcript, "{\"entry\":{\"chat\":\"ward-nu", TestContext.Current.CancellationToken);
        await ward.StartAsync();
        await nurse.Page.ReloadAsync();
        await Expect(nurse.Answers).ToHaveCountAsync(3);
        await nurse.Taps("All normal");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ward.Transcript));
        }
    }
}
