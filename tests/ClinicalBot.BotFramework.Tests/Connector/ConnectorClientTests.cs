using System.Text.Json;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>What goes over the wire, and what does not.</summary>
public sealed class ConnectorClientTests : ConnectorTest
{
    [Fact]
    public async Task Each_call_goes_where_the_protocol_says_with_ids_escaped()
    {
        await using var connector = await FakeConnector.StartAsync(201, """{"id":"1700000000001"}""");
        var activity = Message(connector.Url + "/_connector/", "19:ward@thread;messageid=17") with { Id = "a/b?c#d", ReplyToId = "%2e" };
        var reference = activity.GetConversationReference();

        var sent = await Client.SendToConversationAsync(activity, Stop);
        await Client.ReplyToActivityAsync(activity, Stop);
        await Client.UpdateActivityAsync(activity, Stop);
        await Client.DeleteActivityAsync(reference, "7", Stop);
        await Client.GetConversationMembersAsync(reference, Stop);
        await Client.CreateConversationAsync(connector.Url, new ConversationParameters(), Stop);

        Assert.Equal(new DeliveryResult.Sent("1700000000001"), sent);
        const string Conversation = "/_connector/v3/conversations/19%3Award%40thread%3Bmessageid%3D17";
        Assert.Equal(
            [
                $"POST {Conversation}/activities",
                $"POST {Conversation}/activities/%252e",
                $"PUT {Conversation}/activities/a%2Fb%3Fc%23d",
                $"DELETE {Conversation}/activities/7",
                $"GET {Conversation}/members",
                "POST /v3/conversations",
            ],
            connector.Requests.Select(request => $"{request.Method} {request.Target}"));
    }

    [Fact]
    public async Task A_reply_carries_the_addresses_and_nothing_empty()
    {
        await using var connector = await FakeConnector.StartAsync(201, """{"id":"1"}""");
        var incoming = Fixtures.Read(Fixtures.ChannelMention) with { ServiceUrl = connector.Url };

        await Client.ReplyToActivityAsync(incoming.CreateReply("When was the block?"), Stop);

        var request = Assert.Single(connector.Requests);
        Assert.StartsWith("application/json", request.ContentType, StringComparison.Ordinal);
        var body = JsonDocument.Parse(request.Body).RootElement;
        Assert.Equal(
            ["type", "serviceUrl", "channelId", "from", "conversation", "recipient", "text", "replyToId"],
            body.EnumerateObject().Select(property => property.Name));
        Assert.Equal("28:ward-bot", body.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("29:nurse-1", body.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("m-0417", body.GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task A_created_conversation_is_told_with_its_first_message()
    {
        await using var connector = await FakeConnector.StartAsync(201, """{"id":"c;messageid=5","activityId":"5"}""");

        Assert.Equal(
            new DeliveryResult.Sent("5", "c;messageid=5"),
            await Client.CreateConversationAsync(connector.Url, new ConversationParameters { IsGroup = true }, Stop));
    }

    [Theory]
    [InlineData("http://connector.example/")]
    [InlineData("not a url")]
    [InlineData(null)]
    public async Task Another_machine_is_refused_without_a_request(string? serviceUrl)
    {
        var result = await Client.SendToConversationAsync(Message(serviceUrl!), Stop);

        Assert.Equal(0, Assert.IsType<DeliveryResult.Refused>(result).Status);
        Assert.Null(await Client.GetConversationMembersAsync(
            new ConversationReference { ChannelId = "x", ServiceUrl = serviceUrl!, Conversation = new() { Id = "c" } }, Stop));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_bend_the_path_is_refused_without_a_request(string? id)
    {
        await using var connector = await FakeConnector.StartAsync(201);

        foreach (var result in new[]
        {
            await Client.SendToConversationAsync(Message(connector.Url, id), Stop),
            await Client.ReplyToActivityAsync(Message(connector.Url) with { ReplyToId = id }, Stop),
            await Client.UpdateActivityAsync(Message(connector.Url) with { Id = id }, Stop),
            await Client.DeleteActivityAsync(Message(connector.Url).GetConversationReference(), id!, Stop),
        })
        {
            Assert.Equal(0, Assert.IsType<DeliveryResult.Refused>(result).Status);
        }

        Assert.Empty(connector.Requests);
    }

    [Fact]
    public async Task Members_are_read_with_their_entra_ids()
    {
        await using var connector = await FakeConnector.StartAsync(
            200, """[{"id":"29:a","objectId":"o-1","email":"a@ward.example"},{"id":"29:b","aadObjectId":"o-2","objectId":"no"}]""");

        var members = await Client.GetConversationMembersAsync(Message(connector.Url).GetConversationReference(), Stop);

        Assert.Equal(["o-1", "o-2"], members!.Select(member => member.AadObjectId));
    }

    [Theory]
    [InlineData(404, "[]")]
    [InlineData(500, "[]")]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "[null]")]
    [InlineData(200, """[{"id":"a","objectId":"\ud800"}]""")]
    public async Task Members_that_cannot_be_had_are_null(int status, string body)
    {
        await using var connector = await FakeConnector.StartAsync(status, body);

        Assert.Null(await Client.GetConversationMembersAsync(Message(connector.Url).GetConversationReference(), Stop));
    }

    [Fact]
    public async Task Members_come_by_the_page()
    {
        await using var connector = await FakeConnector.StartAsync(
            200, """{"continuationToken":"next&1","members":[{"id":"29:a","objectId":"o-1"}]}""");
        var reference = Message(connector.Url).GetConversationReference();

        var page = await Client.GetConversationPagedMembersAsync(reference, 2, cancellationToken: Stop);
        await Client.GetConversationPagedMembersAsync(reference, continuationToken: page!.ContinuationToken, cancellationToken: Stop);

        Assert.Equal("o-1", Assert.Single(page.Members).AadObjectId);
        Assert.Equal(
            ["/v3/conversations/c/pagedmembers?pageSize=2", "/v3/conversations/c/pagedmembers?continuationToken=next%261"],
            connector.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"members":[null]}""")]
    [InlineData(200, "[]")]
    public async Task Page_that_cannot_be_had_is_null(int status, string body)
    {
        await using var connector = await FakeConnector.StartAsync(status, body);

        Assert.Null(await Client.GetConversationPagedMembersAsync(Message(connector.Url).GetConversationReference(), cancellationToken: Stop));
    }
}
