using System.Text;
using ClinicalBot.BotFramework;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Documents of the scope "case", which are rows of a table of their own.</summary>
internal static class CaseRows
{
    /// <summary>Scope of their keys.</summary>
    public const string Scope = "case";

    public static ValueTask<StoredState> ReadAsync(Database database, string id) => database.FirstAsync(
        "SELECT version, body FROM cases WHERE id = $1", r => new StoredState(r.GetInt64(0), r.GetFieldValue<byte[]>(1)), id);

    public static ValueTask<long> VersionOfAsync(Database database, string id) =>
        database.FirstAsync("SELECT version FROM cases WHERE id = $1", r => r.GetInt64(0), id);

    public static ValueTask DeleteAsync(Database database, string id) => database.QueueAsync("DELETE FROM cases WHERE id = $1", id);

    public static ValueTask WriteAsync(Database database, string id, byte[] body, StateColumns columns, long version, long at) => database.QueueAsync(
        """
        INSERT INTO cases (id, version, tenant, reference, status, is_open, urgency, opened_at, due_at, requester, conversation, place, at, body)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT (id) DO UPDATE SET
          version = excluded.version, tenant = excluded.tenant, reference = excluded.reference, status = excluded.status,
          is_open = excluded.is_open, urgency = excluded.urgency, opened_at = excluded.opened_at, due_at = excluded.due_at,
          requester = excluded.requester, conversation = excluded.conversation, place = excluded.place, at = excluded.at, body = excluded.body
        """,
        id,
        version,
        columns.Tenant,
        columns.Reference,
        columns.Status,
        columns.IsOpen,
        columns.Urgency,
        columns.OpenedAt.UtcTicks,
        columns.DueAt?.UtcTicks,
        columns.Requester,
        columns.Conversation,
        columns.Place,
        at,
        body);

    public static ValueTask<List<StoredRow>> FindAsync(Database database, StateQuery query)
    {
        var (where, arguments) = Where(query);
        return database.AllAsync(
            $"SELECT id, version, body FROM cases{where}{OrderOf(query)} LIMIT ${arguments.Count + 1} OFFSET ${arguments.Count + 2}",
            r => new StoredRow(StateKey.Stored(Scope, r.GetString(0)), new StoredState(r.GetInt64(1), r.GetFieldValue<byte[]>(2))),
            [.. arguments, query.Limit, query.Skip]);
    }

    public static async ValueTask<int> CountAsync(Database database, StateQuery query)
    {
        var (where, arguments) = Where(query);
        return (int)await database.FirstAsync("SELECT count(*) FROM cases" + where, r => r.GetInt64(0), [.. arguments]);
    }

    public static async ValueTask<Dictionary<StateKey, long>> OpenAsync(Database database, string scope) => scope != Scope
        ? throw NoColumns(scope)
        : (await database.AllAsync("SELECT id, version FROM cases WHERE is_open", r => (Key: StateKey.Stored(Scope, r.GetString(0)), Version: r.GetInt64(1))))
            .ToDictionary(row => row.Key, row => row.Version);

    private static (string Where, List<object?> Arguments) Where(StateQuery query)
    {
        if (query.Scope != Scope)
        {
            throw NoColumns(query.Scope);
        }

        var (where, arguments) = (new StringBuilder(), new List<object?>());
        Add(query.Tenant is not null, "tenant = $", query.Tenant);
        Add(query.Conversation is not null, "conversation = $", query.Conversation);
        Add(query.Requester is not null, "requester = $", query.Requester);
        Add(query.OpenOnly, "is_open", null);
        Add(query.OverBefore is not null, "NOT is_open AND at < $", query.OverBefore?.UtcTicks);
        Add(query.Order == StateOrder.DueFirst, "due_at IS NOT NULL", null);
        return (where.ToString(), arguments);

        void Add(bool wanted, string condition, object? value)
        {
            if (!wanted)
            {
                return;
            }

            where.Append(where.Length == 0 ? " WHERE " : " AND ").Append(condition);
            if (value is not null)
            {
                arguments.Add(value);
                where.Append(arguments.Count);
            }
        }
    }

    private static ArgumentException NoColumns(string scope) => new($"Documents of the scope {scope} have no columns.");

    private static string OrderOf(StateQuery query) => query.OverBefore is not null ? " ORDER BY at, id" : query.Order switch
    {
        StateOrder.Newest => " ORDER BY opened_at DESC, id",
        StateOrder.DueFirst => " ORDER BY due_at, id",
        _ => " ORDER BY urgency DESC, opened_at, id",
    };
}
