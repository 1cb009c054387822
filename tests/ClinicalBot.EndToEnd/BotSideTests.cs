using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

/// <summary>What the page shows of calls that a bot makes to the connector.</summary>
public sealed class BotSideTests(Chromium chromium)
{
    private static readonly JsonObject Card = new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = "**Bold** <b>not</b> [here](https://example.invalid/)", ["wrap"] = true }),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Execute", ["title"] = "Acknowledge", ["verb"] = "nobody/handlesThis" }),
    };

    [Fact]
    public async Task Updates_deletions_and_typing_are_shown()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        using var bot = await Connector.OpenAsync(ward);

        Assert.Equal(HttpStatusCode.Accepted, (await bot.SendAsync(HttpMethod.Post, "", new JsonObject { ["type"] = "typing" })).Status);
        await Expect(nurse.Page.Locator("#ask .typing")).ToHaveTextAsync("ClinicalBot is typing…");

        var (created, id) = await bot.SendAsync(HttpMethod.Post, "", new JsonObject { ["type"] = "message", ["text"] = "First **version**" });
        Assert.Equal(HttpStatusCode.Created, created);
        await nurse.LastSays("First version");
        await Expect(nurse.Page.Locator("#ask .typing")).ToBeEmptyAsync();

        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Put, id!, new JsonObject { ["type"] = "message", ["text"] = "Second" })).Status);
        await nurse.LastSays("updated");
        await nurse.LastSays("Second");

        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Delete, id!, null)).Status);
        await nurse.LastSays("This message was deleted.");
        Assert.Equal(HttpStatusCode.NotFound, (await bot.SendAsync(HttpMethod.Put, id!, new JsonObject { ["type"] = "message" })).Status);
    }

    [Fact]
    public async Task A_button_that_the_bot_does_not_know_says_so_and_can_be_pressed_again()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        using var bot = await Connector.OpenAsync(ward);
        await bot.SendAsync(HttpMethod.Post, "", new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = Card.DeepClone() }),
        });
        await nurse.LastSays("<b>not</b>");
        await Expect(nurse.Last.Locator("a")).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await nurse.Button("Acknowledge").ClickAsync();
        await nurse.LastSays("That card could not be read.");
        await nurse.Button("Acknowledge").ClickAsync();
        await nurse.LastSays("That card could not be read.");
    }

    [Fact]
    public async Task The_connector_answers_as_a_real_one_does()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        await ward.OpenPageAsync();
        using var bot = await Connector.OpenAsync(ward);
        Assert.Equal(HttpStatusCode.NotFound, (await bot.SendAsync(HttpMethod.Put, "1", new JsonObject { ["type"] = "message" })).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await bot.SendAsync(HttpMethod.Post, "", new JsonObject
        {
            ["type"] = "message",
            ["text"] = new string('x', 200_000),
        })).Status);
        var members = await bot.GetAsync("members");
        Assert.Equal("29:ward-nurse", (string?)members![0]!["id"]);
        Assert.Equal("29:ward-nurse", (string?)(await bot.GetAsync("pagedmembers"))!["members"]![0]!["id"]);
        Assert.Equal(HttpStatusCode.NotFound, await bot.StatusAsync("a:nobody:1"));
    }

    [Fact]
    public async Task A_thread_of_the_channel_begins_with_its_first_message_and_goes_on_below_it()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync();
        using var bot = await Connector.OpenAsync(ward);
        var (created, answer) = await bot.CreateAsync(Thread("19:clinicalbot-local-escalations@thread.tacv2", "Begin"));
        Assert.Equal(HttpStatusCode.Created, created);
        var root = (string)answer!["activityId"]!;
        var thread = (string)answer["id"]!;
        Assert.Equal($"19:clinicalbot-local-escalations@thread.tacv2;messageid={root}", thread);
        await page.Channel.LastSays("Begin");

        Assert.Equal(HttpStatusCode.Created, (await bot.SendAsync(HttpMethod.Post,
            "", new JsonObject { ["type"] = "message", ["text"] = "Go on" }, thread)).Status);
        await page.Channel.LastSays("Go on");
        await bot.CreateAsync(Thread("19:clinicalbot-local-escalations@thread.tacv2", "Another"));
        await page.Channel.LastSays("Another");
        Assert.Equal(2, await page.Page.Locator("#channel .messages > .thread").CountAsync());
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Put, root, new JsonObject { ["type"] = "message", ["text"] = "Begun" },
            thread)).Status);
        await Expect(page.Channel.Answers.First).ToContainTextAsync("Begun");

        Assert.Equal(HttpStatusCode.OK, await bot.StatusAsync(thread));
        Assert.Equal(HttpStatusCode.NotFound, (await bot.CreateAsync(Thread("19:elsewhere@thread.tacv2", "Begin"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await bot.CreateAsync(Thread("19:clinicalbot-local-escalations@thread.tacv2", null))).Status);
    }

    private static JsonObject Thread(string channel, string? text) => new()
    {
        ["isGroup"] = true,
        ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel } },
        ["activity"] = text is null ? null : new JsonObject { ["type"] = "message", ["text"] = text },
    };

    private sealed class Connector : IDisposable
    {
        private readonly HttpClient _http = new();
        private readonly string _root;
        private readonly string _conversation;

        private Connector(string root, string conversation) => (_root, _conversation) = (root, conversation);

        /// <summary>Asks the connector for the chat of the ward nurse, as a bot would.</summary>
        public static async Task<Connector> OpenAsync(Ward ward)
        {
            var root = $"{ward.Bot.Url}/local/connector/v3/conversations";
            using var http = new HttpClient();
            using var created = await http.PostAsJsonAsync(new Uri(root), new { members = new[] { new { id = "29:ward-nurse" } }, isGroup = false });
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
            return new Connector(root, (string)(await created.Content.ReadFromJsonAsync<JsonObject>())!["id"]!);
        }

        public async Task<(HttpStatusCode Status, JsonNode? Answer)> CreateAsync(JsonObject parameters)
        {
            using var response = await _http.PostAsJsonAsync(new Uri(_root), parameters);
            return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonNode>());
        }

        public async Task<(HttpStatusCode Status, string? Id)> SendAsync(HttpMethod method, string activityId, JsonObject? body, string? conversation = null)
        {
            var path = $"{_root}/{Uri.EscapeDataString(conversation ?? _conversation)}/activities{(activityId.Length > 0 ? "/" + activityId : "")}";
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await _http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return (response.StatusCode, response.IsSuccessStatusCode && text.Length > 0 ? (string?)JsonNode.Parse(text)!["id"] : null);
        }

        public async Task<JsonNode?> GetAsync(string what) =>
            JsonNode.Parse(await _http.GetStringAsync(new Uri($"{_root}/{Uri.EscapeDataString(_conversation)}/{what}")));

        public async Task<HttpStatusCode> StatusAsync(string conversation)
        {
            using var response = await _http.GetAsync(new Uri($"{_root}/{Uri.EscapeDataString(conversation)}/members"));
            return response.StatusCode;
        }

        public void Dispose() => _http.Dispose();
    }
}
