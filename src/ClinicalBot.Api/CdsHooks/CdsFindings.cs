using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.Api.Assessments;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>
/// Turns the observations of a patient into exams, oldest first. Each time at which something was observed is one exam; it holds what was known
/// then. A reassuring value counts only in exams within the exam span, an adverse one until it is observed anew, and a value that is not mapped
/// takes back what was known before.
/// </summary>
internal static class CdsFindings
{
    private static readonly string[] NotCounted = ["entered-in-error", "cancelled", "registered"];

    /// <summary>The exams; empty when none of the site's findings was observed since the block.</summary>
    /// <param name="observations">As prefetched.</param>
    /// <param name="block">The last block.</param>
    /// <param name="options">The site's codes.</param>
    /// <param name="now">Care clock.</param>
    public static IReadOnlyList<Assessment> Read(JsonElement observations, FhirMoment block, CdsHooksOptions options, DateTimeOffset now)
    {
        var known = new Dictionary<string, (DateTimeOffset At, string? Value)>(StringComparer.Ordinal);
        var exams = new List<Assessment>();
        foreach (var moment in observations.Resources("Observation").SelectMany(each => Seen(each, options, now))
            .Where(seen => seen.At >= block.Earliest).GroupBy(seen => seen.At).OrderBy(group => group.Key))
        {
            foreach (var finding in moment.GroupBy(seen => seen.Finding))
            {
                known[finding.Key.Path] = (moment.Key, finding.MinBy(seen => Rank(seen.Finding, seen.Value)).Value);
            }

            var counted = known.Where(each => each.Value.Value is { } value
                && (value != FindingTable.Find(each.Key)!.Reassuring || moment.Key - each.Value.At <= options.ExamSpan)).ToList();
            if (counted.Exists(each => FindingTable.Find(each.Key)!.Topic != Topic.Context))
            {
                exams.Add(Exam(counted.Select(each => (each.Key, each.Value.Value!)), block, moment.Key, now));
            }
            else if (moment.Any(seen => seen.Finding.Topic != Topic.Context))
            {
                // What was observed last says nothing: what was decided before is over.
                exams.Clear();
            }
        }

        return exams;
    }

    /// <summary>Adverse first, then not known, then reassuring: of two at one time the worse counts.</summary>
    private static int Rank(Finding finding, string? value) => value is null ? 1 : value == finding.Reassuring ? 2 : 0;

    private static IEnumerable<(Finding Finding, string? Value, DateTimeOffset At)> Seen(JsonElement observation, CdsHooksOptions options, DateTimeOffset now)
    {
        if (NotCounted.Contains(observation.Text("status")))
        {
            return [];
        }

        var when = observation.Moment("effectiveDateTime") ?? observation.Moment("effectiveInstant")
            ?? observation.Find("effectivePeriod")?.Moment("start") ?? observation.Moment("issued");
        var (at, isKnown) = when is { IsExact: true } moment && moment.Earliest <= now ? (moment.Earliest, true) : (now, false);
        return observation.Items("component").Prepend(observation).SelectMany(part => options.Findings
            .Where(code => part.Codings("code").Contains(code.Code))
            .Select(code => (Finding: FindingTable.Find(code.Finding)!, Value: Value(part, code)))
            // Nobody knows when: it can frighten, and it cannot reassure.
            .Select(seen => (seen.Finding, isKnown || seen.Value != seen.Finding.Reassuring ? seen.Value : null, at)));
    }

    private static string? Value(JsonElement part, FindingCode code)
    {
        IEnumerable<string> given =
        [
            .. part.Codings("valueCodeableConcept"),
            .. new[] { part.Find("valueBoolean"), part.Find("valueInteger"), part.Find("valueQuantity")?.Find("value") }
                .OfType<JsonElement>().Where(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number)
                .Select(value => value.ValueKind == JsonValueKind.Number ? Number(value) : value.GetBoolean() ? "true" : "false"),
        ];
        var finding = FindingTable.Find(code.Finding)!;
        return given.SelectMany(each => code.Values.Where(value => value.Code == each)).Select(value => value.Value).Distinct()
            .OrderBy(value => Rank(finding, value)).FirstOrDefault();
    }

    private static string Number(JsonElement value) => value.TryGetDecimal(out var number) ? number.ToString("0.######", CultureInfo.InvariantCulture) : "";

    private static Assessment Exam(IEnumerable<(string Path, string Value)> findings, FhirMoment block, DateTimeOffset at, DateTimeOffset now)
    {
        var exam = new JsonObject { ["assessedAt"] = at.ToString("o", CultureInfo.InvariantCulture) };
        if (block.IsExact)
        {
            exam["blockTime"] = block.Earliest.ToString("o", CultureInfo.InvariantCulture);
        }

        foreach (var (path, value) in findings.Where(each => each.Value != "notGiven"))
        {
            var place = exam;
            var parts = path.Split('.');
            foreach (var part in parts[..^1])
            {
                place[part] ??= new JsonObject();
                place = place[part]!.AsObject();
            }

            place[parts[^1]] = value;
        }

        var reader = new AssessmentReader(now);
        using var document = JsonDocument.Parse(exam.ToJsonString());
        var (read, _) = reader.Read(document.RootElement);
        return reader.Errors.Any ? throw new InvalidOperationException("An exam made of mapped findings was refused.") : read;
    }
}
