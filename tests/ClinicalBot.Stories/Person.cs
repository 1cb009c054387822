using System.Net.Http.Headers;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories;

/// <summary>Somebody on the ward, in a personal chat with the bot.</summary>
public sealed class Person(Ward ward, string name, string? zone)
{
    private readonly string _conversation = "chat-" + name;

    /// <summary>Cards received, oldest first.</summary>
    public IReadOnlyList<Card> Cards =>
    [
        .. ward.Channel.Arrivals.Where(arrival => arrival.Conversation == _conversation && arrival.Method == "POST").Select(arrival => new Card(arrival.Activity)),
    ];

    /// <summary>The last card received, as it stands now: later versions replaced it in place.</summary>
    public Card Latest => Now(Cards.Count - 1);

    /// <summary>Types a message and gets the one card that answers it.</summary>
    public Task<Card> Says(string text) => PostAsync(Activity() with { Text = text });

    /// <summary>Presses a button of a card, with what is in its inputs.</summary>
    public Task<Card> Taps(Card card, string title, params (string Id, string Value)[] inputs)
    {
        var data = card.Button(title).EnumerateObject().ToDictionary(property => property.Name, property => property.Value.Clone());
        foreach (var (id, value) in inputs)
        {
            data[id] = JsonSerializer.SerializeToElement(value);
        }

        return PostAsync(Activity() with { Value = JsonSerializer.SerializeToElement(data) });
    }

    /// <summary>A card received, by its number, as it stands now.</summary>
    public Card Now(int number)
    {
        var id = ward.Channel.Arrivals.Where(arrival => arrival.Conversation == _conversation && arrival.Method == "POST").ElementAt(number).Id;
        return new Card(ward.Channel.Arrivals.Last(arrival => arrival.Id == id && arrival.Method is "POST" or "PUT").Activity);
    }

    /// <summary>Presses a button whose card changes in place: no new card answers.</summary>
    public async Task TapsInPlace(Card card, string title)
    {
        var before = Cards.Count;
        await SendAsync(Activity() with { Value = card.Button(title) });
        Assert.Equal(before, Cards.Count);
    }

    /// <summary>Posts an activity that no card answers.</summary>
    public async Task PostsSilently(Activity activity)
    {
        var before = Cards.Count;
        await SendAsync(activity);
        Assert.Equal(before, Cards.Count);
    }

    /// <summary>Posts any activity and gets the one card that answers it.</summary>
    public async Task<Card> PostAsync(Activity activity)
    {
        var before = Cards.Count;
        await SendAsync(activity);
        Assert.Equal(before + 1, Cards.Count);
        return Cards[^1];
    }

    /// <summary>An activity of this person, now.</summary>
    public Activity Activity(string type = ActivityTypes.Message) => Say.Message(ward.NextId(), "", ward.Channel.ServiceUrl, _conversation) with
    {
        Type = type,
        Text = null,
        ChannelId = "msteams",
        From = new ChannelAccount { Id = name, Name = name, AadObjectId = name },
        Conversation = new ConversationAccount { Id = _conversation, ConversationType = "personal", TenantId = "tenant-1" },
        Timestamp = ward.Clock.GetUtcNow(),
        LocalTimezone = zone,
    };

    internal async Task SendAsync(Activity activity)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.Activity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await ward.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
        await ward.WhenSentAsync();
    }
}
