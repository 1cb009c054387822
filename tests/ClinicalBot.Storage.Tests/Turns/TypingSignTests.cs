using ClinicalBot.BotFramework;

namespace ClinicalBot.Storage.Tests;

public sealed class TypingSignTests
{
    [Fact]
    public async Task Answer_that_takes_over_a_second_shows_typing_once_and_stores_nothing_of_it()
    {
        await using var turn = await SlowTurn.StartAsync();
        var answer = turn.PostAsync();
        await turn.Begun;
        turn.Bot.Time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(turn.Bot.Channel.Typing);

        turn.Bot.Time.Advance(TimeSpan.FromMilliseconds(1));
        await WaitAsync(() => turn.Bot.Channel.Typing.Count == 1);
        turn.Bot.Time.Advance(TimeSpan.FromSeconds(30));
        turn.MayEnd.SetResult();
        (await answer).EnsureSuccessStatusCode();
        await turn.Bot.SettleAsync();

        Assert.Equal("conv-1", Assert.Single(turn.Bot.Channel.Typing).Conversation);
        Assert.Equal(["done"], turn.Bot.Texts);
        Assert.Null((await turn.Bot.Store.CheckAsync()).OldestUnsent);
    }

    [Theory]
    [InlineData(ActivityTypes.Message, DeliveryModes.ExpectReplies)]
    [InlineData(ActivityTypes.Invoke, DeliveryModes.Normal)]
    public async Task Nobody_who_waits_for_the_answer_itself_sees_typing(string type, string delivery)
    {
        await using var turn = await SlowTurn.StartAsync();
        var answer = turn.PostAsync(type, delivery);
        await turn.Begun;
        turn.Bot.Time.Advance(TimeSpan.FromSeconds(5));

        // Somebody else who does see it, later: by then a sign for the first one would have come.
        var other = turn.Bot.PostAsync("2", "hello", "conv-2");
        while (turn.Bot.Channel.Typing.All(sign => sign.Conversation != "conv-2"))
        {
            turn.Bot.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }

        turn.MayEnd.SetResult();
        await answer;
        await other;
        Assert.Single(turn.Bot.Channel.Typing);
    }

    [Fact]
    public async Task Fast_answer_shows_none()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.PostAsync("1", "hello");
        await bot.ForwardAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(bot.Channel.Typing);
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    /// <summary>A turn that ends when the test says so.</summary>
    private sealed class SlowTurn : IAsyncDisposable
    {
        private readonly TaskCompletionSource _begun = new();

        public BotHost Bot { get; private set; } = null!;

        public Task Begun => _begun.Task;

        public TaskCompletionSource MayEnd { get; } = new();

        public static async Task<SlowTurn> StartAsync()
        {
            var slow = new SlowTurn();
            slow.Bot = await BotHost.StartAsync(async turn =>
            {
                slow._begun.TrySetResult();
                await slow.MayEnd.Task;
                await turn.SendActivityAsync(new Activity { Text = "done" });
            });
            return slow;
        }

        public Task<HttpResponseMessage> PostAsync(string type = ActivityTypes.Message, string delivery = DeliveryModes.Normal) =>
            Bot.PostAsync(Bot.Message("1", "hello") with { Type = type, DeliveryMode = delivery, Name = type == ActivityTypes.Invoke ? "x" : null });

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }
}
