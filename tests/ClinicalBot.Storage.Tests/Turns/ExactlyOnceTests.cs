using System.Net;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Storage.Contract;
using ClinicalBot.Testing;

namespace ClinicalBot.Storage.Tests;

public sealed class ExactlyOnceTests
{
    [Fact]
    public async Task Activity_delivered_three_times_two_at_once_is_one_turn_with_one_answer()
    {
        await using var bot = await BotHost.StartAsync();

        var answers = (await Task.WhenAll(bot.PostAsync("1", "hello"), bot.PostAsync("1", "hello"))).ToList();
        answers.Add(await bot.PostAsync("1", "hello"));
        await bot.PostAsync("2", "bye");
        await bot.SettleAsync();

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.StatusCode));
        Assert.Equal(["1: hello", "2: bye"], bot.Texts);
    }

    [Fact]
    public async Task Redelivery_after_a_restart_is_one_turn()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.PostAsync("1", "hello");
        await bot.RestartAsync();
        await bot.PostAsync("1", "hello");
        await bot.PostAsync("2", "bye");
        await bot.SettleAsync();

        Assert.Equal(["1: hello", "2: bye"], bot.Texts);
    }

    [Fact]
    public async Task Edit_of_a_message_is_a_turn_of_its_own()
    {
        await using var bot = await BotHost.StartAsync();
        var edit = bot.Message("1", "hello, all") with { Type = ActivityTypes.MessageUpdate };
        await bot.PostAsync("1", "hello");
        await bot.PostAsync(edit);
        await bot.PostAsync(edit);
        await bot.PostAsync(edit with { Timestamp = Work.T0.AddMinutes(1) });
        await bot.SettleAsync();

        Assert.Equal(["1: hello", "2: hello, all", "3: hello, all"], bot.Texts);
    }

    [Fact]
    public async Task Twenty_at_once_into_one_conversation_lose_no_update_and_no_order()
    {
        await using var bot = await BotHost.StartAsync();
        await Task.WhenAll(Enumerable.Range(1, 20).Select(i => bot.PostAsync($"m{i}", "x")));
        await bot.SettleAsync();

        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"{i}: x"), bot.Texts);
    }

    [Fact]
    public async Task Turns_wait_for_their_own_conversation_and_for_no_other()
    {
        var release = new TaskCompletionSource();
        var counting = new CountingBot();
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            if (turn.Activity.Text == "slow")
            {
                await release.Task;
            }

            await counting.OnTurnAsync(turn);
        });

        var slow = bot.PostAsync("1", "slow");
        await bot.PostAsync("1", "quick", "conv-2");
        var next = bot.PostAsync("2", "next");
        Assert.False(slow.IsCompleted || next.IsCompleted);
        release.SetResult();
        await Task.WhenAll(slow, next);
        await bot.SettleAsync();

        Assert.Equal(["1: quick", "1: slow", "2: next"], bot.Texts.Order());
    }

    [Fact]
    public async Task Conflict_between_conversations_runs_the_handler_again()
    {
        var key = new StateKey("count", "shared");
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            var count = await turn.GetStateAsync(key, TestJson.Default.Count) ?? new Count(0);
            await Task.Yield();
            turn.SetState(key, new Count(count.Turns + 1), TestJson.Default.Count);
            await turn.SendActivityAsync(new Activity { Text = $"{count.Turns + 1}" });
        });

        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => bot.PostAsync("1", "x", $"conv-{i}")));
        await bot.SettleAsync();

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], bot.Texts.Order());
    }

    [Fact]
    public async Task Caller_that_hangs_up_does_not_stop_the_turn()
    {
        var began = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            began.SetResult();
            await release.Task;
            await turn.SendActivityAsync(new Activity { Text = "done" });
        });
        using var hangUp = new CancellationTokenSource();
        var post = bot.PostAsync(bot.Message("1", "x"), hangUp.Token);
        await began.Task;
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        release.SetResult();

        await bot.Channel.WaitForAsync(a => a.Count == 1);
    }

    [Fact]
    public async Task Handler_that_fails_leaves_nothing_behind_and_may_be_tried_again()
    {
        var fails = true;
        var counting = new CountingBot();
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            await counting.OnTurnAsync(turn);
            if (fails)
            {
                throw new InvalidOperationException("numb since " + turn.Activity.Text);
            }
        });

        var failed = await bot.PostAsync("1", "yesterday");
        fails = false;
        var retried = await bot.PostAsync("1", "yesterday");
        await bot.SettleAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal("application/problem+json", failed.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("yesterday", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("yesterday", bot.Log.ToString(), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", bot.Log.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, retried.StatusCode);
        Assert.Equal(["1: yesterday"], bot.Texts);
    }

    [Fact]
    public async Task Invoke_is_answered_and_its_duplicate_gets_the_same_answer()
    {
        var runs = 0;
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            turn.InvokeResponse = new InvokeResponse(200, JsonSerializer.SerializeToElement(++runs));
            await turn.SendActivityAsync(new Activity { Text = "ok" });
        });
        var invoke = bot.Message("1", "") with { Type = ActivityTypes.Invoke, Name = "adaptiveCard/action" };

        Assert.Equal("1", await (await bot.PostAsync(invoke)).Content.ReadAsStringAsync());
        Assert.Equal("1", await (await bot.PostAsync(invoke)).Content.ReadAsStringAsync());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Query_without_effects_runs_each_time_and_an_unhandled_invoke_is_501()
    {
        var runs = 0;
        await using var bot = await BotHost.StartAsync(turn =>
        {
            runs++;
            return Task.CompletedTask;
        });
        var invoke = bot.Message("1", "") with { Type = ActivityTypes.Invoke, Name = "composeExtension/query" };

        Assert.Equal(HttpStatusCode.NotImplemented, (await bot.PostAsync(invoke)).StatusCode);
        await bot.PostAsync(invoke);
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Expected_replies_are_in_the_answer_also_of_the_duplicate_and_nowhere_else()
    {
        await using var bot = await BotHost.StartAsync();
        var message = bot.Message("1", "twice") with { DeliveryMode = DeliveryModes.ExpectReplies };

        var first = await (await bot.PostAsync(message)).Content.ReadAsStringAsync();
        var second = await (await bot.PostAsync(message)).Content.ReadAsStringAsync();
        await bot.SettleAsync();

        var replies = JsonSerializer.Deserialize(first, ProtocolJson.Default.ExpectedReplies)!.Activities;
        Assert.Equal(["1: twice", "1: and again"], replies.Select(r => r.Text));
        Assert.Equal(first, second);
        Assert.Empty(bot.Texts);
    }

    [Fact]
    public async Task Store_that_cannot_write_answers_503_and_sends_nothing()
    {
        await using var bot = await BotHost.StartAsync();
        bot.DiskIsFull = true;
        var refused = await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Empty(bot.Texts);
        var ready = await bot.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("cannot be written", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        bot.DiskIsFull = false;
        await bot.PostAsync("1", "hello");
        await bot.SettleAsync();
        Assert.Equal(["1: hello"], bot.Texts);
        Assert.Equal(HttpStatusCode.OK, (await bot.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task Shutdown_lets_a_turn_end_and_its_reply_is_not_lost()
    {
        var began = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var bot = await BotHost.StartAsync(async turn =>
        {
            began.TrySetResult();
            await release.Task;
            await turn.SendActivityAsync(new Activity { Text = turn.Activity.Text });
        });
        var post = bot.PostAsync("1", "last words");
        await began.Task;
        var restart = bot.RestartAsync();
        Assert.False(restart.IsCompleted);
        release.SetResult();

        Assert.Equal(HttpStatusCode.Accepted, (await post).StatusCode);
        await restart;
        await bot.SettleAsync();
        Assert.Equal(["last words"], bot.Texts);
    }

    [Theory]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("not json", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_activity_is_refused_with_a_reason(string body, string type, HttpStatusCode status)
    {
        await using var bot = await BotHost.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);
        var answer = await bot.PostAsync(content);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Body_over_the_limit_is_413_announced_or_not()
    {
        await using var bot = await BotHost.StartAsync();
        using var announced = new ByteArrayContent(new byte[ActivityParser.MaxBodyBytes + 1]);
        using var chunked = new StreamContent(new MemoryStream(new byte[ActivityParser.MaxBodyBytes + 1]));
        foreach (var content in new HttpContent[] { announced, chunked })
        {
            content.Headers.ContentType = new("application/json");
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await bot.PostAsync(content)).StatusCode);
        }
    }
}
