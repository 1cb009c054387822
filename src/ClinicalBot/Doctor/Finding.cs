using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at, e.g. "database".</param>
/// <param name="Ok">Nothing is wrong.</param>
/// <param name="Message">What is wrong, or what was seen to be right.</param>
/// <param name="Fix">What to do. With <paramref name="Ok"/> it is a note: it works, and would work better; null when there is nothing to do.</param>
internal sealed record Finding(string Check, bool Ok, string Message, string? Fix = null)
{
    /// <summary>Nothing is wrong.</summary>
    public static Finding Fine(string check, string message) => new(check, true, message);

    /// <summary>It works, but the administrator should know.</summary>
    public static Finding Note(string check, string message, string fix) => new(check, true, message, fix);

    /// <summary>Something is wrong.</summary>
    public static Finding Wrong(string check, string message, string fix) => new(check, false, message, fix);
}

/// <summary>All findings, as JSON.</summary>
/// <param name="Ok">Nothing is wrong anywhere.</param>
/// <param name="Findings">In the order of the checks.</param>
internal sealed record Report(bool Ok, IReadOnlyList<Finding> Findings);

/// <summary>Source-generated JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Report))]
internal sealed partial class DoctorJson : JsonSerializerContext;
