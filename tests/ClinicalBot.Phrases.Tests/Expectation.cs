using System.Globalization;
using System.Text.Json;
using ClinicalBot.Phrases;

namespace ClinicalBot.Phrases.Tests;

/// <summary>What a careful clinician expects of a message, held against a reading. The keys are explained in <c>Data/README.md</c>.</summary>
internal sealed class Expectation
{
    private static readonly HashSet<string> AdverseValues = ["yes", "weak", "unable", "reduced", "present", "dermatomal", "unexpected"];

    private static readonly HashSet<string> ReassuringValues = ["no", "normal", "able", "resolved", "withinBlockArea"];

    private readonly Reading _reading;
    private readonly Dictionary<string, string> _values;
    private readonly HashSet<string> _asked;
    private readonly List<string> _misses = [];

    private Expectation(Reading reading)
    {
        _reading = reading;
        _values = ReadingValues.Of(reading);
        _asked = [.. reading.Doubts.Select(d => d.Finding)];
    }

    /// <summary>What of it does not hold, each with its kind: "dangerous", "false" (an adverse value nobody gave) or "asked" (asked without need).</summary>
    public static IReadOnlyList<string> Misses(JsonElement expect, Reading reading)
    {
        var check = new Expectation(reading);
        foreach (var key in expect.EnumerateObject())
        {
            check.Check(key.Name, key.Value);
        }

        return check._misses;
    }

    private void Check(string key, JsonElement value)
    {
        switch (key)
        {
            case "findings":
                foreach (var finding in value.EnumerateObject())
                {
                    Finding(finding.Name, finding.Value.ToString());
                }

                break;
            case "blockTime":
                Time(value.GetString()!);
                break;
            case "outside":
                Miss(!string.Equals(_reading.Outside?.ToString() ?? "none", value.GetString(), StringComparison.OrdinalIgnoreCase), "false", "outside");
                break;
            case "readyForReview":
                Miss(value.GetBoolean() && (_reading.Doubts.Count > 0 || ReadingValues.Open(_values, _reading).Any()), "asked",
                    "not ready: " + string.Join(", ", ReadingValues.Open(_values, _reading)));
                break;
            case "command":
                // The table of commands has tests of its own.
                break;
            default:
                foreach (var path in value.EnumerateArray().Select(p => p.GetString()!))
                {
                    Path(key, path);
                }

                break;
        }
    }

    private void Finding(string path, string expected)
    {
        var read = _values.GetValueOrDefault(path);
        if (string.Equals(read, expected, StringComparison.OrdinalIgnoreCase) || expected is "unknown" or "notAssessed" or "notGiven" && read is null
            or "unknown" or "notAssessed" or "notGiven")
        {
            return;
        }

        var danger = AdverseValues.Contains(expected) && !IsAsked(path);
        Miss(true, danger ? "dangerous" : Is(AdverseValues, path) ? "false" : "asked", $"{path}: {read ?? "nothing"} instead of {expected}");
    }

    private void Path(string key, string path)
    {
        var (adverse, reassuring, asked) = (Is(AdverseValues, path), Is(ReassuringValues, path), IsAsked(path));
        switch (key)
        {
            case "ask":
                Miss(!asked, path == "blockTime" && _reading.BlockTime is BlockTimeReading.Known || reassuring ? "dangerous" : adverse ? "false"
                    : "asked", path + " not asked");
                break;
            case "askOrYes":
                Miss(!asked && !adverse, "dangerous", path + " neither asked nor adverse");
                break;
            case "askOrNo":
                Miss(!asked && !reassuring, adverse ? "false" : "asked", path + " neither asked nor reassuring");
                break;
            case "notAdverse":
                Miss(adverse, "false", path + " adverse");
                break;
            case "notReassuring":
                Miss(reassuring, "dangerous", path + " reassuring");
                break;
            case "absent":
                Miss(adverse || reassuring, reassuring ? "dangerous" : "false", path + " is there");
                break;
            default:
                throw new InvalidOperationException($"What is \"{key}\"?");
        }
    }

    private void Time(string expected)
    {
        var read = _reading.BlockTime switch
        {
            null => "none",
            BlockTimeReading.Known known => known.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
            BlockTimeReading.Unknown => "unknown",
            _ => "refused",
        };
        Miss(read != expected, _reading.BlockTime is BlockTimeReading.Known ? "dangerous" : "asked", $"block time {read} instead of {expected}");
    }

    private bool Is(HashSet<string> values, string path) =>
        path is "motor" or "redFlags" ? _values.Any(v => v.Key.StartsWith(path + ".", StringComparison.Ordinal) && values.Contains(v.Value))
            : _values.TryGetValue(path, out var value) && values.Contains(value);

    /// <summary>A doubt about "motor" or "redFlags" asks about each of them.</summary>
    private bool IsAsked(string path) =>
        _asked.Contains(path) || path.Contains('.', StringComparison.Ordinal) && _asked.Contains(path[..path.IndexOf('.', StringComparison.Ordinal)])
        || path is "motor" or "redFlags" && _asked.Any(a => a.StartsWith(path, StringComparison.Ordinal));

    private void Miss(bool missed, string kind, string what)
    {
        if (missed)
        {
            _misses.Add($"{kind}: {what}");
        }
    }
}
