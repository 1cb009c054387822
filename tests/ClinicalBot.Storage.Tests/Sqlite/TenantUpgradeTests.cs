using System.Text;
using ClinicalBot.BotFramework;
using ClinicalBot.Storage.Contract;
using ClinicalBot.Turns;
using Microsoft.Data.Sqlite;

namespace ClinicalBot.Storage.Tests;

/// <summary>A database from before keys said whose they are. What becomes of an open case is told by UpgradeStories.</summary>
public sealed class TenantUpgradeTests : IDisposable
{
    private const string Old =
        """
        INSERT INTO state VALUES
          ('conversation', 'msteams/a:chat', 1,
            CAST('{"channelId":"msteams","conversation":{"id":"a:chat","tenantId":"TENANT-A"},"user":{"aadObjectId":"AAD-1"}}' AS BLOB), 1),
          ('conversation', 'msteams/19:esc', 2, CAST('{"channelId":"msteams","conversation":{"id":"19:esc","tenantId":"tenant-b"}}' AS BLOB), 1),
          ('person', 'msteams/tenant-a/aad-1', 3,
            CAST('{"channelId":"msteams","conversation":{"id":"a:chat","tenantId":"TENANT-A"},"user":{"aadObjectId":"AAD-1"}}' AS BLOB), 1),
          ('case', 'K7-4FX', 4, CAST('{"requester":{"conversation":{"tenantId":"TENANT-A"}}}' AS BLOB), 1),
          ('case', 'C3-399', 5, CAST('{"requester":{"conversation":{"tenantId":"tenant-b"}}}' AS BLOB), 1),
          ('case', 'R3-333', 6, CAST('{"requester":{"conversation":{}}}' AS BLOB), 1),
          ('escalation', 'channel', 8, CAST('{"teamsChannelId":"19:esc","by":"x"}' AS BLOB), 1),
          ('dialog', '["msteams","a:chat","29:nurse"]', 9, CAST('{}' AS BLOB), 1),
          ('dialog', '["msteams","19:esc;messageid=5","29:nurse"]', 10, CAST('{}' AS BLOB), 1),
          ('welcomed', 'msteams|a:chat', 11, CAST('{}' AS BLOB), 1);
        INSERT INTO case_event VALUES ('K7-4FX', 1, 1, CAST('{}' AS BLOB), 'h');
        INSERT INTO due_work (kind, conversation, key, activity, due_at, not_before, at)
          VALUES (0, 'msteams/a:chat', 'case/K7-4FX', CAST('{"conversation":{"tenantId":"TENANT-A"}}' AS BLOB), 1, 0, 1);
        """;

    private readonly SqliteFile _file = new();

    [Fact]
    public async Task Every_document_record_and_timer_is_found_in_its_tenant()
    {
        WriteOld();
        var store = _file.Create();
        await store.OpenAsync(Work.T0);

        foreach (var key in new StateKey[]
        {
            new("tenant-b", "escalation", "channel"),
            new("tenant-a", "dialog", """["msteams","a:chat","29:nurse"]"""), new("tenant-b", "dialog", """["msteams","19:esc;messageid=5","29:nurse"]"""),
            new("tenant-a", "welcomed", "msteams|a:chat"),
            ConversationReferences.KeyOf("tenant-a", "msteams", "a:chat"), ConversationReferences.KeyOfPerson("msteams", "tenant-a", "AAD-1"),
        })
        {
            Assert.NotNull(await ReadAsync(store, key));
        }

        Assert.Equal(["tenant-a/K7-4FX"], await store.FindRecordsAsync("", 10));
        Assert.Equal("tenant-a/case/K7-4FX", Assert.Single(await store.TakeDueTimersAsync(Work.T0, Work.T0, 10)).Key);
        await store.CloseAsync(clean: true);
    }

    public void Dispose() => _file.Dispose();

    private static async Task<string?> ReadAsync(ITurnStore store, StateKey key) =>
        (await store.ReadStateAsync(key)).Body is { } body ? Encoding.UTF8.GetString(body) : null;

    private void WriteOld()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file.Path)!);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file.Path, Pooling = false }.ToString());
        connection.Open();
        Run("CREATE TABLE SchemaVersions (SchemaVersionID INTEGER CONSTRAINT 'PK_SchemaVersions_SchemaVersionID' PRIMARY KEY AUTOINCREMENT NOT NULL, "
            + "ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL)");
        foreach (var script in typeof(SqliteTurnStore).Assembly.GetManifestResourceNames().Where(name => name.Contains(".Sqlite.",
            StringComparison.Ordinal)).Order(StringComparer.Ordinal).TakeWhile(name => !name.Contains("0004_", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(typeof(SqliteTurnStore).Assembly.GetManifestResourceStream(script)!);
            Run(text.ReadToEnd());
            Run($"INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('{script}', '2026-01-01')");
        }

        Run(Old);

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of this test.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
