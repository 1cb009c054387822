using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>The rows that make a turn happen once.</summary>
internal static class Claims
{
    /// <summary>What was answered when the turn happened before, else null.</summary>
    /// <param name="database">Where.</param>
    /// <param name="claim">Of the turn.</param>
    /// <param name="keeps">The turn is being committed: a timer's row may not change until it is.</param>
    public static async ValueTask<TurnResponse?> FindEarlierAsync(Database database, TurnClaim claim, bool keeps) => claim switch
    {
        TurnClaim.Due due => await DueWorkRows.IsOursAsync(database, due.TimerId, keeps) ? null : TurnResponse.Accepted,
        _ => await database.FirstAsync(
            "SELECT status, response FROM claim WHERE turn_id = $1",
            r => new TurnResponse(r.GetInt32(0), r.IsDBNull(1) ? null : r.GetFieldValue<byte[]>(1)),
            claim.TurnId),
    };

    public static ValueTask TakeAsync(Database database, TurnClaim claim, TurnCommit commit) => claim is TurnClaim.Due due
        ? DueWorkRows.RemoveAsync(database, due.TimerId)
        : database.QueueAsync(
            "INSERT INTO claim (turn_id, status, response, at) VALUES ($1, $2, $3, $4)",
            claim.TurnId,
            commit.Response.Status,
            commit.Response.Body,
            commit.At.UtcTicks);
}
