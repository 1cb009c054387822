using System.Text.Json;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>Finds the last block of the last thirty days among the procedures of a patient.</summary>
internal static class CdsBlock
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);
    private static readonly string[] NotDone = ["not-done", "preparation", "entered-in-error"];

    // The last injection is what counts, so the end of a period comes before its beginning. R4 says "performed", R5 "occurrence".
    private static readonly string[] Ends = ["end", "start"];
    private static readonly string[] Periods = ["performedPeriod", "occurrencePeriod"];

    /// <summary>When it was; null when there is none.</summary>
    /// <param name="procedures">As prefetched: a bundle, a procedure, or null for none.</param>
    /// <param name="codes">The site's codes of it.</param>
    /// <param name="now">Care clock.</param>
    public static FhirMoment? Find(JsonElement procedures, IEnumerable<string> codes, DateTimeOffset now) => procedures.Resources("Procedure")
        .Where(procedure => !NotDone.Contains(procedure.Text("status")) && procedure.Codings("code").Intersect(codes).Any())
        // Without a time it was at some time: the time is not known, and the block is.
        .Select(procedure => When(procedure) ?? new FhirMoment(now, IsExact: false))
        .Where(moment => now - moment.Earliest <= Oldest)
        .Select(moment => moment.Earliest > now ? new FhirMoment(now, IsExact: false) : moment)
        .OrderByDescending(moment => moment.Earliest).Cast<FhirMoment?>().FirstOrDefault();

    private static FhirMoment? When(JsonElement procedure) => procedure.Moment("performedDateTime") ?? procedure.Moment("occurrenceDateTime")
        ?? Periods.Select(name => procedure.Find(name)).OfType<JsonElement>()
            .SelectMany(period => Ends.Select(end => period.Moment(end))).FirstOrDefault(moment => moment is not null);
}
