using System.Diagnostics;
using System.Globalization;
using ClinicalBot.Testing;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>
/// "load start": how long it takes from starting the program, with a database of its own, until the first question has arrived, and what of
/// it the first two messages take.
/// </summary>
internal static class StartLoad
{
    private const int Starts = 7;

    public static async Task RunAsync(string program)
    {
        await using var channel = await LoadChannel.StartAsync();
        var (all, first, second) = (new List<double>(), new List<double>(), new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            var folder = Directory.CreateTempSubdirectory("clinicalbot-load-");
            var clock = Stopwatch.StartNew();
            await using (var bot = new BotProcess(program))
            {
                await bot.StartAsync(
                    ("environment", "Development"), ("contentRoot", Path.GetDirectoryName(program)!),
                        ("Storage:Path", Path.Combine(folder.FullName, "bot.db")));
                first.Add(await AskAsync(bot, channel, $"first-{start}"));
                all.Add(clock.Elapsed.TotalMilliseconds);
                second.Add(await AskAsync(bot, channel, $"second-{start}"));
            }

            folder.Delete(recursive: true);
        }

        Print("start to first reply", all);
        Print("first message to its reply", first);
        Print("second message to its reply", second);
    }

    private static async Task<double> AskAsync(BotProcess bot, LoadChannel channel, string conversation)
    {
        var reply = channel.Open(conversation).ReplyTo(conversation);
        var started = Stopwatch.GetTimestamp();
        await bot.PostAsync(TriageScript.Message(conversation, conversation, TriageScript.Turns[0], channel.ServiceUrl, DateTimeOffset.UtcNow));
        return Stopwatch.GetElapsedTime(started, (await reply.WaitAsync(TimeSpan.FromSeconds(30))).Arrived).TotalMilliseconds;
    }

    private static void Print(string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {milliseconds[0]:N0} ms at best, {milliseconds[Starts / 2]:N0} ms in the middle, {milliseconds[^1]:N0} ms at worst of {Starts}"));
    }
}
