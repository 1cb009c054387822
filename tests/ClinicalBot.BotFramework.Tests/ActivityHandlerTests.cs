using System.Text.Json;
using ClinicalBot.Testing;

namespace ClinicalBot.BotFramework.Tests;

public sealed class ActivityHandlerTests
{
    [Theory]
    [InlineData("message", "OnMessage")]
    [InlineData("messageUpdate", "OnMessageUpdate")]
    [InlineData("messageDelete", "OnMessageDelete")]
    [InlineData("event", "OnEvent")]
    [InlineData("typing", "OnUnrecognized")]
    [InlineData("Message", "OnUnrecognized")]
    public async Task Each_type_has_its_method(string type, string method) =>
        Assert.Equal([method], (await RunAsync(new Activity { Type = type })).Calls);

    [Fact]
    public async Task Event_of_the_bots_own_has_a_method_that_no_other_reaches()
    {
        var bot = new RecordingBot();
        await bot.OnTurnAsync(new FakeTurnContext(new Activity { Type = ActivityTypes.Event, Name = "ring" }, isInternal: true),
            TestContext.Current.CancellationToken);
        await bot.OnTurnAsync(new FakeTurnContext(new Activity { Type = ActivityTypes.Event, Name = "ring" }), TestContext.Current.CancellationToken);
        Assert.Equal(["OnInternalEvent", "OnEvent"], bot.Calls);
    }

    [Fact]
    public async Task Members_come_and_go()
    {
        ChannelAccount[] one = [new() { Id = "a" }];
        var update = new Activity { Type = ActivityTypes.ConversationUpdate };

        Assert.Equal(["OnMembersAdded a"], (await RunAsync(update with { MembersAdded = one })).Calls);
        Assert.Equal(["OnMembersRemoved a"], (await RunAsync(update with { MembersRemoved = one })).Calls);
        Assert.Equal(
            ["OnMembersAdded a", "OnMembersRemoved a"], (await RunAsync(update with { MembersAdded = one, MembersRemoved = one })).Calls);
        Assert.Empty((await RunAsync(update with { MembersAdded = [] })).Calls);
        Assert.Empty((await RunAsync(update with { MembersAdded = one, MembersRemoved = one, Recipient = one[0] })).Calls);
        Assert.Empty((await RunAsync(update)).Calls);
    }

    [Theory]
    [InlineData("add", "OnInstallationUpdateAdd")]
    [InlineData("add-upgrade", "OnInstallationUpdateAdd")]
    [InlineData("remove", "OnInstallationUpdateRemove")]
    [InlineData("remove-upgrade", "OnInstallationUpdateRemove")]
    [InlineData("other", null)]
    [InlineData(null, null)]
    public async Task Installations_come_and_go(string? action, string? method) =>
        Assert.Equal(
            method is null ? [] : [method],
            (await RunAsync(new Activity { Type = ActivityTypes.InstallationUpdate, Action = action })).Calls);

    [Fact]
    public async Task A_card_action_is_answered_with_what_its_method_says()
    {
        var bot = await RunAsync(Fixtures.Read(Fixtures.Invoke));

        Assert.Equal(["OnAdaptiveCardInvoke ack 2"], bot.Calls);
        Assert.Equal(200, bot.Response?.Status);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Done."}""", bot.Response?.Body?.GetRawText());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"action":"ack"}""")]
    [InlineData("""{"action":{"verb":1}}""")]
    public async Task A_card_action_without_an_action_is_an_error_for_the_client(string value)
    {
        var invoke = Fixtures.Read(Fixtures.Invoke) with { Value = JsonElement.Parse(value) };

        var bot = await RunAsync(invoke);

        Assert.Empty(bot.Calls);
        Assert.Equal(200, bot.Response?.Status);
        Assert.Equal(400, bot.Response?.Body?.GetProperty("statusCode").GetInt32());
        Assert.Equal("BadRequest", bot.Response?.Body?.GetProperty("value").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_invoke_nobody_handles_is_501()
    {
        var bot = await RunAsync(new Activity { Type = ActivityTypes.Invoke, Name = "other/thing" });

        Assert.Equal(501, bot.Response?.Status);
        Assert.Equal("NotImplemented", bot.Response?.Body?.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("message")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("event")]
    [InlineData("typing")]
    public async Task A_bot_that_overrides_nothing_does_nothing(string type)
    {
        ChannelAccount[] one = [new() { Id = "a" }];
        var turn = new FakeTurnContext(new Activity { Type = type, Action = "add", MembersAdded = one, MembersRemoved = one });

        await new SilentBot().OnTurnAsync(turn, TestContext.Current.CancellationToken);

        Assert.Null(turn.InvokeResponse);
    }

    [Fact]
    public async Task A_bot_that_overrides_nothing_says_that_it_knows_no_card_actions()
    {
        var turn = new FakeTurnContext(Fixtures.Read(Fixtures.Invoke));

        await new SilentBot().OnTurnAsync(turn, TestContext.Current.CancellationToken);

        Assert.Equal(501, turn.InvokeResponse?.Body?.GetProperty("statusCode").GetInt32());
    }

    private static async Task<RecordingBot> RunAsync(Activity activity)
    {
        var bot = new RecordingBot();
        var turn = new FakeTurnContext(activity);
        await bot.OnTurnAsync(turn, TestContext.Current.CancellationToken);
        bot.Response = turn.InvokeResponse;
        return bot;
    }

    private sealed class SilentBot : ActivityHandler;

    private sealed class RecordingBot : ActivityHandler
    {
        public List<string> Calls { get; } = [];

        public InvokeResponse? Response { get; set; }

        protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Called("OnMessage");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Called("OnMessageUpdate");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Called("OnMessageDelete");

        protected override Task OnMembersAddedAsync(
            IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
            Called($"OnMembersAdded {membersAdded.Single().Id}");

        protected override Task OnMembersRemovedAsync(
            IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) =>
            Called($"OnMembersRemoved {membersRemoved.Single().Id}");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Called("OnInstallationUpdateAdd");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Called("OnInstallationUpdateRemove");

        protected override Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("OnEvent");

        protected override Task OnInternalEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Called("OnInternalEvent");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Called("OnUnrecognized");

        protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            await Called($"OnAdaptiveCardInvoke {invokeValue.Action?.Verb} {invokeValue.Action?.Data?.GetProperty("revision")}");
            return AdaptiveCardInvokeResponse.Message("Done.");
        }

        private Task Called(string method)
        {
            Calls.Add(method);
            return Task.CompletedTask;
        }
    }
}
