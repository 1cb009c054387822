using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>What is kept about clocks, and what moves with a correction. Of one node only: several have several clocks.</summary>
internal static class ClockRows
{
    public static async ValueTask<ClockMark?> ReadAsync(Database database) => await Settings.GetAsync(database, Settings.ClockAt) is > 0 and var at
        ? new ClockMark(
            Time(at),
            await Settings.GetAsync(database, Settings.ClockTimestamp),
            await Settings.GetAsync(database, Settings.ClockBoot),
            TimeSpan.FromTicks(await Settings.GetAsync(database, Settings.ClockCorrection)),
            await database.FirstAsync<DateTimeOffset?>(
                "SELECT max(at) FROM (SELECT max(at) AS at FROM claim UNION ALL SELECT max(at) FROM due_work UNION ALL SELECT max(at) FROM delivery)",
                r => r.IsDBNull(0) ? null : Time(r.GetInt64(0))))
        : null;

    /// <summary>A timer that is not postponed has no pause to move.</summary>
    public static async ValueTask<bool> MoveAsync(Database database, TimeSpan by, ClockMark mark)
    {
        if (by != TimeSpan.Zero)
        {
            await database.QueueAsync(
                """
                UPDATE due_work SET
                  due_at = due_at + $1, at = at + $1, not_before = CASE WHEN not_before = 0 THEN 0 ELSE not_before + $1 END
                """,
                by.Ticks);
            await database.QueueAsync("UPDATE cases SET opened_at = opened_at + $1, due_at = due_at + $1", by.Ticks);
            await database.QueueAsync("UPDATE claim SET at = at + $1", by.Ticks);
            await database.QueueAsync("UPDATE delivery SET at = at + $1", by.Ticks);
        }

        await Settings.SetAsync(database, Settings.ClockAt, mark.At.UtcTicks);
        await Settings.SetAsync(database, Settings.ClockTimestamp, mark.Timestamp);
        await Settings.SetAsync(database, Settings.ClockBoot, mark.Boot);
        return await Settings.SetAsync(database, Settings.ClockCorrection, mark.Correction.Ticks);
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
