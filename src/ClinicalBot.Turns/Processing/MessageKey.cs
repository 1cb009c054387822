using System.Globalization;

namespace ClinicalBot.Turns;

/// <summary>Our own key of a message, known before the channel gives it an id: "msg:turn:ordinal".</summary>
internal static class MessageKey
{
    private const string Prefix = "msg:";

    public static string Of(string turnId, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{turnId}:{ordinal}");

    /// <summary>True for a key of ours, false for an id of the channel's.</summary>
    public static bool IsOurs(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);
}
