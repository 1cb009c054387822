using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Phrases;
using ClinicalBot.Stories.Escalation;

namespace ClinicalBot.Stories;

/// <summary>A triage that is begun in a channel: what is found stays with the person who asks.</summary>
public sealed class ChannelStories
{
    private const string WardChannel = "19:ward@thread.tacv2";

    /// <summary>On every answer of the quick reference, which tells of no patient.</summary>
    private const string Lookup = "source document";

    /// <summary>What only a finding, a question or a decision says.</summary>
    private static readonly string[] Telling =
        ["saddle", "bladder", "bowel", "both legs", "weak", "heel", "reflex", "dermat", "foot", "straight", "motor", "numbness", "ago", "block time",
            "When was", "Can the patient", "MRI"];

    [Fact]
    public async Task A_message_in_a_channel_is_answered_there_without_a_finding_and_goes_on_one_to_one()
    {
        await using var night = await Night.FallsAsync();
        var nurse = night.Nurse.In(Ward.Thread());
        var answer = await nurse.Mentions("numb leg 3 h after the block, reflexes normal");
        answer.ShouldSay("This goes on one to one").ShouldSay("What is found stays between nurse and me.");
        Assert.Equal("task/fetch", answer.Button("Open the form").GetProperty("msteams").GetProperty("type").GetString());
        night.Nurse.Latest.ShouldSay("Can the patient move the leg?").ShouldSay("3 h 0 min ago");
        await night.Nurse.Says("slr able, motor normal");
        night.Nurse.Latest.ShouldSay("What does the patient feel?");
        ChannelKnowsNothing(night);
    }

    [Fact]
    public async Task A_whole_triage_in_the_dialog_shows_its_decision_there_and_in_the_persons_own_chat()
    {
        await using var night = await Night.FallsAsync();
        var nurse = night.Nurse.In(Ward.Thread());
        var door = await nurse.Mentions("triage");
        var question = await FetchAsync(nurse, door);
        question.ShouldSay("When was the last local-anesthetic injection?");
        question = await SubmitAsync(nurse, question, "3 h ago");
        question.ShouldSay("Can the patient move the leg?");
        question = await SubmitAsync(nurse, question, "All normal");
        question.ShouldSay("What does the patient feel?");
        question = await SubmitAsync(nurse, question, "Continue", ("numbness", "present"), ("distribution", "withinBlockArea"),
            ("radicularSymptoms", "no"), ("reflexes.knee", "normal"), ("reflexes.ankle", "normal"));
        question.ShouldSay("Any of these four red flags?");
        question = await SubmitAsync(nurse, question, "None of the four");
        question = await SubmitAsync(nurse, question, "Skip");
        question.ShouldSay("Is this right?");
        (await SubmitAsync(nurse, question, "Yes, decide")).ShouldDecide("Expected");
        night.Nurse.Latest.ShouldDecide("Expected");
        ChannelKnowsNothing(night);
        Assert.Single(InChannel(night));
    }

    [Fact]
    public async Task A_pick_in_the_dialog_shows_the_same_question_with_what_was_picked()
    {
        await using var night = await Night.FallsAsync();
        var nurse = night.Nurse.In(Ward.Thread());
        var question = await FetchAsync(nurse, await nurse.Mentions("block 3 h ago"));
        var again = await SubmitAsync(nurse, question, "Ankle dorsiflexion (L5): weak");
        again.ShouldSay("Can the patient move the leg?").ShouldSay("● weak");
        again = await SubmitAsync(nurse, again, "Continue");
        again.ShouldSay("Still open").ShouldSay("● weak");
        again = await SubmitAsync(nurse, again, "Continue");
        (await SubmitAsync(nurse, again, "Continue")).ShouldSay("That was not understood").ShouldSay("What does the patient feel?").Button("Back");
        ChannelKnowsNothing(night);
    }

    [Fact]
    public async Task A_red_flag_typed_in_a_channel_calls_people_at_once_and_the_channel_reads_no_finding()
    {
        await using var night = await Night.FallsAsync();
        var answer = await night.Nurse.In(Ward.Thread()).Mentions("numb leg 3 h after block, saddle numbness, cannot lift the heel");
        answer.ShouldSay("Emergency").ShouldSay("Numb leg after a lumbar block.").ShouldSay("asked by nurse. People are called now.").ShouldSay("555");
        night.Nurse.Latest.ShouldDecide("Emergency").ShouldSay("saddle numbness");
        await night.Ward.SettleAsync();
        night.Drew.Latest.ShouldSay("saddle numbness").ShouldSay("nurse asks");
        night.LatestPost.ShouldSay("Emergency");
        ChannelKnowsNothing(night);

        // Nobody comes: the requester is told one to one, although the bot had never met them there before.
        await night.Ward.PassAsync(30);
        Assert.Contains(night.Nurse.Cards, card => card.Text.Contains("phone now", StringComparison.Ordinal));
        ChannelKnowsNothing(night);
    }

