using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

/// <summary>Speaking first: to a person, as a new thread, and what happens when that is refused.</summary>
public sealed class ProactiveTests
{
    private const string Registrar = "0aad-registrar";

    [Fact]
    public async Task First_message_creates_the_chat_and_the_next_uses_it_also_after_a_restart()
    {
        await using var bot = await BotHost.StartAsync(turn => turn.SendActivityAsync(Person(turn), new Activity { Text = turn.Activity.Text }));
        await bot.PostAsync(Ask(bot, "1", "first"));
        await bot.SettleAsync();
        await bot.RestartAsync();
        await bot.PostAsync(Ask(bot, "2", "second"));
        await bot.SettleAsync();

        var created = Assert.Single(bot.Channel.Created);
        Assert.Equal(("tenant-1", false, "bot-1"), (created.TenantId, created.IsGroup, created.Bot?.Id));
        Assert.Equal(Registrar, Assert.Single(created.Members!).AadObjectId);
        Assert.Equal("""{"tenant":{"id":"tenant-1"}}""", created.ChannelData.ToString());
        Assert.Null(created.Activity);
        Assert.Equal([("chat-" + Registrar, "first"), ("chat-" + Registrar, "second")], bot.Channel.Arrivals.Select(a => (a.Conversation, a.Activity.Text)));
        Assert.All(bot.Channel.Arrivals, a => Assert.Null(a.Activity.ReplyToId));
    }

    [Fact]
    public async Task Chat_that_may_have_been_created_is_created_again_and_the_message_is_no_repeat()
    {
        await using var bot = await BotHost.StartAsync(turn => turn.SendActivityAsync(Person(turn), new Activity { Text = "call me" }));
        bot.Channel.Decide = a => a.Method == "CREATE" ? Verdict.TakeAndFail : Verdict.Take;
        await bot.PostAsync(Ask(bot, "1"));
        await bot.SettleAsync();
        bot.Channel.Decide = _ => Verdict.Take;
        await bot.ForwardAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(2, bot.Channel.Created.Count);
        Assert.Equal(["call me"], bot.Texts);
    }

    [Fact]
    public async Task Message_that_may_have_arrived_in_the_new_chat_is_sent_again_there_and_marked()
    {
        await using var bot = await BotHost.StartAsync(turn => turn.SendActivityAsync(Person(turn), new Activity { Text = "call me" }));
        bot.Channel.Decide = a => a.Method == "CREATE" ? Verdict.Take : Verdict.TakeAndFail;
        await bot.PostAsync(Ask(bot, "1"));
        await bot.SettleAsync();
        bot.Channel.Decide = _ => Verdict.Take;
        await bot.ForwardAsync(TimeSpan.FromSeconds(5));

        Assert.Single(bot.Channel.Created);
        Assert.Equal(["call me", "(Possible repeat of an earlier message)\n\ncall me"], bot.Texts);
    }

