using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.Api.CdsHooks;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Api.Reports;

/// <summary>GET /api/report: how long people waited, from the records of the cases and from nothing else. No person is named.</summary>
internal static class ReportEndpoint
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    /// <summary>Maps the endpoint.</summary>
    /// <returns>The endpoint, for the host to put its access control on.</returns>
    public static RouteHandlerBuilder MapReport(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/report", FindAsync)
        .WithTags("On call")
        .Produces<ReportReply>()
        .WithSummary("How long people waited")
        .WithDescription("By urgency: number of cases, half and nine tenths of the waits in seconds from the decision on, and what went wrong, and whether the advice was followed. Drills are apart. format=csv gives one line a case.");

    private static async Task<IResult> FindAsync(
        [FromServices] ITurnStore store,
        [FromServices] CareTime time,
        [FromServices] IOptions<EscalationOptions> options,
        [FromQuery, Description("With offset; thirty days before to when left out.")] DateTimeOffset? from,
        [FromQuery, Description("With offset; now when left out.")] DateTimeOffset? to,
        [FromQuery, Description("json or csv.")] string? format,
        CancellationToken cancellationToken)
    {
        var end = to ?? time.GetUtcNow();
        var begin = from ?? end - Usual;
        var cases = await ReadAsync(store, options.Value, begin, end, cancellationToken);
        return format == "csv"
            ? Results.Text(Csv(cases), "text/csv", Encoding.UTF8)
            : TypedResults.Ok(new ReportReply(begin, end, [.. cases.GroupBy(each => (each.IsDrill, each.Urgency)).OrderBy(group => group.Key)
                .Select(group => ReportLine.Of(group.Key.Urgency, group.Key.IsDrill, [.. group]))],
                await CdsFeedbackAsync(store, options.Value, begin, end, cancellationToken)));
    }

    private static async Task<List<CaseTimes>> ReadAsync(ITurnStore store, EscalationOptions options, DateTimeOffset from, DateTimeOffset to,
        CancellationToken cancellationToken)
    {
        var (found, after) = (new List<CaseTimes>(), "");
        while (await store.FindRecordsAsync(after, AtOnce, cancellationToken) is { Count: > 0 } records)
        {
            after = records[^1];
            foreach (var record in records.Where(record => !OtherRecords.IsOther(record) && options.IsHome(CaseFile.TenantOf(record))))
            {
                List<(CaseEvent Event, DateTimeOffset At)> events =
                    [.. (await store.ReadRecordAsync(record, cancellationToken)).Select(line => (CaseEntries.Read(line).Read(), line.At))];
                if (CaseTimes.Of(events) is { } times && times.DecidedAt >= from && times.DecidedAt < to)
                {
                    found.Add(times);
                }
            }
        }

        return found;
    }

    /// <summary>What clinicians did with cards of the CDS Hooks service, by outcome and reason; null where there was none.</summary>
    private static async Task<Dictionary<string, int>?> CdsFeedbackAsync(
        ITurnStore store, EscalationOptions options, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var lines = await store.ReadRecordAsync(new StateKey(options.HomeTenant, OtherRecords.CdsHooks, OtherRecords.CdsHooks).Id, cancellationToken);
        var counts = lines.Where(line => line.At >= from && line.At < to)
            .Select(line => JsonSerializer.Deserialize(line.Body, CdsJson.Default.CdsFeedbackLine)!)
            .CountBy(line => line.Reason ?? line.Outcome).OrderBy(each => each.Key, StringComparer.Ordinal).ToDictionary();
        return counts.Count > 0 ? counts : null;
    }

    private static string Csv(IEnumerable<CaseTimes> cases)
    {
        var csv = new StringBuilder("case,decidedAt,urgency,drill,calledSeconds,deliveredSeconds,answeredSeconds,bedsideSeconds,mriSeconds,lapses,declines,undelivered,feedback\r\n");
        foreach (var each in cases.OrderBy(each => each.DecidedAt))
        {
            csv.Append(CultureInfo.InvariantCulture, $"{each.Reference},{each.DecidedAt:O},{Word(each.Urgency)},{(each.IsDrill ? "true" : "false")},{Seconds(each.Called)},{Seconds(each.Delivered)},{Seconds(each.Answered)},{Seconds(each.Bedside)},{Seconds(each.Mri)},{each.Lapses},{each.Declines},{each.Undelivered},{string.Join(' ', each.Feedback.Select(Name))}\r\n");
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
        int Lapses, int Declines, int Undelivered, IReadOnlyDictionary<string, int> Feedback)
{
    /// <summary>The line of some cases.</summary>
    public static ReportLine Of(Urgency urgency, bool drill, IReadOnlyList<CaseTimes> cases) => new(
        ReportEndpoint.Word(urgency), drill, cases.Count,
        ReportWait.Of(cases.Select(each => each.Called)), ReportWait.Of(cases.Select(each => each.Delivered)),
            ReportWait.Of(cases.Select(each => each.Answered)),
        ReportWait.Of(cases.Select(each => each.Bedside)), ReportWait.Of(cases.Select(each => each.Mri)),
        cases.Sum(each => each.Lapses), cases.Sum(each => each.Declines), cases.Sum(each => each.Undelivered),
        cases.SelectMany(each => each.Feedback).GroupBy(each => each).OrderBy(each => each.Key)
            .ToDictionary(each => ReportEndpoint.Name(each.Key), each => each.Count()));
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
