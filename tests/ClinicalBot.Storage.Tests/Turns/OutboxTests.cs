using System.Net;
using ClinicalBot.BotFramework;
using ClinicalBot.Storage.Contract;
using ClinicalBot.Testing;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Tests;

public sealed class OutboxTests
{
    private const string Mark = "(Possible repeat of an earlier message)\n\n";

    [Fact]
    public async Task Throttled_message_waits_as_told_holds_back_the_next_and_is_no_repeat()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Channel.Decide = _ => Verdict.Throttle(30);
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        bot.Channel.Decide = _ => Verdict.Take;

        // A redelivery or a further message does not make it earlier.
        await bot.PostAsync("1", "hello");
        await bot.PostAsync("2", "bye");
        await bot.ForwardAsync(TimeSpan.FromSeconds(29));
        Assert.Empty(bot.Texts);
        await bot.PostAsync("1", "other", "conv-2");
        await bot.SettleAsync();
        Assert.Equal(["1: other"], bot.Texts);

        await bot.ForwardAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["1: other", "1: hello", "2: bye"], bot.Texts);
    }

    [Fact]
    public async Task Message_that_may_have_arrived_is_sent_again_and_marked()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Channel.Decide = _ => Verdict.TakeAndFail;
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        bot.Channel.Decide = _ => Verdict.Take;
        await bot.ForwardAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["1: hello", Mark + "1: hello"], bot.Texts);
    }

    [Fact]
    public async Task Redelivery_hurries_what_is_unsent_past_our_own_backoff()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Channel.Decide = _ => Verdict.TakeAndFail with { Taken = false };
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        Assert.Empty(bot.Texts);

        bot.Channel.Decide = _ => Verdict.Take;
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        Assert.Equal([Mark + "1: hello"], bot.Texts);
    }

    [Fact]
    public async Task Refused_message_is_skipped_recorded_and_logged_and_its_update_refused_too()
    {
        var keys = new List<string>();
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            var sent = await turn.SendActivityAsync(new Activity { Text = "secret" });
            keys.Add(sent.Id);
            await turn.UpdateActivityAsync(new Activity { Id = sent.Id, Text = "edited" });
            await turn.SendActivityAsync(new Activity { Text = "next" });
        });
        bot.Channel.Decide = a => a.Activity.Text == "secret" ? Verdict.Refuse : Verdict.Take;
        await bot.PostAsync("1", "x");
        await bot.SettleAsync();

        Assert.Equal(["next"], bot.Texts);
        Assert.Equal(403, Assert.IsType<Delivery.Refused>(await bot.Store.FindDeliveryAsync(keys[0])).Status);
        Assert.Contains("will not be delivered: 403", bot.Log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", bot.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_and_delete_name_the_channels_id_of_our_message()
    {
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            var sent = await turn.SendActivityAsync(new Activity { Text = "first" });
            await turn.UpdateActivityAsync(new Activity { Id = sent.Id, Text = "second" });
            await turn.DeleteActivityAsync(sent.Id);
        });
        await bot.PostAsync("1", "x");
        await bot.SettleAsync();

        var id = bot.Channel.Arrivals[0].Id;
        Assert.Equal([("POST", id), ("PUT", id), ("DELETE", id)], bot.Channel.Arrivals.Select(a => (a.Method, a.Id)));
    }

    [Fact]
    public async Task Update_in_a_later_turn_finds_the_message_also_after_a_restart()
    {
        var key = new StateKey("card", "last");
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            if (turn.Activity.Text == "send")
            {
                var sent = await turn.SendActivityAsync(new Activity { Text = "card" });
                turn.SetState(key, sent, TestJson.Default.ResourceResponse);
            }
            else
            {
                var sent = await turn.GetStateAsync(key, TestJson.Default.ResourceResponse);
                await turn.UpdateActivityAsync(new Activity { Id = sent!.Id, Text = "card 2" });
            }
        });
        await bot.PostAsync("1", "send");
        await bot.SettleAsync();
        await bot.RestartAsync();
        await bot.PostAsync("2", "update");
        await bot.SettleAsync();

        Assert.Equal([("POST", "c1"), ("PUT", "c1")], bot.Channel.Arrivals.Select(a => (a.Method, a.Id!)));
    }

    [Fact]
    public async Task Message_nobody_took_for_a_day_is_given_up_and_not_silently()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Channel.Decide = _ => Verdict.Throttle(3600);
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        bot.Time.Advance(TimeSpan.FromMinutes(3));
        var ready = await bot.GetAsync("/health/ready");
        var said = await ready.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("Degraded", said, StringComparison.Ordinal);
        Assert.Contains("unsent for 00:03:00", said, StringComparison.Ordinal);

        await bot.ForwardAsync(TimeSpan.FromHours(25));
        Assert.Contains("gaveUp", bot.Log.ToString(), StringComparison.Ordinal);
        Assert.Contains("Healthy", await (await bot.GetAsync("/health/ready")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timer_rings_once_when_care_time_has_come_and_survives_a_restart()
    {
        var due = TimeSpan.FromHours(4);
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            if (turn.Activity.Type == ActivityTypes.Event)
            {
                await turn.SendActivityAsync(new Activity { Text = $"{turn.Activity.Name} {turn.Now - Work.T0}" });
            }
            else
            {
                turn.Schedule(new("t", "ring", turn.Now + due));
            }
        });
        await bot.PostAsync("1", "x");
        await bot.CareTime.ForwardAsync(due - TimeSpan.FromMinutes(1));
        await bot.RestartAsync();
        await bot.SettleAsync();
        Assert.Empty(bot.Texts);

        await bot.ForwardAsync(TimeSpan.FromMinutes(1));
        await bot.SettleAsync();
        Assert.Equal(["ring 04:00:00"], bot.Texts);
        Assert.Null(bot.Channel.Arrivals[0].Activity.ReplyToId);
    }

    [Fact]
    public async Task Timer_whose_turn_fails_rings_later()
    {
        var fails = true;
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            if (turn.Activity.Type != ActivityTypes.Event)
            {
                turn.Schedule(new("t", "ring", turn.Now));
            }
            else if (fails)
            {
                throw new InvalidOperationException();
            }
            else
            {
                await turn.SendActivityAsync(new Activity { Text = "ring" });
            }
        });
        await bot.PostAsync("1", "x");
        await bot.SettleAsync();
        fails = false;
        await bot.SettleAsync();
        Assert.Empty(bot.Texts);

        await bot.ForwardAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(["ring"], bot.Texts);
    }
}
