using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Stories.Escalation;

/// <summary>A bad night for a whole hospital: what many do at once must not be in one another's way.</summary>
public sealed class ManyAtOnceStories
{
    /// <summary>Every kind of document a turn may write, and whose turns write the same one.</summary>
    private static readonly Dictionary<string, string> Shared = new()
    {
        ["case"] = "those who act on that case",
        ["conversation"] = "those who talk in that conversation, when where it is reached changes",
        ["person"] = "that person, when where she is reached changes",
        ["dialog"] = "one person in one conversation",
        ["welcomed"] = "that conversation, once",
        ["escalation"] = "a coordinator who chooses the channel",
    };

    [Fact]
    public async Task Two_hundred_confirm_at_once_and_all_get_their_decision()
    {
        await using var night = await Night.FallsAsync();
        using var conflicts = new Conflicts(night.Ward.Get<IMeterFactory>());
        var nurses = Enumerable.Range(0, 200).Select(i => night.Ward.Person($"nurse-{i}")).ToList();
        foreach (var line in new[] { "numb leg 3 h after the block, slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip" })
        {
            await AllAsync(nurses, line);
        }

        await AllAsync(nurses, "yes");

        Assert.All(nurses, nurse => nurse.Latest.ShouldSay("Expected"));
        Assert.Equal(200, nurses.Select(nurse => Night.ReferenceOn(nurse.Latest)).Distinct().Count());
        Assert.Equal(200L, await ScalarAsync(night.Ward.Database, "SELECT count(*) FROM cases WHERE is_open"));
        Assert.Equal(0, conflicts.Count);
        (await nurses[0].Says("cases")).ShouldSay("188 more");
        (await nurses[0].Says("cases 17")).ShouldSay("Expected");
    }

    [Fact]
    public async Task Two_hundred_emergencies_at_once_are_all_called_about()
    {
        await using var night = await Night.FallsAsync();
        var nurses = Enumerable.Range(0, 200).Select(i => night.Ward.Person($"nurse-{i}")).ToList();
        await AllAsync(nurses, "numb leg 3 h after the block, saddle numbness");
        await night.Ward.SettleAsync();

        Assert.All(nurses, nurse => nurse.Cards[0].ShouldSay("Emergency"));
        Assert.Equal(200, night.Drew.Cards.Select(Night.ReferenceOn).Distinct().Count());
    }

    [Fact]
    public async Task No_document_is_written_by_the_turns_of_all()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Coordinators:0", "aad-drew"));
        await night.EmergencyAsync();
        await night.InChannelAsync(night.Drew, night.LatestPost, "At the bedside");
        await night.Drew.SendAsync(night.InChannel(night.Drew) with { Text = "<at>Bot</at> use this channel for escalations", Entities = Person.Mention });
        await night.Ward.Person("resident").SendAsync(night.Ward.Person("resident").Activity("installationUpdate") with { Action = "add" });
        await night.Ward.Person("resident").Says("triage");

        var scopes = await ScalarAsync(
            night.Ward.Database, "SELECT group_concat(scope) FROM (SELECT DISTINCT scope FROM state UNION SELECT 'case' FROM cases ORDER BY 1)");
        Assert.Equal(string.Join(',', Shared.Keys.Order(StringComparer.Ordinal)), scopes);
    }

    private static async Task AllAsync(IReadOnlyList<Person> people, string text)
    {
        var answers = await Task.WhenAll(people.Select(person => person.SendAsync(person.Activity() with { Text = text })));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
    }

    private static async Task<object?> ScalarAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Counts the turns that had to run again because a document changed under them.</summary>
    private sealed class Conflicts : IDisposable
    {
        private readonly MeterListener _listener = new();
        private int _count;

        public Conflicts(IMeterFactory bot)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "clinicalbot.turns.conflicts" && instrument.Meter.Scope == bot)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _count, (int)value));
            _listener.Start();
        }

        public int Count => _count;

        public void Dispose() => _listener.Dispose();
    }
}
