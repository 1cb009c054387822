using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Stories;

/// <summary>Writes docs/protocol.md from what the program really receives, answers and sends.</summary>
internal sealed class ProtocolPage(Ward ward)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _page = new();
    private int _shown;

    public static async Task<string> WriteAsync()
    {
        await using var ward = await Ward.OpenAsync();
        var page = new ProtocolPage(ward);
        await page.WriteAllAsync();
        return page._page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private async Task WriteAllAsync()
    {
        Say("""
            <!-- Generated from the running program. Do not edit. To write it anew:
                 WRITE_PROTOCOL=1 dotnet run --project tests/ClinicalBot.Stories -- -class "*ProtocolTests" -->

            # What goes over the wire

            One trace per scope, as the Bot Connector speaks (Activity schema, Bot Connector REST v3). A channel posts activities to
            `/api/messages`; the bot calls the channel back at the activity's `serviceUrl`, shown as `https://connector.example`. Cards are
            shortened to their `speak`.

            What holds for all: the request is answered when the turn is committed, before anything is sent. The same activity again is answered
            the same and changes nothing. Text and card never share an activity; a card has a `summary`. Ids are texts and need not be GUIDs.
            A message that takes over a second gets a `typing` sign, which is never repeated.

            ## Personal
            """);
        var personal = Person("29:nurse", "a:chat", "personal");
        Say("The app is installed. `conversationUpdate` and `installationUpdate` come in either order and again on a reload: one welcome.");
        await PostAsync(personal with { Type = ActivityTypes.InstallationUpdate, Action = "add", Id = "1" });
        await PostAsync(personal with { Type = ActivityTypes.ConversationUpdate, Id = "2",
            MembersAdded = [new() { Id = "29:nurse" }, new() { Id = "28:bot" }] });
        Say("Typed text. The reply names the message it answers.");
        await PostAsync(personal with { Text = "triage", Id = "3" });
        Say("""
            A button (Action.Submit) is a message with a `value` and no `text`; inputs are merged into it as strings. `for`, `dialog`, `step` and
            `rev` say whose question it answers and which one: a card that is old or was another person's changes nothing. The answered question is
            replaced by its record, in place; the next one is a new message.
            """);
        await PostAsync(personal with { Id = "4", ReplyToId = LastId(), Value = Button("3 h ago") });
        Say("## Invoke");
        Say("""
            The same button as Action.Execute: `adaptiveCard/action`. The HTTP status is 200; the body says whether a card replaces the one
            pressed (`application/vnd.microsoft.card.adaptive`), a text is shown (`application/vnd.microsoft.activity.message`) or it failed
            (`application/vnd.microsoft.error`). What follows arrives as a message, as with a Submit. Clients repeat invokes under new ids: a
            revision that is over shows the open question and changes nothing.
            """);
        var pressed = Invoke(Button("All normal"));
        await PostAsync(personal with { Type = ActivityTypes.Invoke, Name = "adaptiveCard/action", Id = "5", Value = pressed });
        await PostAsync(personal with { Type = ActivityTypes.Invoke, Name = "adaptiveCard/action", Id = "6", Value = pressed });
        Say("A verb nobody has, and an invoke without what it is about (400). One that nobody handles is answered 501.");
        await PostAsync(personal with { Type = ActivityTypes.Invoke, Name = "adaptiveCard/action", Id = "7",
            Value = Json(new { action = new { type = "Action.Execute", verb = "no/such" } }) });
        await PostAsync(personal with { Type = ActivityTypes.Invoke, Name = "task/fetch", Id = "8", Value = Json(new { }) });
        Say("## Expected replies");
        Say("With `deliveryMode` `expectReplies` the replies are the answer of the request, and the channel is not called.");
        await PostAsync(Person("29:guest", "a:other", "personal") with { Text = "help", Id = "9", DeliveryMode = DeliveryModes.ExpectReplies });
        Say("## Group chat");
        Say("One welcome for the group when the bot joins it. Messages mention the bot; the mention is not part of what was said.");
        var group = Person("29:nurse", "19:night@thread.v2", "groupChat");
        await PostAsync(group with { Type = ActivityTypes.ConversationUpdate, Id = "10", MembersAdded = [new() { Id = "28:bot" }] });
        await PostAsync(group with { Text = "<at>Bot</at> triage", Id = "11", Entities = Mention() });
        Say("Another person presses the nurse's button.");
        await PostAsync(Person("29:resident", "19:night@thread.v2", "groupChat") with { Id = "12", Value = Button("3 h ago") });
        Say("## Channel");
        Say("""
            The conversation id names the thread, and the answer stays in it. Everybody there reads along: the question goes to the person's own chat, and
            the channel is told that it goes on one to one.
            """);
        var inChannel = Person("29:clerk", "19:ward@thread.tacv2;messageid=17", "channel");
        await PostAsync(inChannel with { Text = "<at>Bot</at> triage", Id = "13", Entities = Mention() });
        Say("""
            The button there opens a dialog (task module) that only the person pressing sees: `task/fetch`, with the button's data, is answered with the open
            question of that person's own triage.
            """);
        var form = new Card(ward.Channel.Arrivals.Last(arrival => arrival.Conversation.StartsWith("19:ward", StringComparison.Ordinal)).Activity)
            .Button("Open the form");
        await PostAsync(inChannel with { Type = ActivityTypes.Invoke, Name = TaskModuleRequest.FetchName, Id = "14",
            Value = Json(new { data = form, context = new { theme = "dark" } }) });
        Say("A button in the dialog is `task/submit`: the answer is what the dialog shows next. The same question stands in the person's own chat.");
        var asked = new Card(ward.Channel.Arrivals.Last(arrival => arrival.Conversation == "chat-aad-clerk" && arrival.Method == "POST").Activity);
        await PostAsync(inChannel with { Type = ActivityTypes.Invoke, Name = TaskModuleRequest.SubmitName, Id = "15",
            Value = Json(new { data = asked.Button("3 h ago") }) });
        Say("""
            ## Speaking first

            To a person, the bot creates the chat (`POST /v3/conversations` with `bot`, one member by Entra object id, `tenantId` and
            `channelData.tenant`), keeps the id it gets, and sends into it; 403 there means that the app is not installed for that person. To a
            channel, the same call with `isGroup`, `channelData.channel` and the message as `activity` starts a thread.
            """);
    }

    private static Activity Person(string id, string conversation, string type) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "msteams",
        Timestamp = new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.Zero),
        LocalTimezone = "America/New_York",
        From = new ChannelAccount { Id = id, AadObjectId = "aad-" + id[3..] },
        Recipient = new ChannelAccount { Id = "28:bot", Name = "Bot" },
        Conversation = new ConversationAccount { Id = conversation, ConversationType = type, IsGroup = type == "personal" ? null : true, TenantId = "t-9" },
    };

    private static List<Entity> Mention() => JsonSerializer.Deserialize(
        """[{ "type": "mention", "mentioned": { "id": "28:bot", "name": "Bot" }, "text": "<at>Bot</at>" }]""", StoryJson.Default.ListEntity)!;

    private static JsonElement Json(object value) => JsonSerializer.SerializeToElement(value);

    private static JsonElement Invoke(JsonElement data) =>
        Json(new { action = new { type = "Action.Execute", verb = data.GetProperty("verb").GetString(), data } });

    private string? LastId() => ward.Channel.Arrivals[^1].Id;

    private JsonElement Button(string title) =>
        new Card(ward.Channel.Arrivals.Last(arrival => arrival.Method == "POST").Activity).Button(title);

    private async Task PostAsync(Activity activity)
    {
        activity = activity with { ServiceUrl = ward.Channel.ServiceUrl };
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.Activity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await ward.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        await ward.WhenSentAsync();
        var answer = await response.Content.ReadAsStringAsync();
        Show("POST /api/messages", await content.ReadAsStringAsync());
        Show($"answered {(int)response.StatusCode}", answer);
        // Two conversations do not wait for each other.
        foreach (var arrival in ward.Channel.Arrivals.Skip(_shown).OrderBy(arrival => arrival.Conversation, StringComparer.Ordinal))
        {
            var reply = arrival is { Method: "POST", Activity.ReplyToId: { } id } ? "/" + id : arrival.Method == "PUT" ? "/" + arrival.Id : "";
            Show(
                $"then {arrival.Method} /v3/conversations/{arrival.Conversation}/activities{reply}",
                JsonSerializer.Serialize(arrival.Activity, ProtocolJson.Default.Activity));
        }

        _shown = ward.Channel.Arrivals.Count;
    }

    private void Say(string text) => _page.AppendLine(text).AppendLine();

    private void Show(string what, string json)
    {
        _page.Append('`').Append(what).AppendLine("`").AppendLine();
        if (json.Length > 0)
        {
            var shown = Shorten(JsonNode.Parse(json))!.ToJsonString(Indented)
                .Replace(ward.Channel.ServiceUrl, "https://connector.example", StringComparison.Ordinal);
            _page.AppendLine("```json").AppendLine(shown).AppendLine("```").AppendLine();
        }
    }

    /// <summary>A card is only its speech here: how it looks is not the wire's matter.</summary>
    private static JsonNode? Shorten(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject card when card["type"]?.GetValueKind() == JsonValueKind.String && (string?)card["type"] == "AdaptiveCard":
                return new JsonObject { ["type"] = "AdaptiveCard", ["version"] = card["version"]?.DeepClone(), ["speak"] = card["speak"]?.DeepClone(),
                    ["body"] = "..." };
            case JsonObject parent:
                return new JsonObject(parent.Select(child => KeyValuePair.Create(child.Key, Shorten(child.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(Shorten)]);
            default:
                return node?.DeepClone();
        }
    }
}
