using System.Net.Http.Headers;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories;

/// <summary>Somebody on the ward: in a personal chat with the bot, or in a conversation shared with others.</summary>
public sealed class Person(Ward ward, string name, string? zone, ConversationAccount? shared = null, string? locale = null)
{
    private readonly ConversationAccount _account =
        shared ?? new ConversationAccount { Id = "chat-aad-" + name, ConversationType = "personal", TenantId = Ward.Tenant };


    /// <summary>The entity of a text in which the bot is mentioned.</summary>
    internal static List<Entity>? Mention => JsonSerializer.Deserialize(
        """[{ "type": "mention", "mentioned": { "id": "bot-1", "name": "Bot" }, "text": "<at>Bot</at>" }]""", StoryJson.Default.ListEntity);

    /// <summary>Cards received, oldest first.</summary>
    public IReadOnlyList<Card> Cards =>
    [
        .. ward.Channel.Arrivals.Where(arrival => arrival.Conversation == _account.Id && arrival.Method == "POST")
            .Select(arrival => new Card(arrival.Activity)),
    ];

    /// <summary>The last card received, as it stands now: later versions replaced it in place.</summary>
    public Card Latest => Now(Cards.Count - 1);

    /// <summary>Types a message and gets the one card that answers it.</summary>
    public Task<Card> Says(string text) => PostAsync(Activity() with { Text = text });

    /// <summary>Mentions the bot, as groups and channels demand, and gets the one card that answers.</summary>
    public Task<Card> Mentions(string text) => PostAsync(Activity() with
    {
        Text = $"<at>Bot</at> {text}",
        Entities = Mention,
    });

    /// <summary>The same person in a conversation shared with others.</summary>
    public Person In(ConversationAccount conversation) => new(ward, name, zone, conversation, locale);

    /// <summary>Presses a button as an Action.Execute and gets the answer of the invoke.</summary>
    public async Task<JsonElement> Executes(Card card, string title, params (string Id, string Value)[] inputs)
    {
        var data = Inputs(card, title, inputs);
        return await InvokeAsync(new { action = new { type = "Action.Execute", verb = data["verb"].GetString(), data } });
    }

    /// <summary>Sends an invoke named "adaptiveCard/action" and gets its answer.</summary>
    public Task<JsonElement> InvokeAsync(object value) => InvokeAsync("adaptiveCard/action", value);

    /// <summary>Sends an invoke and gets its answer.</summary>
    public async Task<JsonElement> InvokeAsync(string name, object value)
    {
        using var response = await SendAsync(Activity(ActivityTypes.Invoke) with { Name = name, Value = JsonSerializer.SerializeToElement(value) });
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Presses a button of a card, with what is in its inputs.</summary>
    public Task<Card> Taps(Card card, string title, params (string Id, string Value)[] inputs)
    {
        return PostAsync(Activity() with { Value = JsonSerializer.SerializeToElement(Inputs(card, title, inputs)) });
    }

    /// <summary>A card received, by its number, as it stands now.</summary>
    public Card Now(int number)
    {
        var id = ward.Channel.Arrivals.Where(arrival => arrival.Conversation == _account.Id && arrival.Method == "POST").ElementAt(number).Id;
        return new Card(ward.Channel.Arrivals.Last(arrival => arrival.Id == id && arrival.Method is "POST" or "PUT").Activity);
    }

    /// <summary>Presses a button whose card changes in place: no new card answers.</summary>
    public Task TapsInPlace(Card card, string title) => PostsSilently(Activity() with { Value = card.Button(title) });

    /// <summary>Presses a button that two cards answer: a decision about one case, and the open question of another.</summary>
    public async Task PostsTwo(Card card, string title)
    {
        var before = Cards.Count;
        (await SendAsync(Activity() with { Value = card.Button(title) })).EnsureSuccessStatusCode();
        Assert.Equal(before + 2, Cards.Count);
    }

    /// <summary>Posts an activity that no card answers.</summary>
    public async Task PostsSilently(Activity activity)
    {
        var before = Cards.Count;
        (await SendAsync(activity)).EnsureSuccessStatusCode();
        Assert.Equal(before, Cards.Count);
    }

    /// <summary>Posts any activity and gets the one card that answers it.</summary>
    public async Task<Card> PostAsync(Activity activity)
    {
        var before = Cards.Count;
        (await SendAsync(activity)).EnsureSuccessStatusCode();
        Assert.Equal(before + 1, Cards.Count);
        return Cards[^1];
    }

    /// <summary>An activity of this person, now.</summary>
    public Activity Activity(string type = ActivityTypes.Message) => Say.Message(ward.NextId(), "", ward.Channel.ServiceUrl) with
    {
        Type = type,
        Text = null,
        ChannelId = "msteams",
        Conversation = _account,
        From = new ChannelAccount { Id = name, Name = name, AadObjectId = "aad-" + name },
        Timestamp = ward.Clock.GetUtcNow(),
        LocalTimezone = zone,
        Locale = locale,
    };

    internal async Task<HttpResponseMessage> SendAsync(Activity activity)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.Activity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var response = await ward.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        await ward.WhenSentAsync();
        return response;
    }

    internal static Dictionary<string, JsonElement> Inputs(Card card, string title, (string Id, string Value)[] inputs)
    {
        var data = card.Button(title).EnumerateObject().ToDictionary(property => property.Name, property => property.Value.Clone());
        foreach (var (id, value) in inputs)
        {
            data[id] = JsonSerializer.SerializeToElement(value);
        }

        return data;
    }
}

[System.Text.Json.Serialization.JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[System.Text.Json.Serialization.JsonSerializable(typeof(List<Entity>))]
internal sealed partial class StoryJson : System.Text.Json.Serialization.JsonSerializerContext;
