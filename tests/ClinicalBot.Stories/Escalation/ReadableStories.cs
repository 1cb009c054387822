using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using NodaTime;

namespace ClinicalBot.Stories.Escalation;

/// <summary>What people can read at three in the morning, and that it is true.</summary>
public sealed class ReadableStories
{
    private static readonly (string, string)[] Site =
    [
        ("Escalation:Locations:0", "Ward 3"), ("Escalation:CallBack:Ward 3", "555 0131"),
        ("Content:Owner", "Pain service"), ("Content:Approver", "Dr. Head"), ("Content:Version", "1.0"), ("Content:ReviewDate", "2027-06-01"),
    ];

    [Fact]
    public async Task No_card_has_more_than_ninety_words_before_it_is_opened()
    {
        await using var night = await Night.FallsAsync(null, Site);
        await night.TriageAsync("3 h ago");
        Readable("expected", Content(night, "chat-aad-nurse"));
        await night.TriageAsync("5 h ago");
        Readable("urgent", Content(night, "chat-aad-nurse"));
        Readable("called, urgent", Content(night, "chat-aad-drew"));
        await using var other = await Night.FallsAsync(null, Site);
        await other.EmergencyAsync();
        Readable("emergency", Content(other, "chat-aad-nurse"));
        Readable("called, emergency", Content(other, "chat-aad-drew"));
        Readable("channel", other.Posts[^1].Activity.Attachments![0].Content!.Value);

        static void Readable(string what, JsonElement card)
        {
            var words = WordsOnCards.Of(card);
            Assert.True(words.Count is > 10 and <= WordsOnCards.Most, $"{what}: {words.Count} words: {string.Join(' ', words)}");
        }
    }

    [Fact]
    public async Task Long_names_of_places_people_and_approvers_leave_a_card_readable()
    {
        const string Long = "Professor Maria-Luisa Antonia von Hohenberg-Wittelsbach zu Oldenburg";
        (string, string)[] settings =
        [
            .. Enumerable.Range(0, 4).Select(at => ($"Escalation:Locations:{at}", $"Post-anesthesia care unit, building {at}, second floor, bay {at}")),
            ("Content:Owner", "Pain service"), ("Content:Version", "1.0 of the interventional pain service"), ("Content:ReviewDate", "2027-06-01"),
            ("Content:Approver", $"{Long}, head of the department of anesthesiology"),
        ];
        await using var night = await Night.FallsAsync(
            Night.Everybody.Replace("Dr. Drew", Long, StringComparison.Ordinal).Replace("Dr. Noor", Long, StringComparison.Ordinal), settings);
        var card = await night.EmergencyAsync();
        foreach (var chat in new[] { "chat-aad-nurse", "chat-aad-drew" })
        {
            var words = WordsOnCards.Of(Content(night, chat));
            Assert.True(words.Count is > 10 and <= WordsOnCards.Most, $"{words.Count} words: {string.Join(' ', words)}");
        }

        // Nothing is out of reach: the whole name of a place is on its button.
        await night.Nurse.TapsInPlace(card, "Post-anesthesia care unit, building 3, second floor, bay 3");
        card.ShouldSay("Professor Maria-Luisa Antonia von\u2026");
    }

    [Fact]
    public async Task The_red_flags_are_asked_in_ninety_words()
    {
        await using var night = await Night.FallsAsync(null, Site);
        foreach (var line in new[] { "triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain" })
        {
            await night.Nurse.Says(line);
        }

        var words = WordsOnCards.Of(Content(night, "chat-aad-nurse"));
        Assert.True(words.Count is > 10 and <= WordsOnCards.Most, $"{words.Count} words: {string.Join(' ', words)}");
    }

