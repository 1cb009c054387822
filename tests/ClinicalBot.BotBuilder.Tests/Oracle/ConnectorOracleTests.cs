using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Sdk = Microsoft.Bot.Schema;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>What our client asks a connector is what the SDK's asks: method, address, headers that matter, body.</summary>
public sealed class ConnectorOracleTests
{
    private const string Members = """[{"id":"29:a"}]""";
    private const string Page = """{"members":[{"id":"29:a"}],"continuationToken":"t"}""";

    private static readonly string[] Addresses = ["http://127.0.0.1:41500/amer", "http://127.0.0.1:41500/amer/", "http://127.0.0.1:41500"];

    private static readonly string[] Conversations =
        ["a:chat-7", "19:ward@thread.tacv2;messageid=1760000000001", "a b/c?d#e", "\u00e9\ud83e\uddb5", "%2F", "1+1=2&c"];

    public static TheoryData<string, string> Places =>
        [.. Addresses.SelectMany(address => Conversations.Select(conversation => (address, conversation)))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Requests_are_those_of_the_sdk(string address, string conversation)
    {
        var (activity, theirs) = Message(address, conversation);
        var reference = activity.GetConversationReference();

        await SameAsync(address, "{}", us => us.SendToConversationAsync(activity, Stop), them => them.SendToConversationAsync(conversation, theirs, Stop));
        await SameAsync(address, "{}", us => us.ReplyToActivityAsync(activity, Stop), them =>
            them.ReplyToActivityAsync(conversation, theirs.ReplyToId, theirs, Stop));
        await SameAsync(address, "{}", us => us.UpdateActivityAsync(activity, Stop), them => them.UpdateActivityAsync(conversation, theirs.Id, theirs, Stop));
        await SameAsync(address, "", us => us.DeleteActivityAsync(reference, "a/1", Stop), them => them.DeleteActivityAsync(conversation, "a/1", Stop));
        await SameAsync(address, Members, us => us.GetConversationMembersAsync(reference, Stop), them => them.GetConversationMembersAsync(conversation, Stop));
        await SameAsync(address, Page, us => us.GetConversationPagedMembersAsync(reference, cancellationToken: Stop), them =>
            them.GetConversationPagedMembersAsync(conversation, cancellationToken: Stop));
        await SameAsync(
            address, Page, us => us.GetConversationPagedMembersAsync(reference, 2, "next page&1", Stop), them =>
                them.GetConversationPagedMembersAsync(conversation, 2, "next page&1", Stop));
    }

    [Fact]
    public async Task Conversation_is_created_as_the_sdk_creates_it()
    {
        var bot = new Sdk.ChannelAccount("28:ward-bot", "Ward Bot");
        var incoming = Message("http://127.0.0.1:41500/amer", "a:chat-7").Ours with { Recipient = new ChannelAccount { Id = bot.Id, Name = bot.Name } };
        await SameAsync(
            Addresses[0],
            "{}",
            us => us.CreateConversationAsync(Addresses[0], ProactiveTarget.PersonOf(incoming, "o-1").Parameters, Stop),
            them => them.CreateConversationAsync(
                new Sdk.ConversationParameters
                {
                    Bot = bot,
                    IsGroup = false,
                    Members = [new Sdk.ChannelAccount("o-1") { AadObjectId = "o-1" }],
                    TenantId = "t-9",
                    ChannelData = new { tenant = new { id = "t-9" } },
                },
                Stop));
        var (thread, theirs) = Message(Addresses[0], "19:ward@thread.tacv2");
        await SameAsync(
            Addresses[0],
            "{}",
            us => us.CreateConversationAsync(Addresses[0], ProactiveTarget.ThreadOf(incoming, "19:ward@thread.tacv2")
                .Parameters with { Activity = thread }, Stop),
            them => them.CreateConversationAsync(
                new Sdk.ConversationParameters
                {
                    Bot = bot,
                    IsGroup = true,
                    TenantId = "t-9",
                    Activity = theirs,
                    ChannelData = new { tenant = new { id = "t-9" }, channel = new { id = "19:ward@thread.tacv2" } },
                },
                Stop));
    }

    /// <summary>The same message as both write it, with a card and what neither names.</summary>
    private static (Activity Ours, Sdk.Activity Theirs) Message(string address, string conversation)
    {
        var body = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "a;1",
            ["timestamp"] = "2026-03-02T07:15:30.125Z",
            ["localTimestamp"] = "2026-03-02T08:15:30.1+01:00",
            ["channelId"] = "msteams",
            ["serviceUrl"] = address,
            ["from"] = new JsonObject { ["id"] = "28:ward-bot", ["name"] = "Ward Bot" },
            ["recipient"] = new JsonObject { ["id"] = "29:nurse-1", ["future"] = 1 },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["isGroup"] = true, ["conversationType"] = "channel", ["tenantId"] = "t-9" },
            ["replyToId"] = "m 1",
            ["summary"] = "Emergency: \u00e9\ud83e\uddb5 <b>",
            ["attachmentLayout"] = "list",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = Attachment.AdaptiveCard,
                ["content"] = JsonNode.Parse(
                    """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Block at 09:00","wrap":true,"size":null}],"n":2}"""),
            }),
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>N</at>",
                ["mentioned"] = new JsonObject { ["id"] = "29:nurse-1" } }),
            ["channelData"] = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true }, ["tenant"] = new JsonObject { ["id"] = "t-9" } },
            ["importance"] = "high",
            ["future"] = new JsonObject { ["deep"] = new JsonArray(1, 2) },
        }.ToJsonString();
        return (
            Assert.IsType<ActivityParseResult.Parsed>(ActivityParser.Parse(Encoding.UTF8.GetBytes(body))).Activity,
            JsonConvert.DeserializeObject<Sdk.Activity>(body)!);
    }

    private static async Task SameAsync(
        string address, string answer, Func<BotFramework.IConnectorClient, Task> ours, Func<IConversations, Task> theirs)
    {
        using var ourTap = new Wiretap(answer);
        using var theirTap = new Wiretap(answer);
        var services = new ServiceCollection();
        services.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly()).AddHttpMessageHandler(() => ourTap);
        await using var provider = services.BuildServiceProvider();
        await ours(provider.GetRequiredService<BotFramework.IConnectorClient>());
        using var http = new HttpClient(theirTap);
        using var sdk = new Microsoft.Bot.Connector.ConnectorClient(new Uri(address), MicrosoftAppCredentials.Empty, http);
        await theirs(sdk.Conversations);

        var (us, them) = (ourTap.Last!, theirTap.Last!);
        Assert.Equal((them.Method, them.Address, them.Headers), (us.Method, us.Address, us.Headers));
        Assert.Empty(Difference.Between(us.Body, them.Body));
    }
}
