using System.Globalization;
using System.Text.Json;
using ClinicalBot.Api.Assessments;
using ClinicalBot.Escalation;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>Reads what clinicians did with cards.</summary>
internal static class CdsFeedback
{
    /// <summary>A reason that is not one of ours.</summary>
    public const string Other = "other";

    private const int Most = 100;
    private static readonly string[] Outcomes = ["accepted", "overridden"];

    private static readonly string[] Reasons =
        [.. Enum.GetValues<Feedback>().Where(each => each != Feedback.Followed).Select(each => JsonNamingPolicy.CamelCase.ConvertName(each.ToString()))];

    /// <summary>The lines for the record; each card must have been shown by this service.</summary>
    public static async Task<IReadOnlyList<CdsFeedbackLine>> ReadAsync(
        JsonElement body, FieldErrors errors, Func<string, Task<ShownCard?>> find)
    {
        var given = body.Items("feedback").Take(Most + 1).ToList();
        if (given.Count is 0 or > Most)
        {
            errors.Add("feedback", $"Must be an array of 1 to {Most}.");
            return [];
        }

        var lines = new List<CdsFeedbackLine>(given.Count);
        for (var i = 0; i < given.Count; i++)
        {
            var (path, each) = ($"feedback[{i}]", given[i]);
            var shown = each.Text("card") is { Length: > 0 and <= 64 } uuid && Guid.TryParseExact(uuid, "D", out _)
                ? await find(uuid.ToLowerInvariant()) : null;
            if (shown is null)
            {
                errors.Add($"{path}.card", "Is no card that this service showed in the last 30 days.");
            }

            if (!Outcomes.Contains(each.Text("outcome")))
            {
                errors.Add($"{path}.outcome", $"Must be one of: {string.Join(", ", Outcomes)}.");
            }

            if (!DateTimeOffset.TryParse(each.Text("outcomeTimestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                errors.Add($"{path}.outcomeTimestamp", "Must be a date and time.");
            }

            if (!errors.Any)
            {
                lines.Add(new CdsFeedbackLine(each.Text("card")!.ToLowerInvariant(), shown!, each.Text("outcome")!, Reason(each), at.ToUniversalTime()));
            }
        }

        return lines;
    }

    /// <summary>A comment is free text and could name a patient: that there was one is kept, as "other".</summary>
    private static string? Reason(JsonElement feedback) => feedback.Find("overrideReason") is not { } reason ? null
        : reason.Find("reason")?.Text("code") is { } code && Reasons.Contains(code) ? code : Other;
}