    [Fact]
    public async Task The_exam_goes_on_in_the_own_chat_after_the_red_flag_and_thats_wrong_works_there()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.In(Ward.Thread()).Mentions("numb leg 3 h after block, saddle numbness");
        var decision = night.Nurse.Latest;
        (await night.Nurse.Taps(decision, "Continue exam")).ShouldSay("Can the patient move the leg?");
        await night.Nurse.Taps(decision, "That's wrong");
        night.Nurse.Latest.ShouldSay("Taken back");
        ChannelKnowsNothing(night);
    }

    [Fact]
    public async Task Who_presses_the_button_of_another_gets_a_triage_of_their_own()
    {
        await using var night = await Night.FallsAsync();
        var door = await night.Nurse.In(Ward.Thread()).Mentions("numb leg 3 h after block, foot drop");
        var resident = night.Ward.Person("resident").In(Ward.Thread());
        (await FetchAsync(resident, door)).ShouldSay("When was the last local-anesthetic injection?").ShouldNotSay("weak").ShouldNotSay("08:00");
    }

    [Fact]
    public async Task A_triage_with_an_adverse_answer_left_alone_in_a_channel_becomes_a_case_one_to_one()
    {
        await using var night = await Night.FallsAsync();
        await night.Nurse.In(Ward.Thread()).Mentions("numb leg 5 h after block, foot drop");
        await night.Ward.PassAsync(12);
        Assert.Contains(night.Nurse.Cards, card => card.Urgency?.StartsWith("Emergency", StringComparison.Ordinal) is true);
        Assert.NotEmpty(night.Posts);
        ChannelKnowsNothing(night);
    }

    [Fact]
    public async Task Where_the_own_chat_cannot_be_reached_the_case_is_open_all_the_same_and_the_thread_is_told()
    {
        await using var night = await Night.FallsAsync();
        night.Ward.Channel.Decide = arrival => arrival.Method == "CREATE" && arrival.Conversation == "aad-nurse"
            ? Testing.Verdict.Refuse : Testing.Verdict.Take;
        var nurse = night.Nurse.In(Ward.Thread());
        var door = await nurse.Mentions("numb leg 3 h after block, saddle numbness");
        door.ShouldSay("Emergency").ShouldSay("phone");
        await night.Ward.SettleAsync();
        Assert.NotEmpty(night.Drew.Cards);
        (await FetchAsync(nurse, door)).ShouldSay("Can the patient move the leg?");
        ChannelKnowsNothing(night);
    }

    [Fact]
    public async Task What_is_no_patients_is_answered_in_the_channel()
    {
        await using var night = await Night.FallsAsync();
        var nurse = night.Nurse.In(Ward.Thread());
        (await nurse.Mentions("cases")).ShouldSay("There is no open case.");
        (await nurse.Mentions("ref dorsiflexion")).ShouldSay("source document");
        (await nurse.Mentions("good morning everybody")).ShouldSay("triage");
        Assert.Empty(night.Nurse.Cards);
    }

    [Fact]
    public async Task Nothing_of_a_wards_real_messages_stands_in_the_channel()
    {
        await using var night = await Night.FallsAsync();
        var texts = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Conversations", "sample.jsonl"))
            .SelectMany(line => Messages(JsonElement.Parse(line))).Distinct().Take(150).ToList();
        Assert.True(texts.Count > 100);
        foreach (var (text, at) in texts.Select((text, at) => (text, at)))
        {
            await night.Ward.Person($"n{at}").In(Ward.Thread($"{WardChannel};messageid={at}")).Mentions(text);
        }

        var patients = texts.Count - InChannel(night).Count(post => Text(post).Contains("not understood", StringComparison.OrdinalIgnoreCase));
        Assert.True(patients > 75);
        ChannelKnowsNothing(night);
    }

    private static IEnumerable<string> Messages(JsonElement conversation) =>
        conversation.EnumerateObject().SelectMany(property => property.Value.ValueKind switch
    {
        JsonValueKind.Array => property.Value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    });

    private static List<Testing.Arrival> InChannel(Night night) =>
        [.. night.Ward.Channel.Arrivals.Where(arrival => arrival.Conversation.StartsWith(WardChannel, StringComparison.Ordinal))];

    private static string Text(Testing.Arrival arrival) => new Card(arrival.Activity).Text + " " + arrival.Activity.Summary;

    /// <summary>Neither what was sent into the channel nor what was changed there tells what was asked or found.</summary>
    private static void ChannelKnowsNothing(Night night)
    {
        var posts = InChannel(night);
        Assert.NotEmpty(posts);
        foreach (var text in posts.Select(Text).Where(text => !text.Contains(Lookup, StringComparison.Ordinal)))
        {
            Assert.All(Telling, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task<Card> FetchAsync(Person person, Card door) =>
        Shown(await person.InvokeAsync(TaskModuleRequest.FetchName, new { data = door.Button("Open the form"), context = new { theme = "dark" } }));

    private static async Task<Card> SubmitAsync(Person person, Card card, string title, params (string Id, string Value)[] inputs) =>
        Shown(await person.InvokeAsync(TaskModuleRequest.SubmitName, new { data = Person.Inputs(card, title, inputs) }));

    private static Card Shown(JsonElement answer)
    {
        var task = answer.GetProperty("task");
        Assert.Equal("continue", task.GetProperty("type").GetString());
        return new Card(task.GetProperty("value").GetProperty("card").GetProperty("content"));
    }
}
