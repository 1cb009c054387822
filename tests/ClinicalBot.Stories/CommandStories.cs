using ClinicalBot.Conversations.Bot.Commands;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Stories.Escalation;

namespace ClinicalBot.Stories;

/// <summary>A command is a command anywhere, also while a question is open.</summary>
public sealed class CommandStories
{
    [Fact]
    public async Task Commands_within_a_triage_are_answered_and_leave_the_question_open()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        await night.Nurse.Says("3 h ago");
        (await night.Nurse.Says("who is on call?")).ShouldSay("On call: ").ShouldSay("Dr. Drew");
        (await night.Nurse.Says("handover")).ShouldSay("There is no open case.");
        (await night.Nurse.Says("case ZZ-999")).ShouldSay("There is no case ZZ-999.");
        (await night.Nurse.Says("note wife is on her way")).ShouldSay("Notes are not kept here");
        (await night.Nurse.Says("note moved to the hall")).ShouldSay("Notes are not kept here");
        (await night.Nurse.Says("slr able, motor normal")).ShouldSay("What does the patient feel?");
    }

    /// <summary>A command that no class takes is answered like these: as if it were about a triage, and none is open.</summary>
    [Fact]
    public async Task Only_commands_about_a_triage_need_one()
    {
        await using var night = await Night.FallsAsync();
        var ofTriage = new List<Command>();
        foreach (var row in CommandRow.All.Where(row => row.Alone.Any()))
        {
            if ((await night.Nurse.Says(row.Alone.First())).Text.Contains(Text.NothingOpenTitle, StringComparison.Ordinal))
            {
                ofTriage.Add(row.Command);
            }

            await night.Nurse.Says("cancel");
        }

        Assert.Equal(
            [
                Command.Cancel, Command.Back, Command.Why, Command.Change, Command.TakeBack, Command.Continue, Command.WrongPatient, Command.Close,
                Command.Void,
            ],
            ofTriage);
    }

    [Fact]
    public async Task No_red_flag_hides_behind_a_note()
    {
        await using var night = await Night.FallsAsync();
        (await night.Nurse.Says("note: saddle numbness")).ShouldDecide("Emergency");
    }

    [Fact]
    public async Task A_note_too_long_to_be_read_says_so()
    {
        await using var night = await Night.FallsAsync();
        (await night.Nurse.Says("note " + string.Concat(Enumerable.Repeat("all well ", 700)) + "saddle numbness")).ShouldSay(Text.TooLong);
    }

    [Fact]
    public async Task What_is_not_understood_is_answered_in_one_line_and_the_card_above_still_answers()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        var motor = await night.Nurse.Says("3 h ago");
        var line = await night.Nurse.Says("flurb");
        line.ShouldSay("That was not understood, so nothing was recorded. Can the patient move the leg?").ShouldNotSay("All normal");
        (await night.Nurse.Taps(motor, "All normal")).ShouldSay("What does the patient feel?");
    }

    [Fact]
    public async Task Motor_is_picked_row_by_row_on_one_card_and_the_rest_can_be_normal()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        var motor = await night.Nurse.Says("5 h ago");
        await night.Nurse.TapsInPlace(motor, "Ankle dorsiflexion (L5): weak");
        motor = night.Nurse.Latest;
        motor.ShouldSay("\u25CF weak").ShouldSay("Do not wait for the rest").ShouldSay("Rest normal");
        (await night.Nurse.Taps(motor, "Rest normal")).ShouldSay("What does the patient feel?").ShouldSay("Emergency already");
        (await night.Nurse.Says("why")).ShouldSay("(S06");
    }

    [Fact]
    public async Task What_was_not_picked_is_asked_for_once_and_then_stays_not_given()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.Says("triage");
        var motor = await night.Nurse.Says("3 h ago");
        await night.Nurse.TapsInPlace(motor, "Straight-leg raise: able");
        await night.Nurse.TapsInPlace(night.Nurse.Latest, "Continue");
        night.Nurse.Latest.ShouldSay("Still open: Hip flexion");
        (await night.Nurse.Taps(night.Nurse.Latest, "Continue")).ShouldSay("What does the patient feel?");
    }

    [Fact]
    public async Task A_handover_tells_every_exam_one_to_one_and_none_in_a_channel()
    {
        await using var night = await Night.FallsAsync();
        await night.TriageAsync("5 h ago");
        await night.Ward.SettleAsync();
        (await night.Nurse.Says("handover")).ShouldSay("Handover: open cases").ShouldSay("Numbness 4 hours or more")
            .ShouldSay("5 h 0 min after the block: heel able, motor normal, numbness present, red flags none.");
        night.Drew.Latest.ShouldSay("Exams over time").ShouldSay("4 h mark").ShouldSay("24 h mark");
        night.LatestPost.ShouldNotSay("Exams over time");
        await night.Noor.SendAsync(night.InChannel(night.Noor) with { Text = "handover" });
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldSay("Handover: open cases").ShouldNotSay("heel able");
    }

    [Fact]
    public async Task A_message_of_somebody_is_read_in_a_dialog_and_nothing_is_recorded_until_it_is_sent()
    {
        await using var night = await Night.FallsAsync();
        var shown = await night.Nurse.InvokeAsync("composeExtension/fetchTask", new
        {
            commandId = "triageMessage",
            messagePayload = new { body = new { contentType = "html", content = "<p>pt&nbsp;has <b>saddle numbness</b>, slr able</p>" } },
        });
        var dialog = shown.GetProperty("task").GetProperty("value");
        new Card(dialog.GetProperty("card").GetProperty("content")).ShouldSay("Saddle numbness: yes").ShouldSay("Straight-leg raise: able")
            .ShouldSay("Nothing is recorded yet.");
        Assert.Empty(night.Nurse.Cards);
        Assert.Empty(night.Posts);
    }
}
