using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>The end of the record of feedback.</summary>
/// <param name="Head">Hash of its last line.</param>
/// <param name="Number">Number of its last line.</param>
internal sealed record CdsFeedbackFile(string Head, int Number);

/// <summary>
/// What the service keeps: tokens that were used, cards that were shown (for thirty days, without a patient), and the feedback on them in a
/// hash-chained record beside those of cases. All in the bot's store, so that a restart or another node knows it too.
/// </summary>
internal sealed class CdsRecord(ITurnStore store, CareTime care, TimeProvider time, IOptions<EscalationOptions> escalation)
{
    /// <summary>Scope of cards that were shown.</summary>
    public const string CardScope = "cds-card";

    private const string Channel = "cds-hooks";
    private const int MostTries = 10;

    private string? Tenant => escalation.Value.HomeTenant;

    /// <summary>Uses something once; false when it was used before.</summary>
    /// <param name="issuer">Whose.</param>
    /// <param name="id">Its id, unique for the issuer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> TryUseAsync(string issuer, string id, CancellationToken cancellationToken) =>
        await CommitAsync("token", $"{issuer}\n{id}", (_, _) => Task.FromResult(Nothing), cancellationToken);

    /// <summary>Keeps a card that is about to be shown.</summary>
    public Task KeepAsync(string uuid, ShownCard card, CancellationToken cancellationToken) => CommitAsync("card", uuid, (_, _) => Task.FromResult(Nothing with
    {
        Writes = [new StateWrite(CardKey(uuid), JsonSerializer.SerializeToUtf8Bytes(card, CdsJson.Default.ShownCard))],
    }), cancellationToken);

    /// <summary>A card that was shown; null when it was not, or too long ago.</summary>
    public async Task<ShownCard?> FindAsync(string uuid, CancellationToken cancellationToken) =>
        (await store.ReadStateAsync(CardKey(uuid), cancellationToken)).Body is { } body ? JsonSerializer.Deserialize(body, CdsJson.Default.ShownCard) : null;

    /// <summary>Adds feedback to the record.</summary>
    /// <param name="id">Unique for this delivery.</param>
    /// <param name="lines">In order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task AddAsync(string id, IReadOnlyList<CdsFeedbackLine> lines, CancellationToken cancellationToken) =>
        CommitAsync("feedback", id, async (session, cancel) =>
        {
            var key = FeedbackKey;
            var state = await session.ReadAsync(key, cancel);
            var file = state.Body is { } body ? JsonSerializer.Deserialize(body, CdsJson.Default.CdsFeedbackFile)! : new CdsFeedbackFile("", 0);
            var records = new List<RecordEntry>();
            foreach (var line in lines)
            {
                var entry = CaseEntry.Of(file.Head, OtherRecords.CdsHooks, file.Number + 1, care.GetUtcNow(),
                    JsonSerializer.SerializeToUtf8Bytes(line, CdsJson.Default.CdsFeedbackLine));
                records.Add(new RecordEntry(key.Id, entry.Number, entry.At, entry.Event, entry.Hash));
                file = new CdsFeedbackFile(entry.Hash, entry.Number);
            }

            return Nothing with
            {
                Reads = [new StateRead(key, state.Version)],
                Writes = [new StateWrite(key, JsonSerializer.SerializeToUtf8Bytes(file, CdsJson.Default.CdsFeedbackFile))],
                Records = records,
            };
        }, cancellationToken);

    /// <summary>How often feedback was given, by reason, or by outcome where there was none; null where none was given.</summary>
    /// <param name="from">From then on.</param>
    /// <param name="to">Until then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, int>?> CountFeedbackAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var counts = (await store.ReadRecordAsync(FeedbackKey.Id, cancellationToken)).Where(line => line.At >= from && line.At < to)
            .Select(line => JsonSerializer.Deserialize(line.Body, CdsJson.Default.CdsFeedbackLine)!)
            .CountBy(line => line.Reason ?? line.Outcome).OrderBy(each => each.Key, StringComparer.Ordinal).ToDictionary();
        return counts.Count > 0 ? counts : null;
    }

    private StateKey FeedbackKey => new(Tenant, OtherRecords.CdsHooks, OtherRecords.CdsHooks);

    private TurnCommit Nothing => new() { Response = TurnResponse.Accepted, At = time.GetUtcNow() };

    private StateKey CardKey(string uuid) => new(Tenant, CardScope, uuid);

    private async Task<bool> CommitAsync(
        string type, string id, Func<ITurnSession, CancellationToken, Task<TurnCommit>> make, CancellationToken cancellationToken)
    {
        var claim = TurnClaim.For(new Activity { Type = type, Id = id, ChannelId = Channel, Conversation = new ConversationAccount { Id = type } }, "");
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await store.BeginAsync(claim, cancellationToken) is not TurnStart.Opened { Session: var session })
            {
                return false;
            }

            await using (session)
            {
                switch (await session.CommitAsync(await make(session, cancellationToken)))
                {
                    case CommitResult.Committed:
                        return true;
                    case CommitResult.Duplicate:
                        return false;
                }
            }
        }

        throw new TurnStoreException("Too many changes at once.");
    }
}
