using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ClinicalBot.Testing;

namespace ClinicalBot.Stories.Telemetry;

/// <summary>What a ward's GET /metrics answered.</summary>
internal sealed class Scrape
{
    /// <summary>What Prometheus brings.</summary>
    public const string Token = "a-token-of-enough-characters";

    private static readonly Regex Line = new(@"^(?<name>\w+)(\{(?<labels>.*)\})? (?<value>\S+)( \d+)?$", RegexOptions.NonBacktracking);
    private static readonly Regex Label = new(@"(?<name>\w+)=""(?<value>[^""]*)""", RegexOptions.NonBacktracking);

    private Scrape(string text)
    {
        Text = text;
        Samples =
        [
            .. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => Line.Match(line)).Select(match => new Sample(
                match.Groups["name"].Value,
                Label.Matches(match.Groups["labels"].Value).DistinctBy(label => label.Groups["name"].Value)
                    .ToDictionary(label => label.Groups["name"].Value, label => label.Groups["value"].Value),
                double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>The setting that makes a ward answer.</summary>
    public static (string Key, string Value) Setting => ("Telemetry:PrometheusToken", Token);

    public string Text { get; }

    public IReadOnlyList<Sample> Samples { get; }

    /// <summary>Samples of a name.</summary>
    public IEnumerable<Sample> Of(string name) => Samples.Where(sample => sample.Name == name);

    public static async Task<Scrape> OfAsync(Ward ward)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/metrics", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await ward.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return new Scrape(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

/// <summary>One line of a scrape.</summary>
internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);

/// <summary>Files of the folder ops/.</summary>
internal static class Ops
{
    /// <summary>Where one lies.</summary>
    public static string Path(string name) => Repository.PathOf("ops", name);
}

/// <summary>Metrics of one process are one: no other host may run meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "telemetry";
}
