using System.Net;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.BotBuilder.Tests.Hosts;

/// <summary>The bot in a host on the SDK, run by CloudAdapter: every promise holds there as in the program.</summary>
public sealed class HostTests
{
    private const string Sample = "ClinicalBot.Sample.Host";
    private const string Chat = "a:chat-7";

    private static readonly string[] Uneventful = ["triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain",
        "none", "skip", "yes"];

    [Fact]
    public async Task A_whole_triage_survives_redeliveries_and_a_kill_and_each_reply_is_shown_once()
    {
        await using var host = await SampleHost.OfAsync(Sample);
        for (var line = 0; line < Uneventful.Length; line++)
        {
            var message = host.Message(Uneventful[line]);
            var both = await Task.WhenAll(host.PostAsync(message), host.PostAsync(message));
            Assert.All(both, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            if (line == 3)
            {
                await host.KillAsync();
                await host.StartAsync();
                Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(message)).Status);
            }

            await host.WaitAsync(Chat, line + 1);
        }

        Assert.Equal(Uneventful.Length, host.Shown(Chat).Count);
        Assert.Contains("Expected", host.Shown(Chat)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emergency_climbs_its_ladder_and_who_comes_has_it()
    {
        await using var host = await SampleHost.OfAsync(Sample);
        // Dr. First has removed the app: the ladder goes on at once.
        host.Channel.Decide = arrival => arrival.Method == "CREATE" && arrival.Conversation.EndsWith("001", StringComparison.Ordinal)
            ? Verdict.Refuse : Verdict.Take;

        Assert.Contains("Emergency", await host.SayAsync("numb leg 3 h after the block, saddle numbness"), StringComparison.Ordinal);

        const string second = "chat-aaaaaaaa-0000-4000-8000-000000000002", nerve = "chat-aaaaaaaa-0000-4000-8000-000000000003";
        await host.WaitAsync(nerve, 1);
        await host.WaitAsync(second, 1);
        Assert.Contains("Emergency", host.Shown(second)[0], StringComparison.Ordinal);

        var press = host.Message("", second) with
        {
            Text = null,
            From = new ChannelAccount { Id = "29:second", Name = "Dr. Second", AadObjectId = "aaaaaaaa-0000-4000-8000-000000000002" },
            Value = Button(host.Shown(second)[0], "case/ack"),
        };
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(press)).Status);
        await host.Channel.WaitForAsync(arrivals => arrivals.Any(arrival =>
            arrival is { Method: "PUT", Conversation: Chat } or { Method: "POST", Conversation: Chat }
                && arrival.Activity.Attachments![0].Content!.Value.GetRawText().Contains("Dr. Second", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Replies_that_are_expected_come_back_through_the_sdk_and_again_on_a_redelivery()
    {
        await using var host = await SampleHost.OfAsync(Sample);
        var message = host.Message("triage") with { DeliveryMode = DeliveryModes.ExpectReplies };

        var (status, first) = await host.PostAsync(message);
        var (_, again) = await host.PostAsync(message);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(first, again);
        var reply = Assert.Single(JsonElement.Parse(first).GetProperty("activities").EnumerateArray());
        Assert.Equal(Attachment.AdaptiveCard, reply.GetProperty("attachments")[0].GetProperty("contentType").GetString());
        Assert.Equal("AdaptiveCard", reply.GetProperty("attachments")[0].GetProperty("content").GetProperty("type").GetString());
        Assert.Empty(host.Channel.Arrivals);
    }

    [Fact]
    public async Task An_invoke_is_answered_through_the_sdk()
    {
        await using var host = await SampleHost.OfAsync(Sample);
        await host.SayAsync("triage");
        var press = host.Message("") with { Type = ActivityTypes.Invoke, Text = null, Name = "adaptiveCard/action",
            Value = JsonElement.Parse("""{"action":{"type":"Action.Execute","verb":"help","data":{}}}""") };

        var (status, body) = await host.PostAsync(press);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(200, JsonElement.Parse(body).GetProperty("statusCode").GetInt32());
        Assert.Equal("AdaptiveCard", JsonElement.Parse(body).GetProperty("value").GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.NotImplemented, (await host.PostAsync(press with { Id = "m-other", Name = "other/thing" })).Status);
    }

    [Fact]
    public async Task Without_an_app_id_it_starts_only_in_development_and_answers_only_this_machine()
    {
        await using var host = await SampleHost.OfAsync(Sample);
        using var http = new HttpClient();
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, host.Endpoint) { Headers = { Host = "bot.example" }, Content = new StringContent("{}") };
        using var answer = await http.SendAsync(elsewhere, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);

        await host.KillAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync("Production"));
        Assert.Contains("MicrosoftAppId is not set", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_activity_for_a_turn_is_not_answered_with_success()
    {
        await using var host = await SampleHost.OfAsync(Sample);

        Assert.Equal(HttpStatusCode.InternalServerError, (await host.PostAsync(host.Message("triage") with { From = null })).Status);
        Assert.Empty(host.Channel.Arrivals);
    }

    private static JsonElement Button(string card, string verb)
    {
        var found = Objects(JsonElement.Parse(card))
            .First(item => item.TryGetProperty("data", out var data) && data.TryGetProperty("verb", out var name) && name.GetString() == verb);
        return found.GetProperty("data");
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Objects(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
