using System.Net.Http.Headers;
using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Stories;

public sealed class LookingUpTests
{
    [Theory]
    [InlineData("ref dorsiflexion")]
    [InlineData("Reference: dorsiflexion")]
    [InlineData("look up dorsiflexion")]
    [InlineData("lookup foot drop")]
    [InlineData("?dorsiflexion")]
    [InlineData("what does dorsiflexion test?")]
    [InlineData("which root is dorsiflexion")]
    public async Task A_word_is_looked_up(string text)
    {
        await using var ward = await Ward.OpenAsync();
        (await ward.Person("nurse").Says(text))
            .ShouldSay("L5: ankle dorsiflexion").ShouldSay("Source document S30, S31, S07; its reference 4")
            .ShouldSay("The source document is unsigned.").ShouldNotSay("guideline");
    }

    [Fact]
    public async Task A_lookup_leaves_the_open_question_open()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await nurse.Says("triage");
        var motor = await nurse.Says("3 h ago");
        (await nurse.Says("ref slr")).ShouldSay("Straight-leg raise").ShouldSay("Open question: Can the patient move the leg?").ShouldSay("08:00 today");
        (await nurse.Says("ref saddle anesthesia")).ShouldSay("Saddle anesthesia").ShouldSay("Open question: Can the patient move the leg?");
        var sensation = await nurse.Taps(motor, "Continue", ("straightLegRaise", "able"));
        sensation.ShouldNotSay("out of date");
    }

    [Fact]
    public async Task Each_question_says_why_it_is_asked_and_is_asked_again()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        foreach (var (said, question, why) in new[]
                 {
                     ("triage", "When was the last local-anesthetic injection?", "(S11, S34)"),
                     ("3 h ago", "Can the patient move the leg?", "(S07, S30)"),
                     ("slr able, motor normal", "What does the patient feel?", "(S06, S21, S46)"),
                     ("block area, reflexes normal, no shooting pain", "Any of these four red flags?", "(S32)"),
                     ("none", "About the block", "(S14, S15, S17, S18, S20)"),
                     ("skip", "Is this right?", "exactly these answers"),
                 })
        {
            (await nurse.Says(said)).ShouldSay(question).ShouldNotSay(why);
            (await nurse.Says("why?")).ShouldSay(why).ShouldSay(question);
        }

        (await nurse.Says("yes")).ShouldDecide("Expected");
    }

    [Fact]
    public async Task Without_words_the_most_useful_entries_are_shown()
    {
        await using var ward = await Ward.OpenAsync();
        (await ward.Person("nurse").Says("ref")).ShouldSay("Straight-leg raise").ShouldSay("Urgent MRI").ShouldSay("From 4 hours");
    }

    [Fact]
    public async Task What_the_source_document_does_not_cover_is_not_found()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        (await nurse.Says("ref aspirin dose")).ShouldSay("Nothing found").ShouldSay("That says nothing about the patient").ShouldNotSay("0.25");
        (await nurse.Says("what is the best pizza?")).ShouldSay("Not understood");
    }

    [Theory]
    [InlineData("ref pt has saddle numbness and cannot pee", "Emergency")]
    [InlineData("ref patient has saddle anesthesia", "Emergency")]
    [InlineData("ref cant pee", "Emergency")]
    [InlineData("look up loss of bladder control", "Emergency")]
    [InlineData("?can't pee and numb between the legs", "Emergency")]
    [InlineData("what if my leg is numb", "contact your care team now")]
    [InlineData("ref metallic taste and twitching", "call for help now")]
    [InlineData("is foot drop at 5 h urgent?", "Question 1")]
    [InlineData("?foot drop", "Question 1")]
    [InlineData("what is saddle?", "Is the saddle area numb")]
    [InlineData("cauda equina", "Is the saddle area numb")]
    public async Task Findings_red_flags_patients_and_toxicity_come_first(string text, string said)
    {
        await using var ward = await Ward.OpenAsync();
        (await ward.Person("nurse").Says(text)).ShouldSay(said).ShouldNotSay("Quick reference");
    }

    [Fact]
    public async Task A_bare_question_in_a_dialog_is_read_as_an_answer()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        await nurse.Says("triage");
        (await nurse.Says("mepivacaine")).ShouldNotSay("Quick reference").ShouldSay("When was the last local-anesthetic injection?");
    }

    [Fact]
    public async Task Searching_in_the_compose_box_gives_cards_to_pick_from_and_sends_nothing()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var result = await SearchAsync(ward, nurse,
            """{ "parameters": [{ "value": "mepi" }], "queryOptions": { "skip": 0, "count": 25 }, "commandContext": "compose" }""");
        Assert.Equal("result", result.GetProperty("type").GetString());
        Assert.Equal("list", result.GetProperty("attachmentLayout").GetString());
        var first = result.GetProperty("attachments")[0];
        Assert.Equal(Attachment.AdaptiveCard, first.GetProperty("contentType").GetString());
        Assert.Contains("For clinicians", first.GetProperty("content").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("S14", first.GetProperty("content").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, first.GetProperty("content").GetProperty("actions").GetArrayLength());
        Assert.Equal("application/vnd.microsoft.card.thumbnail", first.GetProperty("preview").GetProperty("contentType").GetString());
        Assert.Equal("Concentration", first.GetProperty("preview").GetProperty("content").GetProperty("title").GetString());
        Assert.Empty(ward.Channel.Arrivals);
    }

    [Fact]
    public async Task The_first_search_shows_the_most_useful_and_the_next_page_the_rest()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var first = await SearchAsync(ward, nurse,
            """{ "commandId": "reference", "parameters": [{ "name": "initialRun", "value": "true" }], "queryOptions": { "skip": 0, "count": 2 } }""");
        Assert.Equal(["Straight-leg raise", "Urgent MRI"], Titles(first));
        var next = await SearchAsync(ward, nurse,
            """{ "commandId": "reference", "parameters": [{ "name": "query", "value": "" }], "queryOptions": { "skip": 2, "count": 1 } }""");
        Assert.Equal(["From 4 hours"], Titles(next));
        Assert.Empty(Titles(await SearchAsync(ward, nurse,
            """{ "parameters": [{ "name": "query", "value": "L5" }], "queryOptions": { "skip": 50, "count": -3 } }""")));
    }

    [Fact]
    public async Task The_pages_of_a_search_join_without_a_gap_or_a_repeat()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = ward.Person("nurse");
        var all = Titles(await SearchAsync(ward, nurse, Page("weakness", 0, 25)));
        Assert.True(all.Length > 4);
        var pages = new List<string>();
        for (var skip = 0; Titles(await SearchAsync(ward, nurse, Page("weakness", skip, 2))) is { Length: > 0 } page; skip += 2)
        {
            pages.AddRange(page);
        }

        Assert.Equal(all, pages);

        static string Page(string words, int skip, int count) => JsonSerializer.Serialize(new
        {
            commandId = "reference",
            parameters = new[] { new { name = "query", value = words } },
            queryOptions = new { skip, count },
        });
    }

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("true")]
    public async Task Opening_the_search_asks_for_nothing_and_gets_the_most_useful(string value)
    {
        await using var ward = await Ward.OpenAsync();
        var result = await SearchAsync(ward, ward.Person("nurse"),
            $$"""{ "commandId": "reference", "parameters": [{ "name": "initialRun", "value": {{value}} }] }""");
        Assert.Equal(["Straight-leg raise", "Urgent MRI", "From 4 hours", "From 24 hours"], Titles(result)[..4]);
    }

    [Fact]
    public async Task A_command_the_app_does_not_have_is_refused()
    {
        await using var ward = await Ward.OpenAsync();
        using var response = await PostAsync(ward, ward.Person("nurse"), """{ "commandId": "weather", "parameters": [{ "name": "query", "value": "L5" }] }""");
        Assert.Equal(501, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so()
    {
        await using var ward = await Ward.OpenAsync();
        var result = await SearchAsync(ward, ward.Person("nurse"), """{ "parameters": [{ "name": "query", "value": "pizza" }] }""");
        Assert.Equal("message", result.GetProperty("type").GetString());
        Assert.Contains("says nothing about the patient", result.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("""{ "parameters": "L5" }""")]
    [InlineData("null")]
    public async Task What_is_no_search_is_refused(string value)
    {
        await using var ward = await Ward.OpenAsync();
        using var response = await PostAsync(ward, ward.Person("nurse"), value);
        Assert.Equal(400, (int)response.StatusCode);
    }

    private static string[] Titles(JsonElement result) =>
        [.. result.GetProperty("attachments").EnumerateArray()
            .Select(each => each.GetProperty("preview").GetProperty("content").GetProperty("title").GetString()!)];

    private static async Task<JsonElement> SearchAsync(Ward ward, Person person, string value)
    {
        using var response = await PostAsync(ward, person, value);
        response.EnsureSuccessStatusCode();
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("composeExtension");
    }

    private static async Task<HttpResponseMessage> PostAsync(Ward ward, Person person, string value)
    {
        var invoke = person.Activity(ActivityTypes.Invoke) with { Name = "composeExtension/query", Value = JsonElement.Parse(value) };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(invoke, ProtocolJson.Default.Activity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await ward.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