    [Fact]
    public async Task The_person_called_reads_what_where_who_asks_and_the_number_to_call_back()
    {
        await using var night = await Night.FallsAsync(null, Site);
        await night.Nurse.TapsInPlace(await night.EmergencyAsync(), "Ward 3");
        await night.Ward.SettleAsync();
        var card = night.Drew.Latest.Text;
        string[] order = ["Emergency", "Red flag: saddle numbness.", "Where: Ward 3", "nurse asks. Call back:", "555\u00A00131",
            "Nobody has answered yet.", "Say when you can be at the bedside.", "Coming in 5 min"];
        var places = order.Select(text => card.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        night.LatestPost.ShouldSay("Numb leg after a lumbar block.").ShouldSay("Where: Ward 3").ShouldSay("555\u00A00131").ShouldNotSay("saddle");
    }

    [Fact]
    public async Task Who_cannot_come_has_the_next_called_at_once()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Drew.TapsInPlace(night.Drew.Latest, "Can't come, next please");
        await night.Ward.SettleAsync();
        Assert.Single(night.Erin.Cards).ShouldSay("A person called cannot come. You are called now.");
        night.LatestPost.ShouldSay("drew cannot come").ShouldNotSay("Can't come, next please");
        Assert.Single(night.Drew.Cards);
    }

    [Fact]
    public async Task A_chat_has_one_full_card_of_a_case_and_the_one_before_becomes_a_line()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.Ward.PassAsync(6);
        Assert.True(night.Noor.Cards.Count > 1);
        Assert.Equal($"Case {night.Reference}: see the newest card below.", night.Noor.Now(0).Text);
        night.Noor.Latest.ShouldSay("Coming in 5 min").ShouldSay("Timeline: called 3 times, last 11:06");
        Assert.DoesNotContain("Coming in", new Card(night.Ward.Channel.Arrivals.Last(arrival => arrival.Id == night.Posts[0].Id).Activity).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_opens_in_place_is_sent_as_a_message_where_it_cannot_and_never_an_exam_to_a_channel()
    {
        await using var night = await Night.FallsAsync();
        var decision = await night.EmergencyAsync();
        (await night.Nurse.Taps(decision, "Why and sources")).ShouldSay("S32: ").ShouldSay("droracle.ai");
        var press = night.InChannel(night.Noor) with { Value = decision.Button("Whole exam") };
        await night.Noor.SendAsync(press);
        await night.Ward.SettleAsync();
        night.LatestPost.ShouldNotSay("saddle").ShouldNotSay("Whole exam");
    }

    [Fact]
    public async Task A_card_draws_the_decision_that_was_recorded_and_says_what_the_rules_of_today_would_decide()
    {
        await using var night = await Night.FallsAsync(null, Site);
        var assessment = new Assessment { AssessedAt = night.Ward.Clock.GetUtcNow(), BlockTime = night.Ward.Clock.GetUtcNow().AddHours(-5),
            Numbness = Numbness.Present };
        var today = Exam.Of("exam", new Actor("aad-nurse", "nurse"), assessment, [], TimeSpan.FromMinutes(30));
        var then = today with
        {
            Decision = today.Decision with { Urgency = Urgency.Expected, Ruleset = new RulesetInfo("lumbar-mbb-numbness", "0.9.0", "0") },
            Shown = today.Shown! with { Urgency = Urgency.Expected, Headline = "Expected: as it was said then.",
                Steps = [new Step("old", $"Look again by {DecisionTimes.Write(night.Ward.Clock.GetUtcNow())}.", ["S24"], Basis.Stated)] },
        };
        Draw(then).ShouldDecide("Expected").ShouldSay("As it was said then.").ShouldSay("Look again by 11:00 today.")
            .ShouldSay("The rules have changed since. Today they decide: Urgent. Examine again.");
        Draw(today).ShouldDecide("Urgent").ShouldNotSay("The rules have changed").ShouldSay("Site protocol 1.0, approved by Dr. Head, review 2027-06.");

        Card Draw(Exam exam) => new(night.Ward.Get<DecisionCards>().Draw(
            new TriageAnswers { Reference = "K7-4FX" }, exam, [], night.Ward.Clock.GetUtcNow(), DateTimeZone.Utc, new DecisionFrame(null, null, [])));
    }

    private static JsonElement Content(Night night, string chat) =>
        night.Ward.Channel.Arrivals.Last(arrival => arrival.Conversation == chat && arrival.Method == "POST").Activity.Attachments![0].Content!.Value;
}
