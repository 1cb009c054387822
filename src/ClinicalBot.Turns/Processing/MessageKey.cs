using System.Globalization;

namespace ClinicalBot.Turns;

/// <summary>
/// Our own key of a message, known before the channel gives it an id: "msg:time:turn:ordinal". The turn makes it unique. The time stands first so
/// that keys of about the same time are neighbours in the store's indexes: a random key writes a page of its own, a growing one shares the last.
/// </summary>
internal static class MessageKey
{
    private const string Prefix = "msg:";

    /// <summary>The key of a message of a turn.</summary>
    /// <param name="at">When the turn began.</param>
    /// <param name="turnId">Which turn.</param>
    /// <param name="ordinal">Which of its messages, from 0.</param>
    public static string Of(DateTimeOffset at, string turnId, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{at.ToUnixTimeMilliseconds():x12}:{turnId}:{ordinal}");

    /// <summary>True for a key of ours, false for an id of the channel's.</summary>
    public static bool IsOurs(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);
}
