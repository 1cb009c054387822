using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.Api.CdsHooks;
using ClinicalBot.Conversations.Reports;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Mvc;

namespace ClinicalBot.Api.Reports;

/// <summary>GET /api/report: how long people waited, from the records of the cases and from nothing else. By urgency and role; no person is named.</summary>
internal static class ReportEndpoint
{
    /// <summary>Maps the endpoint.</summary>
    /// <returns>The endpoint, for the host to put its access control on.</returns>
    public static RouteHandlerBuilder MapReport(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/report", FindAsync)
        .WithTags("On call")
        .Produces<ReportReply>()
        .ProducesValidationProblem()
        .WithSummary("How long people waited")
        .WithDescription("By urgency, and by role within it: number of cases, half and nine tenths of the waits in seconds from the decision on, and "
            + "what went wrong, and whether the advice was followed. Drills are apart. format=csv gives one line a case.");

    private static async Task<IResult> FindAsync(
        [FromServices] CaseReport report,
        [FromServices] CdsRecord cds,
        [FromServices] CareTime time,
        [FromQuery, Description("With offset; thirty days before to when left out.")] DateTimeOffset? from,
        [FromQuery, Description("With offset; now when left out.")] DateTimeOffset? to,
        [FromQuery, Description("json or csv.")] string? format,
        [FromQuery, Description("For csv: role gives one line a case and role; one line a case when left out.")] string? by,
        CancellationToken cancellationToken)
    {
        var end = to ?? time.GetUtcNow();
        var begin = from ?? (end - DateTimeOffset.MinValue < CaseReport.Usual ? DateTimeOffset.MinValue : end - CaseReport.Usual);
        var errors = new Dictionary<string, string[]>();
        if (begin >= end)
        {
            errors["to"] = ["Must be after from."];
        }

        if (format is not (null or "json" or "csv"))
        {
            errors["format"] = ["Must be json or csv."];
        }

        if (by is not (null or "role"))
        {
            errors["by"] = ["Must be role, or left out."];
        }

        if (errors.Count > 0)
        {
            return Results.ValidationProblem(errors);
        }

        var cases = await report.ReadAsync(begin, end, cancellationToken);
        return format == "csv"
            ? Results.Text(by == "role" ? CsvByRole(cases) : Csv(cases), "text/csv", Encoding.UTF8)
            : TypedResults.Ok(new ReportReply(begin, end, [.. cases.GroupBy(each => (each.IsDrill, each.Urgency)).OrderBy(group => group.Key)
                .Select(group => ReportLine.Of(group.Key.Urgency, group.Key.IsDrill, [.. group]))],
                await cds.CountFeedbackAsync(begin, end, cancellationToken)));
    }

    private static string Csv(IEnumerable<CaseTimes> cases)
    {
        var csv = new StringBuilder("case,decidedAt,urgency,drill,calledSeconds,deliveredSeconds,answeredSeconds,bedsideSeconds,mriSeconds,lapses,"
            + "declines,undelivered,feedback\r\n");
        foreach (var each in cases)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{each.Reference},{each.DecidedAt:O},{Word(each.Urgency)},{(each.IsDrill ? "true" : "false")},"
                + $"{Seconds(each.Called)},{Seconds(each.Delivered)},{Seconds(each.Answered)},{Seconds(each.Bedside)},{Seconds(each.Mri)},"
                + $"{each.Lapses},{each.Declines},{each.Undelivered},{string.Join(' ', each.Feedback.Select(Name))}\r\n");
        }

        return csv.ToString();
    }

    private static string CsvByRole(IEnumerable<CaseTimes> cases)
    {
        var csv = new StringBuilder("case,decidedAt,urgency,drill,role,calledSeconds,deliveredSeconds,answeredSeconds,bedsideSeconds,lapses,declines,"
            + "undelivered\r\n");
        foreach (var (each, role) in cases.SelectMany(each => each.Roles.Select(role => (each, role))))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{each.Reference},{each.DecidedAt:O},{Word(each.Urgency)},{(each.IsDrill ? "true" : "false")},"
                + $"{role.Role},{Seconds(role.Called)},{Seconds(role.Delivered)},{Seconds(role.Answered)},{Seconds(role.Bedside)},{role.Lapses},"
                + $"{role.Declines},{role.Undelivered}\r\n");
        }

        return csv.ToString();
    }

    internal static string Word(Urgency urgency) => urgency == Urgency.Emergency ? "emergency" : "urgent";

    /// <summary>A feedback as JSON and CSV name it.</summary>
    internal static string Name(Feedback feedback) => JsonNamingPolicy.CamelCase.ConvertName(feedback.ToString());

    internal static int? Seconds(TimeSpan? span) => span is { } known ? (int)known.TotalSeconds : null;
}

