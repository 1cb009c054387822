using System.Globalization;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>
/// Nodes die, freeze and lose their database while people triage: no turn is lost or doubled, and everybody who should be called is.
/// CLINICALBOT_CLUSTER_RUNS=100 makes it a long run: so many seeds, each with CLINICALBOT_CLUSTER_FAULTS (default 6) things going wrong.
/// </summary>
public sealed class ClusterTests
{
    private const string Proceduralist = "00000000-0000-0000-0000-000000000003";
    private const string Neurologist = "00000000-0000-0000-0000-000000000004";
    private static readonly string[] Emergency = ["numb leg 3 h after the block, saddle numbness"];

    /// <summary>Each seed is another order of things going wrong.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Asked("CLINICALBOT_CLUSTER_RUNS", 1))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_goes_wrong_every_turn_happens_once_and_everybody_is_called(int seed)
    {
        const int people = 16;
        await using var cluster = await Cluster.StartAsync(nodes: 3, seed);
        cluster.DisturbChannel();
        var talks = Enumerable.Range(0, people).Select(person => person % 2 == 0
            ? cluster.PlayAsync(person, TriageRun.Uneventful, TriageRun.Uneventful.Count)
            : cluster.PlayAsync(person, Emergency, 1)).ToList();
        for (var fault = 0; fault < Asked("CLINICALBOT_CLUSTER_FAULTS", 6); fault++)
        {
            await cluster.DisturbAsync();
        }

        await Task.WhenAll(talks);
        await cluster.CalmAsync();

        var log = string.Join('\n', cluster.Log);
        for (var person = 0; person < people; person++)
        {
            var transcript = cluster.Transcript(person);
            Assert.True(transcript.Count == (person % 2 == 0 ? TriageRun.Uneventful.Count : 1), $"{person} saw {transcript.Count} cards.\n{string.Join('\n', transcript)}\n{log}");
            Assert.Contains(person % 2 == 0 ? "Expected" : "Emergency", transcript[^1], StringComparison.Ordinal);
        }

        Assert.True(people == await cluster.CountAsync("SELECT count(*) FROM cases"), log);
        foreach (var called in new[] { Proceduralist, Neurologist })
        {
            var calls = cluster.CallsOf(called);
            Assert.True(calls.Count == people / 2 && calls.All(count => count == 1), $"{called}: {string.Join(' ', calls)}\n{log}\n{await cluster.ReadAsync("SELECT reference, status, urgency FROM cases")}");
        }

        TestContext.Current.SendDiagnosticMessage("Seed {0}: {1} marked repeats; {2}", seed, cluster.MarkedRepeats, string.Join("; ", cluster.Log));
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
        Assert.All(Enumerable.Range(0, 8), person => Assert.Equal(TriageRun.Uneventful.Count, cluster.Transcript(person).Count));
        Assert.Equal(8, await cluster.CountAsync("SELECT count(*) FROM cases"));
    }

    private static int Asked(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;
}
