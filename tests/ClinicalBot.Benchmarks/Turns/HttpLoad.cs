using System.Diagnostics;
using ClinicalBot.Testing;

namespace ClinicalBot.Benchmarks.Turns;

/// <summary>Turns against a whole process over HTTP, its replies included: each conversation says the next thing when it has an answer.</summary>
internal static class HttpLoad
{
    public static async Task RunAsync(int conversations, TimeSpan duration)
    {
        var folder = Directory.CreateTempSubdirectory("clinicalbot-load-");
        await using (var channel = await FakeChannel.StartAsync())
        await using (var bot = new BotProcess(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.FaultHost.dll")))
        {
            await bot.StartAsync(("Storage:Path", Path.Combine(folder.FullName, "load.db")));
            await PlayAsync(bot, channel, "warm", conversations, TimeSpan.FromSeconds(2));
            await channel.WaitForAsync(_ => true);
            var before = channel.Arrivals.Count;
            var cpu = bot.ProcessorTime;
            var clock = Stopwatch.StartNew();
            var turns = await PlayAsync(bot, channel, "turn", conversations, duration);
            var answered = clock.Elapsed;
            await channel.WaitForAsync(a => a.Count >= before + turns, TimeSpan.FromMinutes(1));
            var delivered = clock.Elapsed;
            cpu = bot.ProcessorTime - cpu;
            Console.WriteLine(
                $"http   {conversations,3} conversations: {turns / answered.TotalSeconds,8:N0} turns/s  "
                + $"{turns / delivered.TotalSeconds,8:N0} replies/s  {cpu.TotalMilliseconds / turns,6:N3} CPU ms/turn");
        }

        folder.Delete(recursive: true);
    }

    private static async Task<int> PlayAsync(BotProcess bot, FakeChannel channel, string prefix, int conversations, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var turns = await Task.WhenAll(Enumerable.Range(0, conversations).Select(async conversation =>
        {
            var turn = 0;
            for (; clock.Elapsed < duration; turn++)
            {
                await bot.PostAsync(Say.Message($"{prefix}-{turn}", "hello", channel.ServiceUrl, $"conv-{conversation}"));
            }

            return turn;
        }));
        return turns.Sum();
    }
}
