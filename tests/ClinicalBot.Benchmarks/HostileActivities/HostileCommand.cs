using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ClinicalBot.Stories;
using ClinicalBot.Testing;
using CsCheck;

namespace ClinicalBot.Benchmarks.HostileActivities;

/// <summary>
/// "hostile [--count 100000] [--seed 1] [--program .../ClinicalBot.dll]": posts bent and broken activities to the built program over HTTP, 32 at a time,
/// and counts its answers. The bodies are those of HostileInputTests, the same for the same seed.
/// </summary>
internal static class HostileCommand
{
    private const string Usage = "hostile [--count 100000] [--seed 1] [--program .../ClinicalBot.dll]";

    /// <summary>Runs it.</summary>
    /// <returns>Exit code: 0 when every activity was answered and none with a status of 500 or more, except 501 for an invoke of an unknown name.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (count, seed, program) = (100_000, 1u, Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"));
        foreach (var pair in arguments.Chunk(2))
        {
            switch (pair)
            {
                case ["--count", var value] when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out count):
                case ["--seed", var given] when uint.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out seed):
                    break;
                case ["--program", var path]:
                    program = Path.GetFullPath(path);
                    break;
                default:
                    await Console.Error.WriteLineAsync(Usage);
                    return 1;
            }
        }

        var folder = Directory.CreateTempSubdirectory("clinicalbot-hostile-");
        await using var channel = await FakeChannel.StartAsync();
        await using var bot = new BotProcess(program);
        await bot.StartAsync(("environment", "Development"), ("contentRoot", Path.GetDirectoryName(program)!),
            ("Storage:Path", Path.Combine(folder.FullName, "hostile.db")));
        var ok = await PostAsync(bot, Bodies(count, seed, channel.ServiceUrl));
        using (var http = new HttpClient())
        using (var live = await http.GetAsync(new Uri(bot.Url + "/health/live")))
        {
            Console.WriteLine($"afterwards /health/live answers {(int)live.StatusCode}; peak memory {bot.PeakMemory / 1024 / 1024} MB");
            ok &= live.IsSuccessStatusCode;
        }

        await bot.KillAsync();
        folder.Delete(recursive: true);
        return ok ? 0 : 1;
    }

    private static IEnumerable<byte[]> Bodies(int count, uint seed, string serviceUrl)
    {
        var random = new PCG(seed, seed);
        for (var i = 0; i < count; i++)
        {
            // The channel that listens takes the answers.
            yield return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Hostile.Body.Generate(random, null, out _))
                .Replace(Shapes.ServiceUrl, serviceUrl, StringComparison.Ordinal));
        }
    }

    private static async Task<bool> PostAsync(BotProcess bot, IEnumerable<byte[]> bodies)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var statuses = new ConcurrentDictionary<int, int>();
        var times = new ConcurrentBag<double>();
        var address = new Uri(bot.Url + "/api/messages");
        var all = Stopwatch.StartNew();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (body, cancel) =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var clock = Stopwatch.StartNew();
            int status;
            try
            {
                using var response = await http.PostAsync(address, content, cancel);
                status = (int)response.StatusCode;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                status = 0;
            }

            times.Add(clock.Elapsed.TotalMilliseconds);
            statuses.AddOrUpdate(status, 1, (_, sofar) => sofar + 1);
        });
        var sorted = times.Order().ToList();
        Console.WriteLine($"{sorted.Count:N0} activities in {all.Elapsed.TotalSeconds:N0} s");
        foreach (var (status, answers) in statuses.OrderBy(each => each.Key))
        {
            Console.WriteLine($"{(status == 0 ? "no answer" : status.ToString(CultureInfo.InvariantCulture)),-10} {answers,8:N0}");
        }

        if (sorted.Count > 0)
        {
            Console.WriteLine($"half within {sorted[sorted.Count / 2]:N0} ms, slowest {sorted[^1]:N0} ms");
        }

        return statuses.Keys.All(status => status is > 0 and (< 500 or 501));
    }
}
