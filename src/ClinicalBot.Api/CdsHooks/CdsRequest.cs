using System.Text.Json;
using ClinicalBot.Api.Assessments;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>A call of the service.</summary>
/// <param name="HookInstance">Names the call.</param>
/// <param name="Block">Procedures as prefetched; null when the client sent none, a JSON null or an empty bundle when it found none.</param>
/// <param name="Exam">Observations, likewise.</param>
internal sealed record CdsRequest(string HookInstance, JsonElement? Block, JsonElement? Exam)
{
    /// <summary>The hook the service is for.</summary>
    public const string PatientView = "patient-view";

    /// <summary>Key of the procedures.</summary>
    public const string BlockKey = "block";

    /// <summary>Key of the observations.</summary>
    public const string ExamKey = "exam";

    private const int LongestId = 256;

    /// <summary>Reads a call. Names that are not known are left alone: clients add to the specification. Null with errors.</summary>
    public static CdsRequest? Read(JsonElement body, FieldErrors errors)
    {
        var (instance, context) = (body.Text("hookInstance"), body.Find("context") ?? default);
        if (body.Text("hook") != PatientView)
        {
            errors.Add("hook", $"Must be \"{PatientView}\".");
        }

        if (instance is not { Length: > 0 and <= LongestId })
        {
            errors.Add("hookInstance", "Must be the id of this call.");
        }

        if (context.Text("patientId") is not { Length: > 0 and <= LongestId } patient)
        {
            errors.Add("context.patientId", "Must be the id of the patient.");
            return null;
        }

        var prefetch = body.Find("prefetch") ?? default;
        var request = new CdsRequest(instance ?? "", Given(prefetch, BlockKey), Given(prefetch, ExamKey));
        foreach (var (key, resources) in new[]
            { (BlockKey, request.Block?.Resources("Procedure")), (ExamKey, request.Exam?.Resources("Observation")) })
        {
            if (resources?.Any(resource => !resource.IsAbout(patient)) is true)
            {
                errors.Add($"prefetch.{key}", "Holds something that is not about the patient of the context.");
            }
        }

        return errors.Any ? null : request;
    }

    /// <summary>What was prefetched; a JSON null when the client found nothing, null when it sent nothing or only the first page.</summary>
    private static JsonElement? Given(JsonElement prefetch, string key) =>
        prefetch.ValueKind == JsonValueKind.Object && prefetch.TryGetProperty(key, out var given) && !given.IsCutOff() ? given : null;
}
