using System.Collections.Concurrent;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.Storage.Tests;

public sealed class SendLimitTests
{
    [Fact]
    public async Task Burst_is_sent_within_the_limits_whole_and_in_order_and_others_do_not_wait()
    {
        await using var bot = await BotHost.StartAsync();
        var attempts = new ConcurrentQueue<(string Conversation, DateTimeOffset At)>();
        bot.Channel.Decide = a =>
        {
            attempts.Enqueue((a.Conversation, bot.Time.GetUtcNow()));
            return Verdict.Take;
        };
        for (var i = 1; i <= 100; i++)
        {
            await bot.PostAsync(Teams(bot, $"{i}", "busy"));
        }

        await bot.PostAsync(Teams(bot, "1", "quiet"));
        await bot.SettleAsync();
        Assert.Equal(7, attempts.Count(a => a.Conversation == "busy"));
        Assert.Equal(1, attempts.Count(a => a.Conversation == "quiet"));

        for (var tick = 0; tick < 400 && attempts.Count < 101; tick++)
        {
            await bot.ForwardAsync(TimeSpan.FromMilliseconds(250));
        }

        var busy = attempts.Where(a => a.Conversation == "busy").Select(a => a.At).ToList();
        Assert.Equal(Enumerable.Range(1, 100).Select(i => $"{i}: hello"), bot.Channel.Arrivals.Where(a => a.Conversation == "busy")
            .Select(a => a.Activity.Text));
        foreach (var (calls, seconds) in new[] { (7, 1), (8, 2), (60, 30) })
        {
            Assert.All(Enumerable.Range(0, busy.Count - calls), i => Assert.True(busy[i + calls] - busy[i] >= TimeSpan.FromSeconds(seconds)));
        }
    }

    [Fact]
    public async Task Retry_after_is_obeyed_up_to_an_hour()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Channel.Decide = _ => Verdict.Throttle(10 * 365 * 24 * 3600);
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        bot.Channel.Decide = _ => Verdict.Take;
        await bot.ForwardAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(bot.Texts);
        await bot.ForwardAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["1: hello"], bot.Texts);
    }

    private static Activity Teams(BotHost bot, string id, string conversation) => bot.Message(id, "hello", conversation) with { ChannelId = "msteams" };
}
