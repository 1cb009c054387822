using System.Globalization;
using System.Text.RegularExpressions;

namespace ClinicalBot.Escalation;

/// <summary>
/// Instants in the texts of a recorded decision. Each reader sees them in a zone and form of their own: "{2026-11-22T12:00:00.0000000+00:00}"
/// becomes "12:00 today".
/// </summary>
public static class DecisionTimes
{
    private static Regex Written =>
        field ??= new(@"\{[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{16}\+00:00\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Writes an instant into a text.</summary>
    public static string Write(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{{{at.ToUniversalTime():O}}}");

    /// <summary>A text with its instants as a person reads them.</summary>
    /// <param name="text">As recorded.</param>
    /// <param name="clockTime">How that person reads an instant.</param>
    public static string Read(string text, Func<DateTimeOffset, string> clockTime) => Written.Replace(text, match =>
        clockTime(DateTimeOffset.ParseExact(match.ValueSpan[1..^1], "O", CultureInfo.InvariantCulture)));
}
