using System.Globalization;
using System.Text.RegularExpressions;

namespace ClinicalBot.Stories.Telemetry;

/// <summary>A rule of ops/prometheus-alerts.yml, in one of the three forms that those rules have.</summary>
/// <param name="Name">Of the alert.</param>
/// <param name="Metric">What it looks at.</param>
/// <param name="Labels">What the labels must be; empty for anything.</param>
/// <param name="Form">"max", "increase" or "quantile".</param>
/// <param name="Quantile">With "quantile", which.</param>
/// <param name="Threshold">The condition holds above it.</param>
internal sealed record AlertRule(string Name, string Metric, string Labels, string Form, double Quantile, double Threshold)
{
    private static readonly Regex Alert = new(@"- alert: (?<name>\w+)\n\s+expr: (?<expr>.+)\n", RegexOptions.NonBacktracking);
    private static readonly Regex Max = new(@"^max\((?<metric>\w+)\) > (?<than>[\d.]+)$", RegexOptions.NonBacktracking);
    private static readonly Regex Increase = new(@"^sum\(increase\((?<metric>\w+)(\{(?<labels>[^}]*)\})?\[\w+\]\)\) > (?<than>[\d.]+)$",
        RegexOptions.NonBacktracking);
    private static readonly Regex Histogram = new(
        @"^histogram_quantile\((?<quantile>[\d.]+), sum by \(le\) \(rate\((?<metric>\w+)_bucket(\{(?<labels>[^}]*)\})?\[\w+\]\)\)\) > (?<than>[\d.]+)$",
        RegexOptions.NonBacktracking);

    /// <summary>Name and expression of every alert in the file.</summary>
    public static IReadOnlyList<(string Name, string Expression)> All { get; } =
    [
        .. Alert.Matches(File.ReadAllText(Ops.Path("prometheus-alerts.yml")).ReplaceLineEndings("\n"))
            .Select(match => (match.Groups["name"].Value, match.Groups["expr"].Value)),
    ];

    /// <summary>The rule of that name.</summary>
    public static AlertRule Of(string name)
    {
        var expression = All.Single(each => each.Name == name).Expression;
        var (form, match) = new[] { ("max", Max.Match(expression)), ("increase", Increase.Match(expression)), ("quantile", Histogram.Match(expression)) }
            .First(each => each.Item2.Success);
        return new AlertRule(name, match.Groups["metric"].Value, match.Groups["labels"].Value, form,
            form == "quantile" ? Number(match.Groups["quantile"].Value) : 0, Number(match.Groups["than"].Value));
    }

    /// <summary>The condition holds, if everything between the two scrapes happened in its window.</summary>
    public bool Holds(Scrape before, Scrape after) => Form switch
    {
        "max" => after.Of(Metric).Max(sample => sample.Value) > Threshold,
        "increase" => Sum(after) - Sum(before) > Threshold,
        _ => QuantileOf(before, after) > Threshold,
    };

    private double Sum(Scrape scrape) => scrape.Of(Metric).Where(Fits).Sum(sample => sample.Value);

    /// <summary>As Prometheus has it: linear within the bucket.</summary>
    private double QuantileOf(Scrape before, Scrape after)
    {
        List<(double Le, double Count)> buckets =
        [
            .. after.Of(Metric + "_bucket").Where(Fits).GroupBy(sample => sample.Labels["le"])
                .Select(bucket => (Le(bucket.Key), bucket.Sum(sample => sample.Value) - before.Of(Metric + "_bucket").Where(Fits)
                    .Where(sample => sample.Labels["le"] == bucket.Key).Sum(sample => sample.Value))).OrderBy(bucket => bucket.Item1),
        ];
        var rank = Quantile * buckets[^1].Count;
        var at = buckets.FindIndex(bucket => bucket.Count >= rank);
        var (low, under) = at == 0 ? (0, 0) : buckets[at - 1];
        return double.IsInfinity(buckets[at].Le) ? low : low + ((buckets[at].Le - low) * (rank - under) / (buckets[at].Count - under));
    }

    private bool Fits(Sample sample) => Labels.Length == 0 || (Labels.Split("!=") is [var not, var other]
        ? sample.Labels[not] != other.Trim('"')
        : Labels.Split('=') is [var name, var value] && sample.Labels[name] == value.Trim('"'));

    private static double Le(string text) => text == "+Inf" ? double.PositiveInfinity : Number(text);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
