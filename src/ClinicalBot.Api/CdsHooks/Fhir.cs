using System.Globalization;
using System.Text.Json;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>Reads the few parts of FHIR R4 and R5 resources that matter here. What has another shape than expected is not there.</summary>
internal static class Fhir
{
    /// <summary>A property; null where there is none.</summary>
    public static JsonElement? Find(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    /// <summary>A text; null where there is none.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON but no text.
            return null;
        }
    }

    /// <summary>The elements of an array; empty where there is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    /// <summary>Resources of a kind: those of a bundle, or the one that was given.</summary>
    public static IEnumerable<JsonElement> Resources(this JsonElement prefetched, string type) =>
        (prefetched.Text("resourceType") == "Bundle" ? prefetched.Items("entry").Select(entry => entry.Find("resource") ?? default) : [prefetched])
        .Where(resource => resource.Text("resourceType") == type);

    /// <summary>A bundle that goes on elsewhere: the specification forbids it, and nothing can be made of a part.</summary>
    public static bool IsCutOff(this JsonElement prefetched) => prefetched.Items("link").Any(link => link.Text("relation") == "next");

    /// <summary>The codes of a concept, each "system|code".</summary>
    public static IEnumerable<string> Codings(this JsonElement element, string name) =>
        element.Find(name) is { } concept ? concept.Items("coding").Select(coding => $"{coding.Text("system")}|{coding.Text("code")}") : [];

    /// <summary>The resource is about this patient.</summary>
    public static bool IsAbout(this JsonElement resource, string patient) =>
        resource.Find("subject")?.Text("reference")?.Split('/') is [.., var id] && id == patient;

    /// <summary>A moment; a date without a time is known to the day only. Null where there is none.</summary>
    public static FhirMoment? Moment(this JsonElement resource, string name)
    {
        if (resource.Text(name) is not { } text)
        {
            return null;
        }

        if (text.Contains('T', StringComparison.Ordinal)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return new FhirMoment(exact, IsExact: true);
        }

        // The day begins first fourteen hours east of Greenwich.
        return DateTime.TryParseExact(text.Split('T')[0], ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year > 1 ? new FhirMoment(new DateTimeOffset(day, TimeSpan.FromHours(14)), IsExact: false) : null;
    }
}

/// <summary>A moment as a record has it.</summary>
/// <param name="Earliest">Then, or the beginning of the day.</param>
/// <param name="IsExact">Known to the minute.</param>
internal readonly record struct FhirMoment(DateTimeOffset Earliest, bool IsExact);
