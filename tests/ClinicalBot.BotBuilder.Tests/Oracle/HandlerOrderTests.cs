using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;
using Sdk = Microsoft.Bot.Schema;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>Whoever writes a handler as for the SDK is called in the same order here.</summary>
public sealed class HandlerOrderTests
{
    private static readonly IReadOnlyDictionary<string, JsonObject> Activities = new Dictionary<string, JsonObject>(Shapes.All)
    {
        ["message update"] = Of("""{"type":"messageUpdate","text":"numb foot"}"""),
        ["message delete"] = Of("""{"type":"messageDelete"}"""),
        ["person and bot added"] = Of("""{"type":"conversationUpdate","membersAdded":[{"id":"29:nurse-1"},{"id":"28:ward-bot"}]}"""),
        ["only the bot added"] = Of("""{"type":"conversationUpdate","membersAdded":[{"id":"28:ward-bot"}]}"""),
        ["only the bot removed"] = Of("""{"type":"conversationUpdate","membersRemoved":[{"id":"28:ward-bot"}]}"""),
        ["person removed"] = Of("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:nurse-1"}]}"""),
        ["nobody added"] = Of("""{"type":"conversationUpdate","membersAdded":[]}"""),
        ["added and removed"] = Of("""{"type":"conversationUpdate","membersAdded":[{"id":"29:nurse-1"}],"membersRemoved":[{"id":"29:nurse-2"}]}"""),
        ["topic changed"] = Of("""{"type":"conversationUpdate","topicName":"Ward 4"}"""),
        ["installed"] = Of("""{"type":"installationUpdate","action":"add"}"""),
        ["upgraded"] = Of("""{"type":"installationUpdate","action":"add-upgrade"}"""),
        ["removed"] = Of("""{"type":"installationUpdate","action":"remove"}"""),
        ["removed to upgrade"] = Of("""{"type":"installationUpdate","action":"remove-upgrade"}"""),
        ["installation without an action"] = Of("""{"type":"installationUpdate"}"""),
        ["installation with another action"] = Of("""{"type":"installationUpdate","action":"other"}"""),
        ["event"] = Of("""{"type":"event","name":"ring"}"""),
        ["token"] = Of("""{"type":"event","name":"tokens/response"}"""),
        ["invoke of another name"] = Of("""{"type":"invoke","name":"other/thing"}"""),
        ["invoke without a name"] = Of("""{"type":"invoke"}"""),
        ["sign-in"] = Of("""{"type":"invoke","name":"signin/verifyState"}"""),
        ["card action without a value"] = Of("""{"type":"invoke","name":"adaptiveCard/action"}"""),
        ["card action without an action"] = Of("""{"type":"invoke","name":"adaptiveCard/action","value":{}}"""),
        ["card action of another type"] = Of("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Other","verb":"ack"}}}"""),
        ["reaction"] = Of("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}"""),
        ["typing"] = Of("""{"type":"typing"}"""),
        ["end"] = Of("""{"type":"endOfConversation"}"""),
        ["command"] = Of("""{"type":"command","name":"x"}"""),
        ["command result"] = Of("""{"type":"commandResult","name":"x"}"""),
        ["a type nobody knows"] = Of("""{"type":"future"}"""),
        ["a type in another case"] = Of("""{"type":"Message"}"""),
    };

    /// <summary>What differs, and why we keep it: the SDK's order, ours, the reason.</summary>
    private static readonly Dictionary<string, (string Theirs, string Ours, string Reason)> Listed = new()
    {
        ["added and removed"] = (
            "OnConversationUpdateActivityAsync OnMembersAddedAsync", "OnConversationUpdateActivityAsync OnMembersAddedAsync OnMembersRemovedAsync",
                "The SDK forgets who left."),
        ["event"] = ("OnEventActivityAsync OnEventAsync", "OnEventActivityAsync", TokensAreNotHandled),
        ["token"] = ("OnEventActivityAsync OnTokenResponseEventAsync", "OnEventActivityAsync", TokensAreNotHandled),
        ["sign-in"] = ("OnInvokeActivityAsync OnSignInInvokeAsync 501", "OnInvokeActivityAsync 501", TokensAreNotHandled),
        ["invoke-adaptiveCard_action-channel"] = NotHandled,
        ["invoke-adaptiveCard_action-groupChat"] = NotHandled,
        ["invoke-adaptiveCard_action-personal"] = NotHandled,
        ["card action without a value"] = ("OnInvokeActivityAsync 400", "OnInvokeActivityAsync 200", ErrorsAreInTheBody),
        ["card action without an action"] = ("OnInvokeActivityAsync 400", "OnInvokeActivityAsync 200", ErrorsAreInTheBody),
        ["card action of another type"] = (
            "OnInvokeActivityAsync 400", "OnInvokeActivityAsync OnAdaptiveCardInvokeAsync 200", "The verb says what is meant; " + ErrorsAreInTheBody),
        ["reaction"] = ("OnMessageReactionActivityAsync", "OnUnrecognizedActivityTypeAsync", NoBotHandlesIt),
        ["typing"] = ("OnTypingActivityAsync", "OnUnrecognizedActivityTypeAsync", NoBotHandlesIt),
        ["end"] = ("OnEndOfConversationActivityAsync", "OnUnrecognizedActivityTypeAsync", NoBotHandlesIt),
        ["command"] = ("OnCommandActivityAsync", "OnUnrecognizedActivityTypeAsync", NoBotHandlesIt),
        ["command result"] = ("OnCommandResultActivityAsync", "OnUnrecognizedActivityTypeAsync", NoBotHandlesIt),
    };

    private const string TokensAreNotHandled = "People do not sign in to a bot of ours, so there is no method for it.";
    private const string NoBotHandlesIt = "No bot of ours handles the type: one method takes whatever has none of its own.";
    private const string ErrorsAreInTheBody = "clients read the status in the body, and only with HTTP 200.";

    private static (string Theirs, string Ours, string Reason) NotHandled =>
        ("OnInvokeActivityAsync OnAdaptiveCardInvokeAsync 501", "OnInvokeActivityAsync OnAdaptiveCardInvokeAsync 200", ErrorsAreInTheBody);

    public static TheoryData<string> Names => [.. Activities.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Methods_are_called_in_the_order_of_the_sdk(string name)
    {
        var body = Encoding.UTF8.GetBytes(Activities[name].ToJsonString());
        var ours = new OurHandler();
        var turn = new FakeTurnContext(Assert.IsType<ActivityParseResult.Parsed>(ActivityParser.Parse(body)).Activity);
        await ours.OnTurnAsync(turn, TestContext.Current.CancellationToken);

        var theirs = new SdkHandler();
        var channel = new SdkChannel();
        await theirs.OnTurnAsync(
            new TurnContext(channel, JsonConvert.DeserializeObject<Sdk.Activity>(Encoding.UTF8.GetString(body))), TestContext.Current.CancellationToken);

        var (theirOrder, ourOrder) = (string.Join(' ', theirs.Calls) + Answer(channel.Status),
            string.Join(' ', ours.Calls) + Answer(turn.InvokeResponse?.Status));
        var (expectedTheirs, expectedOurs) = Listed.TryGetValue(name, out var listed) ? (listed.Theirs, listed.Ours) : (theirOrder, theirOrder);
        Assert.Equal((expectedTheirs, expectedOurs), (theirOrder, ourOrder));
    }

    private static string Answer(int? status) => status is null ? "" : $" {status}";

    private static JsonObject Of(string json)
    {
        var activity = Shapes.All["emulator-message-personal"].DeepClone().AsObject();
        activity.Remove("text");
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
        {
            activity[name] = value?.DeepClone();
        }

        activity["from"]!["id"] = "29:nurse-1";
        return activity;
    }
}
