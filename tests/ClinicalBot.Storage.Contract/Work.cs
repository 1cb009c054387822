using System.Text;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage.Contract;

/// <summary>Builds claims and commits.</summary>
public static class Work
{
    public static readonly DateTimeOffset T0 = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly StateKey Key = new("dialog", "a");

    public static TurnClaim Claim(string id, string conversation = "a") => TurnClaim.For(
        new Activity
        {
            Type = ActivityTypes.Message,
            Id = id,
            ChannelId = "test",
            Conversation = new ConversationAccount { Id = conversation },
        },
        "");

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes($"\"{text}\"");

    public static TurnCommit Commit(params OutboxEntry[] outbox) =>
        new() { Response = TurnResponse.Accepted, At = T0, Outbox = outbox };

    /// <summary>An open row.</summary>
    public static StateWrite Row(string id, StateColumns? columns = null) => new(new StateKey("case", id), Bytes(id), columns ?? Columns(id));

    public static StateColumns Columns(string reference, int urgency = 1, int openedAfter = 0, string conversation = "conv", string tenant = "t") => new()
    {
        Tenant = tenant,
        Reference = reference,
        Status = "open",
        IsOpen = true,
        Urgency = urgency,
        OpenedAt = T0.AddMinutes(openedAfter),
        Requester = "nurse",
        Conversation = conversation,
    };

    public static OutboxEntry Message(string key, string conversation = "a") =>
        new(OutboxKind.Send, conversation, key, null, Bytes(key));

    public static async Task<ITurnSession> OpenAsync(this ITurnStore store, TurnClaim claim) =>
        Assert.IsType<TurnStart.Opened>(await store.BeginAsync(claim)).Session;

    public static async Task<CommitResult> CommitAsync(this ITurnStore store, TurnClaim claim, TurnCommit commit)
    {
        await using var session = await store.OpenAsync(claim);
        return await session.CommitAsync(commit);
    }

    public static async Task<OutboxMessage> HeadAsync(this ITurnStore store, string conversation = "a") =>
        (await store.TakeUnsentAsync(conversation, 10))[0];
}
