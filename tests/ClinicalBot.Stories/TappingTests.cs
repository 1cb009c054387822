namespace ClinicalBot.Stories;

public sealed class TappingTests
{
    private static readonly (string, string)[] AllNormal =
    [
        ("straightLegRaise", "able"), ("motor.hipFlexion", "normal"), ("motor.kneeExtension", "normal"), ("motor.ankleDorsiflexion", "normal"),
        ("motor.anklePlantarflexion", "normal"), ("motor.toes", "normal"),
    ];

    private static readonly (string, string)[] WithinArea =
    [
        ("numbness", "present"), ("distribution", "withinBlockArea"), ("radicularSymptoms", "no"), ("reflexes.knee", "normal"), ("reflexes.ankle", "normal"),
    ];

    private static readonly (string, string)[] NoFlags =
    [
        ("redFlags.progressiveMotorWeakness", "no"), ("redFlags.saddleAnesthesia", "no"), ("redFlags.bowelBladderDysfunction", "no"),
        ("redFlags.bilateralSymptoms", "no"),
    ];

    [Fact]
    public async Task Tapping_through_ends_expected()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var welcome = await nurse.Says("hello");
        var time = await nurse.Taps(welcome, "Start triage");
        time.ShouldSay("When was the last local-anesthetic injection?").ShouldSay("For clinicians.");
        var motor = await nurse.Taps(time, "Use this date and time", ("date", "2026-11-22"), ("time", "08:00"));
        motor.ShouldSay("Block 08:00 today").ShouldSay("3 h 0 min ago");
        var sensation = await nurse.Taps(motor, "Continue", AllNormal);
        var flags = await nurse.Taps(sensation, "Continue", WithinArea);
        var context = await nurse.Taps(flags, "Continue", NoFlags);
        var review = await nurse.Taps(context, "Skip");
        review.ShouldSay("Straight-leg raise: able");
        var decision = await nurse.Taps(review, "Yes, decide");
        decision.ShouldDecide("Expected").ShouldNotSay("emergency").ShouldNotSay("cleared").ShouldSay("12:00 today");
    }

    [Fact]
    public async Task A_red_flag_on_the_card_is_answered_at_once_and_the_exam_can_go_on()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var time = await nurse.Taps(await nurse.Says("hello"), "Start triage");
        var motor = await nurse.Taps(time, "Use this date and time", ("date", "2026-11-22"), ("time", "08:00"));
        var sensation = await nurse.Taps(motor, "Continue", AllNormal);
        var flags = await nurse.Taps(sensation, "Continue", WithinArea);
        var answer = await nurse.Taps(flags, "Continue", [.. NoFlags[..1], ("redFlags.saddleAnesthesia", "yes"), .. NoFlags[2..]]);
        answer.ShouldDecide("Emergency").ShouldSay("MRI").ShouldSay("555-0102");
        var context = await nurse.Taps(answer, "Continue exam");
        context.ShouldSay("Emergency already. Do not wait for the rest, call now");
    }

    [Fact]
    public async Task A_card_answered_before_never_answers_another_step()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var time = await nurse.Taps(await nurse.Says("hello"), "Start triage");
        var motor = await nurse.Taps(time, "Use this date and time", ("date", "2026-11-22"), ("time", "08:00"));
        var again = await nurse.Taps(time, "Use this date and time", ("date", "2026-11-22"), ("time", "10:00"));
        again.ShouldSay("already answered or is out of date").ShouldSay("08:00 today").ShouldSay("Can the patient move the leg?");
        Assert.Equal(motor.Button("Continue").GetProperty("step").GetString(), again.Button("Continue").GetProperty("step").GetString());
    }

    [Fact]
    public async Task A_restart_goes_on_where_it_was()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var time = await nurse.Taps(await nurse.Says("hello"), "Start triage");
        var motor = await nurse.Taps(time, "Use this date and time", ("date", "2026-11-22"), ("time", "08:00"));
        await ward.RestartAsync();
        (await nurse.Taps(motor, "Continue", AllNormal)).ShouldSay("What does the patient feel?");
    }

    [Fact]
    public async Task A_wrong_input_is_explained_beside_it_and_what_was_typed_is_kept()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await nurse.Says("numb leg, block 3 h ago");
        await nurse.Says("slr able, motor normal");
        await nurse.Says("block area, reflexes normal, no shooting pain");
        var context = await nurse.Says("none");
        var again = await nurse.Taps(context, "Continue", ("context.agent", "mepivacaine"), ("context.concentrationPercent", "two"));
        again.ShouldSay("Nothing was recorded").ShouldSay("Enter a number from 0 to 100").ShouldHold("two").ShouldHold("mepivacaine");
        (await nurse.Taps(again, "Continue", ("context.agent", "mepivacaine"), ("context.concentrationPercent", "2"))).ShouldSay("Agent: mepivacaine");
    }

    [Fact]
    public async Task A_time_in_the_future_is_refused_and_stays_in_the_inputs()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var time = await nurse.Taps(await nurse.Says("hello"), "Start triage");
        var again = await nurse.Taps(time, "Use this date and time", ("date", "2026-11-22"), ("time", "23:15"));
        again.ShouldSay("is in the future").ShouldHold("23:15").ShouldSay("Block time not given yet");
    }
}
