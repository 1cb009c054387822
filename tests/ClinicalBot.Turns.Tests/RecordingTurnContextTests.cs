using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Turns.Tests;

public sealed partial class RecordingTurnContextTests : ITurnSession
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly StateKey Key = new(null, "dialog", "a");

    private static readonly Activity Incoming = new()
    {
        Type = ActivityTypes.Message,
        Id = "in-1",
        ChannelId = "test",
        ServiceUrl = "http://localhost:1",
        Conversation = new ConversationAccount { Id = "conv" },
        From = new ChannelAccount { Id = "person" },
        Recipient = new ChannelAccount { Id = "bot" },
    };

    private int _reads;

    [Fact]
    public async Task What_was_only_found_is_not_relied_on_until_it_is_written_or_read()
    {
        var query = new StateQuery("row") { Limit = 2 };
        var shows = Turn();
        Assert.Equal(9, (await shows.FindStateAsync(query, Json.Default.Row)).Total);
        Assert.Empty(shows.ToCommit(Now).Reads);

        var writes = Turn();
        await writes.FindStateAsync(query, Json.Default.Row);
        writes.SetState(new StateKey(null, "row", "2"), new Row("mine"), Json.Default.Row);
        Assert.Equal([new StateRead(new StateKey(null, "row", "2"), 12)], writes.ToCommit(Now).Reads);
        Assert.Equal("mine", Assert.Single(writes.ToCommit(Now).Writes).Columns?.Reference);

        var reads = Turn();
        await reads.FindStateAsync(query, Json.Default.Row);
        await reads.GetStateAsync(new StateKey(null, "row", "1"), Json.Default.Row);
        Assert.Equal([new StateRead(new StateKey(null, "row", "1"), 11)], reads.ToCommit(Now).Reads);
        Assert.Equal(0, _reads);
    }

    [Fact]
    public async Task State_is_read_once_and_then_as_the_turn_has_set_it()
    {
        var turn = Turn();
        Assert.Equal("stored", (await turn.GetStateAsync(Key, Json.Default.Note))?.Text);
        Assert.Equal("stored", (await turn.GetStateAsync(Key, Json.Default.Note))?.Text);
        Assert.Equal(1, _reads);
        Assert.False(turn.HasEffects);

        turn.SetState(Key, new Note("mine"), Json.Default.Note);
        Assert.Equal("mine", (await turn.GetStateAsync(Key, Json.Default.Note))?.Text);
        turn.SetState(Key, null, Json.Default.Note);
        Assert.Null(await turn.GetStateAsync(Key, Json.Default.Note));

        var commit = turn.ToCommit(Now);
        Assert.Equal([new StateRead(Key, 7)], commit.Reads);
        Assert.Equal([new StateWrite(Key, null)], commit.Writes);
    }

    [Fact]
    public async Task State_set_twice_is_written_once_as_it_was_set_last()
    {
        var turn = Turn();
        turn.SetState(Key, new Note("first"), Json.Default.Note);
        turn.SetState(Key, new Note("last"), Json.Default.Note);

        Assert.Null((await turn.GetStateAsync(Key, Json.Default.Row))?.Name);
        Assert.Equal("""{"Text":"last"}"""u8.ToArray(), Assert.Single(turn.ToCommit(Now).Writes).Body);
    }

    [Fact]
    public async Task A_message_key_of_a_later_turn_stands_behind()
    {
        var later = new RecordingTurnContext(this, Incoming, "0000", Now.AddMilliseconds(1));
        var keys = new[] { await KeyAsync(later), await KeyAsync(Turn()) };
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys.Reverse());

        static async Task<string> KeyAsync(RecordingTurnContext turn) => (await turn.SendActivityAsync(new Activity { Text = "1" })).Id;
    }

    [Fact]
    public async Task Second_run_gives_the_same_message_keys()
    {
        Assert.Equal(await KeysAsync(Turn()), await KeysAsync(Turn()));

        static async Task<string[]> KeysAsync(RecordingTurnContext turn) =>
        [
            (await turn.SendActivityAsync(new Activity { Text = "1" })).Id,
            (await turn.SendActivityAsync(new Activity { Text = "2" })).Id,
        ];
    }

    [Fact]
    public async Task Reply_is_addressed_back_and_answers_what_came()
    {
        var turn = Turn();
        await turn.SendActivityAsync(new Activity { Text = "hello" });

        var sent = Outgoing(turn);
        Assert.Equal(
            ("message", "bot", "person", "in-1", "conv", Incoming.ServiceUrl),
            (sent.Type, sent.From?.Id, sent.Recipient?.Id, sent.ReplyToId, sent.Conversation?.Id, sent.ServiceUrl));
    }

    [Fact]
    public async Task Direct_line_gets_no_answer_to_an_update_of_a_conversation()
    {
        var turn = new RecordingTurnContext(this, Incoming with { Type = ActivityTypes.ConversationUpdate, ChannelId = "directline" }, "turn", Now);
        await turn.SendActivityAsync(new Activity { Text = "hello" });

        Assert.Null(Outgoing(turn).ReplyToId);
    }

    [Fact]
    public async Task Message_to_another_conversation_goes_there_and_answers_nothing()
    {
        var turn = Turn();
        var elsewhere = new ConversationReference
        {
            ChannelId = "test",
            ServiceUrl = "http://localhost:2",
            Conversation = new ConversationAccount { Id = "other" },
        };
        await turn.SendActivityAsync(elsewhere, new Activity { Text = "hello" });

        var sent = Outgoing(turn);
        Assert.Equal(("other", "http://localhost:2", null), (sent.Conversation?.Id, sent.ServiceUrl, sent.ReplyToId));
        Assert.Equal("test/other", turn.ToCommit(Now).Outbox[0].Conversation);
    }

    [Fact]
    public async Task A_document_of_another_tenant_is_out_of_reach()
    {
        var turn = Turn();
        var key = new StateKey("another", "case", "K7-4FX");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await turn.GetStateAsync(key, ProtocolJson.Default.Activity));
        Assert.Throws<InvalidOperationException>(() => turn.SetState(key, new Activity(), ProtocolJson.Default.Activity));
    }

    [Fact]
    public void Last_word_on_a_timer_counts_and_it_wakes_as_an_event_of_the_same_person()
    {
        var turn = Turn();
        turn.Schedule(new Timer("a", "ring", Now.AddHours(1)));
        turn.Schedule(new Timer("a", "ring", Now.AddHours(2)));
        turn.Schedule(new Timer("b", "ring", Now));
        turn.CancelTimer("b");

        var timers = turn.ToCommit(Now).Timers.ToDictionary(t => t.Key, t => t.Start);
        Assert.Equal(Now.AddHours(2), timers["-/a"]?.DueAt);
        Assert.Null(timers["-/b"]);
        var wake = JsonSerializer.Deserialize(timers["-/a"]!.Activity, ProtocolJson.Default.Activity)!;
        Assert.Equal(
            (ActivityTypes.Event, "ring", "person", "bot", "conv", null),
            (wake.Type, wake.Name, wake.From?.Id, wake.Recipient?.Id, wake.Conversation?.Id, wake.Id));
    }

    ValueTask<StoredState> ITurnSession.ReadAsync(StateKey key, CancellationToken cancellationToken)
    {
        _reads++;
        return ValueTask.FromResult(new StoredState(7, """{"Text":"stored"}"""u8.ToArray()));
    }

    ValueTask<IReadOnlyList<StoredRow>> ITurnSession.FindAsync(StateQuery query, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<StoredRow>>(
            [.. Enumerable.Range(1, query.Limit).Select(i =>
                new StoredRow(new StateKey(null, "row", $"{i}"), new StoredState(10 + i, """{"Name":"stored"}"""u8.ToArray())))]);

    ValueTask<int> ITurnSession.CountAsync(StateQuery query, CancellationToken cancellationToken) => ValueTask.FromResult(9);

    Task<CommitResult> ITurnSession.CommitAsync(TurnCommit commit) => throw new NotSupportedException();

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static Activity Outgoing(RecordingTurnContext turn) =>
        JsonSerializer.Deserialize(Assert.Single(turn.ToCommit(Now).Outbox).Activity, ProtocolJson.Default.Activity)!;

    private RecordingTurnContext Turn() => new(this, Incoming, "0123", Now);

    internal sealed record Note(string Text);

    internal sealed record Row(string Name) : IStateRow
    {
        StateColumns IStateRow.Columns => new()
        {
            Tenant = "t", Reference = Name, Status = "open", IsOpen = true, Urgency = 1, OpenedAt = Now, Requester = "r", Conversation = "c",
        };
    }

    [JsonSerializable(typeof(Note))]
    [JsonSerializable(typeof(Row))]
    private sealed partial class Json : JsonSerializerContext;
}
