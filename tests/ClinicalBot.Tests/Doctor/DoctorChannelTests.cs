namespace ClinicalBot.Tests.Doctor;

/// <summary>
/// What doctor says of the channel, and of people on call whom the bot has not met. Each finding is provoked, and what it says to do makes it go
/// away.
/// </summary>
[Collection("doctor")]
public sealed class DoctorChannelTests(Site site) : DoctorTest(site)
{
    [Fact]
    public async Task Somebody_on_call_whom_the_bot_has_not_met_is_noted_until_that_person_says_help()
    {
        const string Jo = "6f1d1a3e-0c1b-4b7e-9a52-000000000003";
        Write(Site.Contacts.Replace(Site.Kim, Jo, StringComparison.Ordinal).Replace("\"Kim\", \"teamsId\": \"29:kim\"", "\"Jo\"", StringComparison.Ordinal));
        var note = await NoteAsync("onCall");
        Assert.StartsWith("Jo (neurology) has no chat with the bot yet", note.Message, StringComparison.Ordinal);
        Assert.StartsWith("Let that person say help to the bot once", note.Fix, StringComparison.Ordinal);

        await using (var bot = await Site.StartBotAsync(Settings["Storage:Path"]))
        {
            await Site.SayHelpAsync(bot, "jo", Jo);
        }

        note = await NoteAsync("onCall");
        Assert.StartsWith("Jo (neurology) has a chat with the bot, but no teamsId", note.Message, StringComparison.Ordinal);
        Assert.StartsWith("Set teamsId to 29:jo in ", note.Fix, StringComparison.Ordinal);

        Write(Site.Contacts.Replace(Site.Kim, Jo, StringComparison.Ordinal)
            .Replace("\"Kim\", \"teamsId\": \"29:kim\"", "\"Jo\", \"teamsId\": \"29:jo\"", StringComparison.Ordinal));
        await FineAsync();
    }

    [Fact]
    public async Task A_channel_that_is_missing_or_no_id_or_unknown_to_the_bot_is_named()
    {
        Settings["Escalation:Channel"] = "";
        Assert.StartsWith("Set Escalation:Channel to its id, or say", (await WrongAsync("escalationChannel")).Fix, StringComparison.Ordinal);

        Settings["Escalation:Channel"] = "https://teams.microsoft.com/l/channel/19%3Aescalations%40thread.tacv2/Escalations";
        var finding = await WrongAsync("settings");
        Assert.StartsWith("Escalation:Channel is no id of a Teams channel", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Set it to what stands in the channel's link", finding.Fix, StringComparison.Ordinal);

        Settings["Escalation:Channel"] = "19:other@thread.tacv2";
        Assert.StartsWith("The bot has never heard from Escalation:Channel", (await WrongAsync("escalationChannel")).Message, StringComparison.Ordinal);

        Settings["Escalation:Channel"] = Site.Channel;
        await FineAsync();
    }

    [Fact]
    public async Task A_channel_chosen_in_chat_counts_and_doctor_reads_beside_the_running_bot()
    {
        Settings["Escalation:Channel"] = "";
        await using (var bot = await Site.StartBotAsync(Settings["Storage:Path"]))
        {
            await Site.SayInChannelAsync(bot, "use this channel for escalations", "19:chosen@thread.tacv2");
            var note = await NoteAsync("database");
            Assert.EndsWith("It was only read.", note.Message, StringComparison.Ordinal);
            Assert.Equal("None when that is the bot. Otherwise: Stop it, or give this one its own file with Storage:Path.", note.Fix);
        }

        var report = await ExamineAsync();
        Assert.True(report.IsFine, report.Text);
        Assert.Contains(report.Findings, finding => finding.Message == "the channel chosen in chat is one the bot has heard from");
    }

    [Fact]
    public async Task A_ladder_that_calls_no_channel_needs_none()
    {
        Settings["Escalation:Channel"] = "";
        foreach (var ladder in new[] { "Urgent", "Emergency" })
        {
            Settings[$"Escalation:{ladder}:Steps:0:To:0"] = "neurology";
            Settings[$"Escalation:{ladder}:Steps:0:Wait"] = "00:10:00";
        }

        await FineAsync();
    }
}
