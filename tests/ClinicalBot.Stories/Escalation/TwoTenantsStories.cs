using System.Globalization;
using System.Text.Json;
using ClinicalBot.Conversations.Cards;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Stories.Escalation;

/// <summary>Two hospitals use one bot. For the people of one, the cases of the other do not exist.</summary>
public sealed class TwoTenantsStories
{
    private static readonly string[] Commands =
        ["{0}", "case {0}", "cases", "case", "reassess {0}", "close {0}", "close", "reopen {0}", "void {0}", "void", "wrong patient {0}", "about {0}"];

    [Fact]
    public async Task Nobody_of_another_tenant_sees_or_changes_a_case_by_any_command_or_button()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var (reference, before) = (night.Reference, night.LatestPost.Text);
        var stranger = night.Ward.Stranger();
        foreach (var command in Commands)
        {
            (await stranger.Says(string.Format(CultureInfo.InvariantCulture, command, reference))).ShouldNotSay("saddle").ShouldNotSay("nurse")
                .ShouldNotSay("Emergency");
        }

        foreach (var verb in Verbs.All.Where(verb => verb.StartsWith("case/", StringComparison.Ordinal)))
        {
            for (var revision = 0; revision < 4; revision++)
            {
                await PressAsync(stranger, reference, verb, revision);
            }
        }

        Assert.All(stranger.Cards, card => card.ShouldNotSay("saddle").ShouldNotSay("nurse").ShouldNotSay("Emergency"));
        await night.Ward.SettleAsync();
        Assert.Equal(before, night.LatestPost.Text);
        (await night.Nurse.Says($"case {reference}")).ShouldSay("Nobody has answered yet.");
    }

    [Fact]
    public async Task Two_tenants_may_have_cases_of_the_same_reference_and_both_are_called_for()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        var stranger = night.Ward.Stranger();
        await stranger.Says("no bladder control, 3 h after the block");
        await night.Ward.SettleAsync();
        (await stranger.Says("cases")).ShouldNotSay(night.Reference);
        (await night.Nurse.Says("cases")).ShouldSay(night.Reference).ShouldNotSay("mallory");
    }

    [Fact]
    public async Task No_key_in_the_store_lacks_the_tenant()
    {
        await using var night = await Night.FallsAsync();
        await night.EmergencyAsync();
        await night.InChannelAsync(night.Noor, night.LatestPost, "Coming in 15 min");
        await night.Ward.Stranger().Says("saddle numbness, 3 h after the block");
        await night.Ward.Stranger("trudy").Says("triage");
        await night.Ward.SettleAsync();

        string[] tenants = [Ward.Tenant + "/", Ward.OtherTenant + "/"];
        var keys = await ReadAsync(
            night.Ward.Database,
            """
            SELECT scope || ' ' || id FROM state UNION ALL SELECT 'case ' || id FROM cases UNION ALL SELECT 'record ' || reference FROM case_event
            UNION ALL SELECT 'timer ' || key FROM due_work WHERE kind = 0 AND key NOT LIKE 'report:%'
            """);
        Assert.All(keys, key => Assert.Contains(tenants, tenant =>
            key[(key.IndexOf(' ', StringComparison.Ordinal) + 1)..].StartsWith(tenant, StringComparison.Ordinal)));
        Assert.Equal(["case", "conversation", "dialog", "person", "record", "timer"], keys.Select(key => key.Split(' ')[0]).Distinct().Order());
    }

    private static async Task PressAsync(Person person, string reference, string verb, int revision)
    {
        foreach (var outcome in new[] { null, "Resolved" })
        {
            using var response = await person.SendAsync(person.Activity() with
            {
                Value = JsonSerializer.SerializeToElement(new { verb, @case = reference, rev = $"{revision}", eta = "15", outcome,
                    location = "Ward 3, bay 1", say = "x", dialog = "x" }),
            });
            response.EnsureSuccessStatusCode();
        }
    }

    private static async Task<List<string>> ReadAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statement is that of this story.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
