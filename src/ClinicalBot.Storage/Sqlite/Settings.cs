namespace ClinicalBot.Storage;

/// <summary>Single values.</summary>
internal static class Settings
{
    public const string CareOffset = "care_offset";
    public const string Clean = "clean";
    public const string Checked = "checked";
    public const string ClockAt = "clock_at";
    public const string ClockTimestamp = "clock_timestamp";
    public const string ClockBoot = "clock_boot";
    public const string ClockCorrection = "clock_correction";

    public static long Get(Database database, string name) =>
        database.First("SELECT value FROM setting WHERE name = @1", r => r.GetInt64(0), name);

    public static bool Set(Database database, string name, long value) => database.Execute(
        "INSERT INTO setting (name, value) VALUES (@1, @2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value) > 0;
}
