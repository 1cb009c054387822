using System.Diagnostics;
using ClinicalBot.BotFramework;
using ClinicalBot.Storage;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;
using Activity = ClinicalBot.BotFramework.Activity;

namespace ClinicalBot.Benchmarks.Turns;

/// <summary>Turns against the store alone: begin, read a document, commit claim, document and one message.</summary>
internal sealed class StoreLoad : IKillPoints
{
    private int _flushes;

    public static async Task RunAsync(int conversations, TimeSpan duration)
    {
        var folder = Directory.CreateTempSubdirectory("clinicalbot-load-");
        var counter = new StoreLoad();
        var path = Path.Combine(folder.FullName, "load.db");
        using (var store = new SqliteTurnStore(Options.Create(new StorageOptions { Path = path }), counter))
        {
            await store.OpenAsync(DateTimeOffset.UnixEpoch);
            var clock = Stopwatch.StartNew();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var turns = await Task.WhenAll(Enumerable.Range(0, conversations).Select(c => Task.Run(() => PlayAsync(store, c, clock, duration))));
            cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
            var total = turns.Sum();
            Console.WriteLine(
                $"store  {conversations,3} conversations: {total / clock.Elapsed.TotalSeconds,8:N0} turns/s  "
                + $"{cpu.TotalMilliseconds / total,6:N3} CPU ms/turn  {(double)total / counter._flushes,5:N1} turns/flush");
        }

        folder.Delete(recursive: true);
    }

    public void Reach(KillPoint point)
    {
        if (point == KillPoint.MidFlush)
        {
            _flushes++;
        }
    }

    private static async Task<int> PlayAsync(SqliteTurnStore store, int conversation, Stopwatch clock, TimeSpan duration)
    {
        var key = new StateKey("dialog", $"{conversation}");
        var body = new byte[400];
        var turn = 0;
        for (; clock.Elapsed < duration; turn++)
        {
            var claim = TurnClaim.For(
                new Activity { Type = "message", Id = $"{turn}", ChannelId = "load", Conversation = new ConversationAccount { Id = key.Id } }, "");
            await using var session = ((TurnStart.Opened)await store.BeginAsync(claim)).Session;
            var state = await session.ReadAsync(key);
            await session.CommitAsync(new TurnCommit
            {
                Response = TurnResponse.Accepted,
                At = DateTimeOffset.UnixEpoch,
                Reads = [new StateRead(key, state.Version)],
                Writes = [new StateWrite(key, body)],
                Outbox = [new OutboxEntry(OutboxKind.Send, claim.Conversation, $"msg:{claim.TurnId}:0", null, body)],
            });
        }

        return turn;
    }
}
