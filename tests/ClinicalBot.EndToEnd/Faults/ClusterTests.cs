using System.Globalization;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>
/// Nodes die, freeze and lose their database while people triage: no turn is lost or doubled, and everybody who should be called is.
/// CLINICALBOT_CLUSTER_RUNS=4 asks for so many seeds, beginning with CLINICALBOT_CLUSTER_SEED; in each of them CLINICALBOT_CLUSTER_ROUNDS=25
/// times 16 people come, and CLINICALBOT_CLUSTER_FAULTS (default 6) things go wrong while they triage.
/// </summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    private const int People = 16;
    private const string Proceduralist = "00000000-0000-0000-0000-000000000003";
    private const string Neurologist = "00000000-0000-0000-0000-000000000004";
    private static readonly string[] Emergency = ["numb leg 3 h after the block, saddle numbness"];

    /// <summary>Each seed is another order of things going wrong.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(Asked("CLINICALBOT_CLUSTER_SEED", 1), Asked("CLINICALBOT_CLUSTER_RUNS", 1))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_goes_wrong_every_turn_happens_once_and_everybody_is_called(int seed)
    {
        var rounds = Asked("CLINICALBOT_CLUSTER_ROUNDS", 1);
        await using var cluster = await Cluster.StartAsync(nodes: 3, seed);
        cluster.DisturbChannel();
        for (var round = 0; round < rounds; round++)
        {
            var talks = Enumerable.Range(round * People, People).Select(person => person % 2 == 0
                ? cluster.PlayAsync(person, TriageRun.Uneventful, TriageRun.Uneventful.Count)
                : cluster.PlayAsync(person, Emergency, 1)).ToList();
            for (var fault = 0; fault < Asked("CLINICALBOT_CLUSTER_FAULTS", 6); fault++)
            {
                await cluster.DisturbAsync();
            }

            await Task.WhenAll(talks);
        }

        await cluster.CalmAsync();

        var log = string.Join('\n', cluster.Log);
        for (var person = 0; person < rounds * People; person++)
        {
            var transcript = cluster.Seen.Transcript(person);
            if (person % 2 == 0)
            {
                Assert.True(transcript.Count == TriageRun.Uneventful.Count, $"{person} saw {transcript.Count} cards.\n{string.Join('\n', transcript)}\n{log}");
                Assert.Contains("Expected", transcript[^1], StringComparison.Ordinal);
            }
            else
            {
                // Later ones tell how the ladder goes.
                Assert.Contains("Emergency", transcript[0], StringComparison.Ordinal);
                Assert.Single(transcript, card => card == transcript[0]);
            }
        }

        Assert.True(rounds * People == await cluster.CountAsync("SELECT count(*) FROM cases"), log);
        foreach (var called in new[] { Proceduralist, Neurologist })
        {
            Assert.Empty(await cluster.Seen.WrongCallsOfAsync(called));
        }

        var steps = await cluster.CountAsync("SELECT count(*) FROM case_event WHERE convert_from(event, 'UTF8')::jsonb ->> 'event' = 'stepFired'");
        Assert.InRange(steps, rounds * People / 2, int.MaxValue);
        output.WriteLine(
            $"Seed {seed}: {rounds * People} triages, {steps} steps of ladders, {cluster.Seen.Messages} messages, {cluster.Seen.MarkedRepeats} of "
                + "them marked repeats. "
            + $"{cluster.Faults.Values.Sum()} faults: "
            + $"{string.Join(", ", cluster.Faults.OrderBy(fault => fault.Key).Select(fault => $"{fault.Key} {fault.Value}"))}");
    }

    [Fact]
    public async Task What_a_node_was_doing_when_it_froze_is_done_by_another_and_by_nobody_twice()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 2, seed: 1);
        var talks = Enumerable.Range(0, 8).Select(person => cluster.PlayAsync(person, TriageRun.Uneventful, TriageRun.Uneventful.Count)).ToList();
        // Longer than the lease: it wakes to find its work taken over.
        await cluster.FreezeAsync(0, TimeSpan.FromSeconds(24));
        await Task.WhenAll(talks);
        await cluster.CalmAsync();
        Assert.All(Enumerable.Range(0, 8), person => Assert.Equal(TriageRun.Uneventful.Count, cluster.Seen.Transcript(person).Count));
        Assert.Equal(8, await cluster.CountAsync("SELECT count(*) FROM cases"));
    }

    private static int Asked(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;
}
