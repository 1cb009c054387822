using System.Text;

namespace ClinicalBot.Tests.Hosting;

/// <summary>Buckets that fill so slowly that no test sees it.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task One_conversation_that_sends_too_much_is_told_when_to_come_back_and_others_are_served()
    {
        await using var bot = await RegisteredBot.StartAsync(("RateLimits:Conversation:Burst", "3"), ("RateLimits:Conversation:PerMinute", "1"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(202, await SayAsync(bot, "loud"));
        }

        using var refused = await bot.SayAsync(bot.ChannelToken, "4", "loud");

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(202, await SayAsync(bot, "quiet"));
    }

    [Fact]
    public async Task One_tenant_that_sends_too_much_is_refused_in_every_conversation_and_others_are_served()
    {
        await using var bot = await RegisteredBot.StartAsync(
            ("RateLimits:Tenant:Burst", "3"),
            ("RateLimits:Tenant:PerMinute", "1"),
            ("AllowedTenants:0", "loud-tenant"),
            ("AllowedTenants:1", "quiet-tenant"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(202, await SayAsync(bot, $"c{i}", "loud-tenant"));
        }

        Assert.Equal(429, await SayAsync(bot, "c4", "LOUD-tenant"));
        Assert.Equal(202, await SayAsync(bot, "c5", "quiet-tenant"));
    }

    [Fact]
    public async Task Keys_of_the_on_call_feed_cannot_be_tried_without_end()
    {
        await using var bot = await RegisteredBot.StartAsync(("RateLimits:Api:Burst", "3"), ("RateLimits:Api:PerMinute", "1"));
        for (var i = 0; i < 4; i++)
        {
            using var tried = await bot.SendAsync(HttpMethod.Get, $"/api/on-call/guess-{i}.ics", authorization: null);
            Assert.Equal(i < 3 ? 404 : 429, (int)tried.StatusCode);
        }
    }

    [Fact]
    public async Task One_persons_chatter_uses_up_nobody_elses_limit()
    {
        await using var bot = await RegisteredBot.StartAsync(
            ("RateLimits:Person:Burst", "2"), ("RateLimits:Person:PerMinute", "1"), ("RateLimits:Tenant:Burst", "4"), ("RateLimits:Tenant:PerMinute", "1"));
        for (var i = 0; i < 20; i++)
        {
            using var chatter = await bot.SayAsync(bot.ChannelToken, $"{i}", $"c{i}");
            Assert.Equal(i < 2 ? 202 : 429, (int)chatter.StatusCode);
        }

        using var other = await bot.SayAsync(bot.ChannelToken, "x", "y", from: "29:other");
        Assert.Equal(202, (int)other.StatusCode);
    }

    [Theory]
    [InlineData("can't pee", null)]
    [InlineData("saddle numbness?", null)]
    [InlineData(null, "case/ack")]
    [InlineData(null, "case/bedside")]
    public async Task What_is_urgent_is_not_what_is_refused(string? text, string? verb)
    {
        await using var bot = await RegisteredBot.StartAsync(("RateLimits:Person:Burst", "1"), ("RateLimits:Person:PerMinute", "1"),
            ("RateLimits:Tenant:Burst", "1"), ("RateLimits:Tenant:PerMinute", "1"));
        Assert.Equal(202, await SayAsync(bot, "c"));
        Assert.Equal(429, await SayAsync(bot, "c"));
        using var urgent = await bot.SayAsync(bot.ChannelToken, "u", "c", text: verb is null ? text : null, verb: verb);
        Assert.Equal(202, (int)urgent.StatusCode);
    }

    [Fact]
    public async Task What_is_refused_before_does_not_count()
    {
        await using var bot = await RegisteredBot.StartAsync(("RateLimits:Conversation:Burst", "1"), ("RateLimits:Conversation:PerMinute", "1"));
        for (var i = 0; i < 3; i++)
        {
            using var forged = await bot.SayAsync(bot.ChannelTokenFor("https://elsewhere.example/"), "1", "c");
            Assert.Equal(401, (int)forged.StatusCode);
        }

        Assert.Equal(202, await SayAsync(bot, "c"));
    }

    [Fact]
    public async Task One_caller_of_the_api_that_asks_too_much_is_refused_and_others_are_served()
    {
        await using var bot = await RegisteredBot.StartAsync(("RateLimits:Api:Burst", "2"), ("RateLimits:Api:PerMinute", "1"));
        Assert.Equal(200, await AssessAsync(bot, "a"));
        Assert.Equal(200, await AssessAsync(bot, "a"));

        Assert.Equal(429, await AssessAsync(bot, "a"));
        Assert.Equal(200, await AssessAsync(bot, "b"));
    }

    private static async Task<int> SayAsync(RegisteredBot bot, string conversation, string tenant = RegisteredBot.Tenant)
    {
        using var response = await bot.SayAsync(bot.ChannelToken, "1", conversation, tenant);
        return (int)response.StatusCode;
    }

    private static async Task<int> AssessAsync(RegisteredBot bot, string caller)
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await bot.SendAsync(HttpMethod.Post, "/api/assessments", bot.ApiToken(claims => claims["azp"] = caller), content);
        return (int)response.StatusCode;
    }
}