    [Theory]
    [InlineData("CREATE", 403, RefusalReason.NotInstalled)]
    [InlineData("POST", 403, RefusalReason.Forbidden)]
    [InlineData("CREATE", 404, RefusalReason.NotFound)]
    [InlineData("POST", 400, RefusalReason.Other)]
    public async Task Refusal_becomes_one_turn_of_the_conversation_that_asked(string refuses, int status, RefusalReason reason)
    {
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            if (DeliveryOutcome.Read(turn) is { } outcome)
            {
                await turn.SendActivityAsync(new Activity { Text = $"{turn.Activity.Name} {outcome.Status} {outcome.Reason} {outcome.Value}" });
                return;
            }

            var sent = await turn.SendActivityAsync(Person(turn), new Activity { Text = "call me" });
            turn.ReportDelivery(sent.Id, "page/settled", JsonSerializer.SerializeToElement(7));
        });
        bot.Channel.Decide = a => a.Method == refuses && a.Conversation.EndsWith(Registrar, StringComparison.Ordinal)
            ? new Verdict(false, status)
            : Verdict.Take;
        await bot.PostAsync(Ask(bot, "1"));
        await bot.SettleAsync();
        await bot.RestartAsync();
        await bot.SettleAsync();
        await bot.SettleAsync();

        var told = Assert.Single(bot.Channel.Arrivals);
        Assert.Equal(("conv-1", $"page/settled {status} {reason} 7"), (told.Conversation, told.Activity.Text));
    }

    [Fact]
    public async Task Delivery_is_reported_to_who_asked_for_it_and_only_then()
    {
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            if (DeliveryOutcome.Read(turn) is { } outcome)
            {
                await turn.SendActivityAsync(new Activity { Text = $"{outcome.Status} {outcome.IsSent}" });
                return;
            }

            var sent = await turn.SendActivityAsync(Person(turn), new Activity { Text = "call me" });
            turn.ReportDelivery(sent.Id, "page/settled", alsoWhenSent: turn.Activity.Text == "tell me");
        });
        await bot.PostAsync(Ask(bot, "1", "tell me"));
        await bot.PostAsync(Ask(bot, "2", "do not"));
        await bot.SettleAsync();
        await bot.SettleAsync();

        Assert.Equal(["200 True"], bot.Channel.Arrivals.Where(a => a.Conversation == "conv-1").Select(a => a.Activity.Text));
    }

    [Fact]
    public async Task Event_from_outside_never_passes_for_a_report()
    {
        var seen = new List<(bool Internal, bool Read)>();
        await using var bot = await BotHost.StartAsync(turn =>
        {
            seen.Add((turn.IsInternal, DeliveryOutcome.Read(turn) is not null));
            return Task.CompletedTask;
        });
        var forged = Ask(bot, "1") with
        {
            Type = ActivityTypes.Event,
            Name = "page/settled",
            Text = null,
            Value = JsonSerializer.SerializeToElement(new DeliveryOutcome("msg:1:0", 403, RefusalReason.NotInstalled), ProtocolJson.Default.DeliveryOutcome),
        };
        await bot.PostAsync(forged);

        Assert.Equal([(false, false)], seen);
    }

    [Fact]
    public async Task New_thread_is_created_by_its_message_and_updated_by_our_key_from_any_conversation()
    {
        var kept = new StateKey("tenant-1", "card", "page");
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            if (turn.Activity.Text == "page")
            {
                var sent = await turn.SendActivityAsync(ProactiveTarget.ThreadOf(turn.Activity, "on-call"), new Activity { Text = "page 1" });
                turn.SetState(kept, sent, TestJson.Default.ResourceResponse);
                return;
            }

            var page = await turn.GetStateAsync(kept, TestJson.Default.ResourceResponse);
            await turn.UpdateActivityAsync(new Activity { Id = page!.Id, Text = "page 1, acknowledged" });
        });
        await bot.PostAsync(Ask(bot, "1", "page"));
        await bot.SettleAsync();
        await bot.PostAsync(Ask(bot, "2", "acknowledge") with { Conversation = new ConversationAccount { Id = "elsewhere", TenantId = "tenant-1" } });
        await bot.SettleAsync();

        Assert.Equal(
            [("POST", "on-call;messageid=c1", "c1", "page 1"), ("PUT", "on-call;messageid=c1", "c1", "page 1, acknowledged")],
            bot.Channel.Arrivals.Select(a => (a.Method, a.Conversation, a.Id!, a.Activity.Text!)));
    }

    [Fact]
    public async Task Update_waits_in_the_queue_of_its_message_and_holds_nobody_else_up()
    {
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            var sent = await turn.SendActivityAsync(Person(turn), new Activity { Text = "page" });
            await turn.UpdateActivityAsync(new Activity { Id = sent.Id, Text = "page, acknowledged" });
            await turn.SendActivityAsync(new Activity { Text = "paging" });
        });
        bot.Channel.Decide = a => a.Method == "CREATE" ? Verdict.Throttle(30) : Verdict.Take;
        await bot.PostAsync(Ask(bot, "1"));
        await bot.SettleAsync();
        Assert.Equal(["paging"], bot.Texts);

        bot.Channel.Decide = _ => Verdict.Take;
        await bot.ForwardAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["paging", "page", "page, acknowledged"], bot.Texts);
    }

    [Fact]
    public async Task Message_of_another_turn_cannot_be_reported()
    {
        var threw = false;
        await using var bot = await BotHost.StartAsync(turn =>
        {
            threw = Record.Exception(() => turn.ReportDelivery("msg:other:0", "x")) is ArgumentException;
            return Task.CompletedTask;
        });
        await bot.PostAsync(Ask(bot, "1"));
        Assert.True(threw);
    }

    private static ProactiveTarget Person(ITurnContext turn) => ProactiveTarget.PersonOf(turn.Activity, Registrar);

    private static Activity Ask(BotHost bot, string id, string text = "page") => bot.Message(id, text) with
    {
        Conversation = new ConversationAccount { Id = "conv-1", ConversationType = "personal", TenantId = "tenant-1" },
    };
}
