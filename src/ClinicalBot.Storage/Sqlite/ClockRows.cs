using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>What is kept about clocks, and what moves with a correction.</summary>
internal static class ClockRows
{
    public static ClockMark? Read(Database database) => Settings.Get(database, Settings.ClockAt) is > 0 and var at
        ? new ClockMark(
            Time(at),
            Settings.Get(database, Settings.ClockTimestamp),
            Settings.Get(database, Settings.ClockBoot),
            TimeSpan.FromTicks(Settings.Get(database, Settings.ClockCorrection)),
            database.First<DateTimeOffset?>(
                "SELECT max(at) FROM (SELECT max(at) AS at FROM claim UNION ALL SELECT max(at) FROM due_work UNION ALL SELECT max(at) FROM delivery)",
                r => r.IsDBNull(0) ? null : Time(r.GetInt64(0))))
        : null;

    /// <summary>A timer that is not postponed has no pause to move.</summary>
    public static bool Move(Database database, TimeSpan by, ClockMark mark)
    {
        if (by != TimeSpan.Zero)
        {
            database.Execute(
                """
                UPDATE due_work SET
                  due_at = due_at + @1, at = at + @1, not_before = CASE WHEN not_before = 0 THEN 0 ELSE not_before + @1 END
                """,
                by.Ticks);
            database.Execute("UPDATE cases SET opened_at = opened_at + @1, due_at = due_at + @1", by.Ticks);
            database.Execute("UPDATE claim SET at = at + @1", by.Ticks);
            database.Execute("UPDATE delivery SET at = at + @1", by.Ticks);
        }

        Settings.Set(database, Settings.ClockAt, mark.At.UtcTicks);
        Settings.Set(database, Settings.ClockTimestamp, mark.Timestamp);
        Settings.Set(database, Settings.ClockBoot, mark.Boot);
        return Settings.Set(database, Settings.ClockCorrection, mark.Correction.Ticks);
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
