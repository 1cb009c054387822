using System.Text.Json;

namespace ClinicalBot.Stories;

/// <summary>Buttons as Action.Execute: the same verbs, answered in the response.</summary>
public sealed class ExecutingTests
{
    private static readonly (string, string)[] EightOClock = [("date", "2026-11-22"), ("time", "08:00")];

    [Fact]
    public async Task Card_becomes_its_record_and_the_next_question_arrives_as_a_message()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var time = await nurse.Says("triage");
        ShownBy(await nurse.Executes(time, "Use this date and time", EightOClock)).ShouldSay("08:00").ShouldNotSay("Use this date and time");
        Assert.Equal(2, nurse.Cards.Count);
        nurse.Cards[^1].ShouldSay("Can the patient move the leg?");
    }

    [Fact]
    public async Task Retry_under_a_new_id_changes_nothing_and_shows_the_open_question()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var time = await nurse.Says("triage");
        await nurse.Executes(time, "Use this date and time", EightOClock);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            ShownBy(await nurse.Executes(time, "Use this date and time", ("date", "2026-11-22"), ("time", "10:00")))
                .ShouldSay("Can the patient move the leg?").ShouldSay("08:00 today");
        }

        Assert.Equal(2, nurse.Cards.Count);
        var shown = ShownBy(await nurse.Executes(time, "Use this date and time", EightOClock));
        ShownBy(await nurse.Executes(shown, "All normal")).ShouldSay("normal");
        Assert.Equal(3, nurse.Cards.Count);
    }

    [Fact]
    public async Task Starting_twice_starts_once()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var welcome = await nurse.Says("hello");
        Assert.Equal("application/vnd.microsoft.activity.message", (await nurse.Executes(welcome, "Start triage")).GetProperty("type").GetString());
        ShownBy(await nurse.Executes(welcome, "Start triage")).ShouldSay("When was the last local-anesthetic injection?");
        Assert.Equal(2, nurse.Cards.Count);
    }

    [Fact]
    public async Task Red_flag_is_answered_by_a_decision_as_a_message()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await nurse.Says("triage");
        await nurse.Says("3 h ago");
        await nurse.Says("slr able, motor normal");
        var flags = await nurse.Says("block area, reflexes normal, no shooting pain");
        var answer = await nurse.Executes(
            flags,
            "Continue",
            ("redFlags.progressiveMotorWeakness", "no"), ("redFlags.saddleAnesthesia", "yes"), ("redFlags.bowelBladderDysfunction", "no"),
                ("redFlags.bilateralSymptoms", "no"));
        Assert.Equal("application/vnd.microsoft.activity.message", answer.GetProperty("type").GetString());
        var decision = nurse.Cards[^1].ShouldDecide("Emergency");

        await nurse.Executes(decision, "Continue exam");
        // A decision is never replaced by a question, whatever is retried.
        Assert.Equal("application/vnd.microsoft.activity.message", (await nurse.Executes(decision, "Continue exam")).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Refresh_shows_and_changes_nothing()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var time = await nurse.Says("triage");
        var data = time.Button("1 h ago");
        var answer = await nurse.InvokeAsync(new { action = new { type = "Action.Execute", verb = "triage/set", data }, trigger = "automatic" });
        ShownBy(answer).ShouldSay("When was the last local-anesthetic injection?");
        Assert.Single(nurse.Cards);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"no/such"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":7}""")]
    [InlineData("7")]
    public async Task What_cannot_be_read_is_an_error_of_the_right_shape(string value)
    {
        await using var ward = await Ward.OpenAsync();
        var answer = await ward.Person("nurse").InvokeAsync(JsonElement.Parse(value));
        Assert.Equal(400, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", answer.GetProperty("type").GetString());
        Assert.Equal("BadRequest", answer.GetProperty("value").GetProperty("code").GetString());
    }

    private static Card ShownBy(JsonElement answer)
    {
        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.card.adaptive", answer.GetProperty("type").GetString());
        return new Card(answer.GetProperty("value"));
    }
}
