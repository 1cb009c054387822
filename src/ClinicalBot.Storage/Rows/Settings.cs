namespace ClinicalBot.Storage;

/// <summary>Single values.</summary>
internal static class Settings
{
    public const string CareOffset = "care_offset";
    public const string Clean = "clean";
    public const string Checked = "checked";

    public static ValueTask<long> GetAsync(Database database, string name) =>
        database.FirstAsync("SELECT value FROM setting WHERE name = $1", r => r.GetInt64(0), name);

    public static async ValueTask<bool> SetAsync(Database database, string name, long value) => await database.ExecuteAsync(
        "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value) > 0;

    /// <summary>Proves that something can be written.</summary>
    public static async ValueTask CheckAsync(Database database) => await database.ExecuteAsync(
        "INSERT INTO setting (name, value) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET value = setting.value + 1", Checked);
}
