namespace ClinicalBot.Stories;

public sealed class TypingTests
{
    private static readonly string[] Uneventful =
        ["triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes"];

    private static async Task<Card> Say(Person person, params string[] lines)
    {
        Card? last = null;
        foreach (var line in lines)
        {
            last = await person.Says(line);
        }

        return last!;
    }

    [Fact]
    public async Task Typing_through_gets_one_reply_each_and_ends_expected()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse", "America/New_York");
        var decision = await Say(nurse, Uneventful);
        decision.ShouldDecide("Expected").ShouldSay("07:00 today").ShouldNotSay("emergency").ShouldSay("Triage again at once");
        Assert.Equal(Uneventful.Length, nurse.Cards.Count);
    }

    [Fact]
    public async Task Saddle_as_third_line_ends_there_with_urgent_mri()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        (await Say(nurse, "triage", "3 h ago", "saddle")).ShouldDecide("Emergency").ShouldSay("urgent MRI");
    }

    [Fact]
    public async Task A_red_flag_outside_any_dialog_is_answered_first()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var answer = await nurse.Says("pt can't pee and numb between the legs");
        answer.ShouldDecide("Emergency").ShouldSay("That's wrong").ShouldSay("Continue exam");
        (await nurse.Says("continue")).ShouldSay("When was the last local-anesthetic injection?").ShouldSay("Emergency already");
    }

    [Fact]
    public async Task Thats_wrong_takes_the_flag_back_and_asks_it_again()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await Say(nurse, "triage", "3 h ago", "saddle");
        (await nurse.Says("that's wrong")).ShouldSay("Taken back: Saddle numbness").ShouldSay("Can the patient move the leg?")
            .ShouldNotSay("Emergency already");
        (await Say(nurse, "slr able, motor normal", "block area, reflexes normal, no shooting pain")).ShouldSay("Saddle numbness");
    }

    [Fact]
    public async Task One_sentence_answers_several_steps_and_only_the_rest_is_asked()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var first = await nurse.Says("numb leg 5h after block, can't lift heel, on apixaban");
        first.ShouldSay("5 h 0 min ago").ShouldSay("Straight-leg raise: unable").ShouldSay("Can the patient move the leg?")
            .ShouldSay("Do not wait for the rest");
        (await Say(nurse, "motor normal", "whole leg, no shooting pain, reflexes normal", "none")).ShouldSay("Is this right?").ShouldSay("Anticoagulated: yes");
        (await nurse.Says("yes")).ShouldDecide("Emergency").ShouldSay("Epidural hematoma");
    }

    [Fact]
    public async Task A_bare_time_is_confirmed_before_it_counts()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        (await Say(nurse, "triage", "0830")).ShouldSay("Was the last injection at Sun 22 Nov 2026, 08:30 UTC, 2 h 30 min ago?");
        (await nurse.Says("no")).ShouldSay("When was the last local-anesthetic injection?");
        await nurse.Says("since 07:45");
        (await nurse.Says("yes")).ShouldSay("Can the patient move the leg?").ShouldSay("07:45 UTC");
    }

    [Fact]
    public async Task A_time_out_of_range_is_refused_with_the_reason()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        (await Say(nurse, "triage", "40 days ago")).ShouldSay("more than 30 days ago")
            .ShouldSay("Check the date. If it is right, this is past 24 h: follow the emergency pathway");
    }

    [Fact]
    public async Task A_contradiction_keeps_the_worst_value_and_asks()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await Say(nurse, "triage", "3 h ago", "can't lift the heel");
        (await nurse.Says("slr able, motor normal")).ShouldSay("Can the heel be lifted off the bed against gravity?").ShouldSay("worse one counts");
        await nurse.Says("not sure");
        var review = await Say(nurse, "block area, reflexes normal, no shooting pain", "none", "skip");
        review.ShouldSay("Straight-leg raise: unable");
    }

    [Fact]
    public async Task An_unclear_mention_of_a_red_flag_is_asked_and_never_guessed()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        (await Say(nurse, "triage", "3 h ago", "bilateral block")).ShouldSay("Are there symptoms in both legs?");
        (await nurse.Says("yes")).ShouldDecide("Emergency");
    }

    [Fact]
    public async Task What_was_not_understood_is_asked_again()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        (await Say(nurse, "triage", "banana")).ShouldSay("nothing was recorded").ShouldSay("When was the last local-anesthetic injection?");
    }

    [Fact]
    public async Task Back_change_restart_and_cancel_do_what_they_say()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await Say(nurse, "triage", "3 h ago", "slr able, motor normal");
        (await nurse.Says("back")).ShouldSay("Can the patient move the leg?");
        (await nurse.Says("foot drop")).ShouldSay("What does the patient feel?").ShouldSay("Ankle dorsiflexion (L5): weak");
        (await nurse.Says("change time")).ShouldSay("When was the last local-anesthetic injection?");
        (await nurse.Says("2 h ago")).ShouldSay("What does the patient feel?").ShouldSay("2 h 0 min ago");
        (await nurse.Says("cancel")).ShouldSay("Canceled").ShouldSay("What you entered is Urgent");
        (await nurse.Says("back")).ShouldSay("no triage under way");
        (await Say(nurse, "triage", "3 h ago", "restart")).ShouldSay("Block time not given yet");
    }

    [Fact]
    public async Task Patients_and_toxicity_are_sent_elsewhere()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        (await nurse.Says("my leg is numb")).ShouldSay("contact your care team now");
        (await nurse.Says("pt has a metallic taste and is twitching")).ShouldSay("call for help now");
    }

    [Fact]
    public async Task After_an_idle_hour_the_exam_and_flags_are_asked_anew()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await Say(nurse, "triage", "1 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain");
        await ward.PassAsync(60);
        (await nurse.Says("none")).ShouldSay("asked again").ShouldSay("Can the patient move the leg?").ShouldSay("2 h 0 min ago");
    }

    [Fact]
    public async Task An_edited_message_changes_nothing_and_says_how_to_correct()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await Say(nurse, "triage", "3 h ago");
        (await nurse.PostAsync(nurse.Activity(BotFramework.ActivityTypes.MessageUpdate) with { Text = "30 h ago" })).ShouldSay("changes no answer")
            .ShouldSay("3 h 0 min ago");
    }

    [Fact]
    public async Task Wrong_patient_voids_the_case_visibly()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await Say(nurse, "triage", "3 h ago");
        (await nurse.Says("wrong patient")).ShouldSay("Void: wrong patient");
        (await nurse.Says("none")).ShouldSay("Type “triage” to start");
    }

    [Fact]
    public async Task An_answered_question_becomes_a_record_without_buttons()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await Say(nurse, "triage", "3 h ago");
        var update = Assert.Single(ward.Channel.Arrivals, arrival => arrival.Method == "PUT");
        var record = new Card(update.Activity);
        record.ShouldSay("08:00 UTC");
        Assert.False(update.Activity.Attachments![0].Content!.Value.TryGetProperty("actions", out var actions) && actions.GetArrayLength() > 0);
    }
}
