using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;
using NodaTime;

namespace ClinicalBot.LocalChannel;

/// <summary>Activities as Teams makes them. What the bot gets from here and from Teams differs in names only.</summary>
/// <param name="Id">Given by this channel.</param>
/// <param name="At">Moment on the care clock.</param>
/// <param name="ServiceUrl">Where this channel's connector is.</param>
/// <param name="Person">Who did it.</param>
/// <param name="Place">Where.</param>
/// <param name="Device">With what.</param>
internal sealed record TeamsActivities(string Id, DateTimeOffset At, string ServiceUrl, Person Person, Place Place, Device Device)
{
    private static readonly string AtBot = $"<at>{Cast.Bot.Name}</at>";

    /// <summary>Something typed. In a channel a bot gets only what mentions it.</summary>
    public Activity Text(string text) => Place is Place.Thread
        ? New(ActivityTypes.Message) with { Text = $"{AtBot} {text}", TextFormat = "plain", Entities = [Mention(), ClientInfo()] }
        : New(ActivityTypes.Message) with { Text = text, TextFormat = "plain" };

    /// <summary>An Action.Submit: a message with a value and no text.</summary>
    public Activity Submit(string cardId, JsonElement data) => New(ActivityTypes.Message) with
    {
        ReplyToId = cardId,
        Value = data,
        ChannelData = ChannelData(("source", new JsonObject { ["name"] = "message" }), ("legacy", new JsonObject { ["replyToId"] = cardId })),
    };

    /// <summary>An Action.Execute.</summary>
    public Activity Execute(string cardId, AdaptiveCardInvokeAction action) => New(ActivityTypes.Invoke) with
    {
        Name = "adaptiveCard/action",
        ReplyToId = cardId,
        Value = JsonSerializer.SerializeToElement(
            new AdaptiveCardInvokeValue { Action = action, Trigger = "manual" }, ProtocolJson.Default.AdaptiveCardInvokeValue),
        ChannelData = ChannelData(("source", new JsonObject { ["name"] = "message" })),
    };

    /// <summary>A button that opens a dialog, or one of the card in it.</summary>
    public Activity Task(bool opens, JsonElement data) => New(ActivityTypes.Invoke) with
    {
        Name = opens ? TaskModuleRequest.FetchName : TaskModuleRequest.SubmitName,
        Value = JsonSerializer.SerializeToElement(new TaskModuleRequest { Data = data }, ProtocolJson.Default.TaskModuleRequest),
    };

    /// <summary>The app was installed.</summary>
    public Activity Installed() => New(ActivityTypes.InstallationUpdate) with
    {
        Action = "add",
        ChannelData = ChannelData(("settings", new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = Place.Conversation(Id).Id } })),
    };

    /// <summary>The chat was opened for the first time.</summary>
    public Activity Opened() => New(ActivityTypes.ConversationUpdate) with
    {
        MembersAdded = [new ChannelAccount { Id = Person.Account.Id, AadObjectId = Person.ObjectId }, new ChannelAccount { Id = Cast.Bot.Id }],
    };

    private JsonElement ChannelData(params IEnumerable<(string Name, JsonNode Value)> more)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Cast.TenantId } };
        if (Place is Place.Thread)
        {
            data["teamsTeamId"] = Team.Id;
            data["teamsChannelId"] = Team.ChannelId;
            data["team"] = new JsonObject { ["id"] = Team.Id };
            data["channel"] = new JsonObject { ["id"] = Team.ChannelId };
        }

        foreach (var (name, value) in more)
        {
            data[name] = value;
        }

        return JsonSerializer.SerializeToElement(data);
    }

    private Activity New(string type) => new()
    {
        Type = type,
        Id = Id,
        Timestamp = At,
        LocalTimestamp = Device.TimeZone is { } zone ? Instant.FromDateTimeOffset(At).InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeOffset() : At,
        LocalTimezone = Device.TimeZone,
        ServiceUrl = ServiceUrl,
        ChannelId = "msteams",
        From = Person.Account,
        Conversation = Place.Conversation(Id),
        Recipient = Cast.Bot,
        Locale = Device.Locale,
        Entities = [ClientInfo()],
        ChannelData = ChannelData(),
    };

    private static Entity Mention() => new()
    {
        Type = "mention",
        Properties = new Dictionary<string, JsonElement>
        {
            ["mentioned"] = JsonSerializer.SerializeToElement(new { id = Cast.Bot.Id, name = Cast.Bot.Name }),
            ["text"] = JsonSerializer.SerializeToElement(AtBot),
        },
    };

    private Entity ClientInfo() => new()
    {
        Type = "clientInfo",
        Properties = new Dictionary<string, JsonElement>
        {
            ["locale"] = JsonSerializer.SerializeToElement(Device.Locale),
            ["platform"] = JsonSerializer.SerializeToElement("Web"),
            ["timezone"] = JsonSerializer.SerializeToElement(Device.TimeZone),
        },
    };
}