/// <summary>How long people waited.</summary>
/// <param name="From">From then on.</param>
/// <param name="To">Until then.</param>
/// <param name="Lines">By urgency, drills apart.</param>
/// <param name="CdsFeedback">On cards of the CDS Hooks service: how often accepted, overridden, or overridden for which reason.</param>
internal sealed record ReportReply(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ReportLine> Lines,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, int>? CdsFeedback);

/// <summary>Cases of one urgency. Waits are seconds from the decision on.</summary>
internal sealed record ReportLine(
    string Urgency, bool Drill, int Cases, ReportWait Called, ReportWait Delivered, ReportWait Answered, ReportWait Bedside, ReportWait Mri,
        int Lapses, int Declines, int Undelivered, IReadOnlyDictionary<string, int> Feedback, IReadOnlyList<ReportRole> Roles)
{
    /// <summary>The line of some cases.</summary>
    public static ReportLine Of(Urgency urgency, bool drill, IReadOnlyList<CaseTimes> cases) => new(
        ReportEndpoint.Word(urgency), drill, cases.Count,
        ReportWait.Of(cases.Select(each => each.Called)), ReportWait.Of(cases.Select(each => each.Delivered)),
            ReportWait.Of(cases.Select(each => each.Answered)),
        ReportWait.Of(cases.Select(each => each.Bedside)), ReportWait.Of(cases.Select(each => each.Mri)),
        cases.Sum(each => each.Lapses), cases.Sum(each => each.Declines), cases.Sum(each => each.Undelivered),
        cases.SelectMany(each => each.Feedback).GroupBy(each => each).OrderBy(each => each.Key)
            .ToDictionary(each => ReportEndpoint.Name(each.Key), each => each.Count()),
        [.. cases.SelectMany(each => each.Roles).GroupBy(each => each.Role, StringComparer.OrdinalIgnoreCase).OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => ReportRole.Of(each.Key, [.. each]))]);
}

/// <summary>One role in the cases of one urgency. Waits are seconds from the decision on.</summary>
internal sealed record ReportRole(string Role, int Cases, ReportWait Called, ReportWait Delivered, ReportWait Answered, ReportWait Bedside, int Lapses,
    int Declines, int Undelivered)
{
    /// <summary>The line of a role.</summary>
    public static ReportRole Of(string role, IReadOnlyList<RoleTimes> times) => new(
        role, times.Count, ReportWait.Of(times.Select(each => each.Called)), ReportWait.Of(times.Select(each => each.Delivered)),
        ReportWait.Of(times.Select(each => each.Answered)), ReportWait.Of(times.Select(each => each.Bedside)),
        times.Sum(each => each.Lapses), times.Sum(each => each.Declines), times.Sum(each => each.Undelivered));
}

/// <summary>A wait.</summary>
/// <param name="Cases">In how many cases it ended.</param>
/// <param name="Half">Half of them waited no longer, in seconds; null for none.</param>
/// <param name="NineTenths">Nine of ten waited no longer.</param>
internal sealed record ReportWait(int Cases, int? Half, int? NineTenths)
{
    /// <summary>Of spans; null where it did not end.</summary>
    public static ReportWait Of(IEnumerable<TimeSpan?> spans)
    {
        List<TimeSpan?> known = [.. spans.Where(span => span is not null)];
        return new ReportWait(known.Count, ReportEndpoint.Seconds(CaseTimes.Percentile(known, 50)), ReportEndpoint.Seconds(CaseTimes.Percentile(known, 90)));
    }
}

/// <summary>Source-generated JSON.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReportReply))]
internal sealed partial class ReportJson : JsonSerializerContext;
