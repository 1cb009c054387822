using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.Dialogs.Tests;

public sealed class WaterfallTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly ConcurrentDictionary<StateKey, byte[]> _state = [];
    private int _turns;

    private FakeTurnContext Turn(TimeSpan after = default, string user = "user") => new(From(user), _state, $"turn{++_turns}", Noon + after);

    private static Activity From(string user) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "test",
        Conversation = new ConversationAccount { Id = "conversation" },
        From = new ChannelAccount { Id = user },
    };

    private static WaterfallDialog<Answers> Dialog(int version = 1, params string[] steps) => new(
        "order", version, AnswersJson.Default.Answers, [.. (steps.Length == 0 ? ["size", "color", "confirm"] : steps).Select(name => new Step(name))])
    {
        ForgetWhenIdle = answers => answers with { Color = null },
    };

    private static async Task<WaterfallStepContext<Answers>> Resume(WaterfallDialog<Answers> dialog, FakeTurnContext turn) =>
        (await dialog.ContinueDialogAsync(turn, TestContext.Current.CancellationToken))!;

    private async Task Answered(WaterfallDialog<Answers> dialog, Func<Answers, Answers> change, TimeSpan after = default)
    {
        var context = await Resume(dialog, Turn(after));
        context.Answers = change(context.Answers);
        await context.NextAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Asks_in_order_and_skips_what_is_known()
    {
        var turn = Turn();
        await Dialog().BeginDialog(turn, new Answers { Size = "L" }).NextAsync(TestContext.Current.CancellationToken);
        Assert.Equal("color", turn.Replies.Single().Text);
    }

    [Fact]
    public async Task The_last_step_is_asked_however_often_it_is_answered()
    {
        await Dialog().BeginDialog(Turn(), new Answers { Size = "L", Color = "red" }).NextAsync(TestContext.Current.CancellationToken);
        var turn = Turn();
        await (await Resume(Dialog(), turn)).NextAsync(TestContext.Current.CancellationToken);
        Assert.Equal("confirm", turn.Replies.Single().Text);
    }

    [Fact]
    public async Task Every_question_has_a_revision_of_its_own()
    {
        await Dialog().BeginDialog(Turn(), new Answers()).NextAsync(TestContext.Current.CancellationToken);
        var first = await Resume(Dialog(), Turn());
        await first.RepromptAsync(cancellationToken: TestContext.Current.CancellationToken);
        var second = await Resume(Dialog(), Turn());
        Assert.Equal(first.Instance, second.Instance);
        Assert.Equal(2, second.Revision);
        Assert.Equal(2, second.Asked);
    }

    [Fact]
    public async Task Back_asks_the_step_before_and_keeps_its_answer()
    {
        await Dialog().BeginDialog(Turn(), new Answers()).NextAsync(TestContext.Current.CancellationToken);
        await Answered(Dialog(), answers => answers with { Size = "L" });
        var turn = Turn();
        var context = await Resume(Dialog(), turn);
        await context.BackAsync(TestContext.Current.CancellationToken);
        Assert.Equal("size", turn.Replies.Single().Text);
        Assert.Equal("L", (await Resume(Dialog(), Turn())).Answers.Size);
    }

    [Fact]
    public async Task People_in_one_conversation_have_dialogs_of_their_own()
    {
        await Dialog().BeginDialog(Turn(), new Answers()).NextAsync(TestContext.Current.CancellationToken);
        Assert.Null(await Dialog().ContinueDialogAsync(Turn(user: "other"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_deploy_that_reorders_and_adds_steps_resumes_at_the_open_one()
    {
        await Dialog().BeginDialog(Turn(), new Answers { Size = "L" }).NextAsync(TestContext.Current.CancellationToken);
        var context = await Resume(Dialog(2, "color", "size", "engraving", "confirm"), Turn());
        Assert.Equal(("color", Resumption.Continued, "L"), (context.StepName, context.Resumption, context.Answers.Size));
    }

    [Fact]
    public async Task A_deploy_that_drops_the_open_step_keeps_the_answers_and_says_so()
    {
        await Dialog().BeginDialog(Turn(), new Answers { Size = "L" }).NextAsync(TestContext.Current.CancellationToken);
        var turn = Turn();
        var context = await Resume(Dialog(2, "size", "confirm"), turn);
        Assert.Equal((Resumption.StepsChanged, "L"), (context.Resumption, context.Answers.Size));
        await context.NextAsync(TestContext.Current.CancellationToken);
        Assert.Equal("confirm", turn.Replies.Single().Text);
    }

    [Fact]
    public async Task Answers_that_cannot_be_read_any_more_start_over()
    {
        await Dialog().BeginDialog(Turn(), new Answers { Size = "L" }).NextAsync(TestContext.Current.CancellationToken);
        var (key, state) = _state.Single();
        _state[key] = JsonSerializer.SerializeToUtf8Bytes(
            JsonSerializer.Deserialize(state, DialogJson.Default.DialogState)! with { Answers = JsonSerializer.SerializeToElement(new { size = 7 }) },
                DialogJson.Default.DialogState);
        var turn = Turn();
        var context = await Resume(Dialog(2), turn);
        Assert.Equal(Resumption.StartedOver, context.Resumption);
        await context.NextAsync(TestContext.Current.CancellationToken);
        Assert.Equal("size", turn.Replies.Single().Text);
    }

    [Theory]
    [InlineData(59, Resumption.Continued)]
    [InlineData(60, Resumption.AfterIdle)]
    public async Task After_an_idle_hour_what_may_have_changed_is_forgotten(int minutes, Resumption expected)
    {
        await Dialog().BeginDialog(Turn(), new Answers { Size = "L", Color = "red" }).NextAsync(TestContext.Current.CancellationToken);
        var turn = Turn(TimeSpan.FromMinutes(minutes));
        var context = await Resume(Dialog(), turn);
        Assert.Equal(expected, context.Resumption);
        await context.NextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected == Resumption.AfterIdle ? "color" : "confirm", turn.Replies.Single().Text);
    }

    [Fact]
    public async Task A_closed_question_is_replaced_by_its_record()
    {
        await Dialog().BeginDialog(Turn(), new Answers()).NextAsync(TestContext.Current.CancellationToken);
        var turn = Turn();
        await (await Resume(Dialog(), turn)).NextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("msg:turn1:0", "was size"), (turn.Updates.Single().Id, turn.Updates.Single().Text));
    }

    [Fact]
    public async Task An_ended_dialog_is_gone()
    {
        await Dialog().BeginDialog(Turn(), new Answers()).NextAsync(TestContext.Current.CancellationToken);
        await (await Resume(Dialog(), Turn())).EndDialogAsync(TestContext.Current.CancellationToken);
        Assert.Empty(_state);
    }

    private sealed class Step(string name) : WaterfallStep<Answers>
    {
        public override string Name => name;

        public override bool IsFilled(Answers answers) => name switch { "size" => answers.Size is not null, "color" => answers.Color is not null, _ => false };

        public override Activity Prompt(WaterfallStepContext<Answers> context) => new() { Type = ActivityTypes.Message, Text = name };

        public override Activity Record(WaterfallStepContext<Answers> context) => new() { Type = ActivityTypes.Message, Text = "was " + name };
    }
}

public sealed record Answers
{
    public string? Size { get; init; }

    public string? Color { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Answers))]
internal sealed partial class AnswersJson : JsonSerializerContext;
