using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClinicalBot.Stories.Conversations;

/// <summary>What is expected of a conversation, held against its replies. The keys are explained in <c>README.md</c>.</summary>
internal static class Expected
{
    private static readonly string[] Urgencies = ["recovered", "expected", "incomplete", "urgent", "emergency"];

    private static readonly Regex ClockTime = new(@"\{(HM?)([+-][0-9.]+)\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>A line as it is typed now.</summary>
    public static string Typed(string line, DateTimeOffset now) => ClockTime.Replace(line, match =>
        now.AddHours(double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)).ToString(match.Groups[1].Value == "H" ? "HH:mm" : "HHmm",
            CultureInfo.InvariantCulture));

    /// <summary>What does not hold.</summary>
    public static IReadOnlyList<string> Misses(JsonElement expect, IReadOnlyList<Card> replies) =>
        [.. expect.EnumerateObject().Where(key => !Holds(key.Name, key.Value, expect, replies)).Select(key => key.Name)];

    private static bool Holds(string key, JsonElement value, JsonElement expect, IReadOnlyList<Card> replies)
    {
        var last = replies[^1];
        var asks = expect.TryGetProperty("askok", out var ok) && ok.GetBoolean() && last.Text.Contains('?', StringComparison.Ordinal);
        return key switch
        {
            "urgency" => Decides(last, value.GetString()!) || asks,
            "atleast" => Rank(last) >= Array.IndexOf(Urgencies, value.GetString()) || asks,
            "not" => Strings(value).All(urgency => !replies.Any(reply => Decides(reply, urgency) || Says(reply, urgency + " already"))),
            "decided" => value.GetBoolean() || replies.All(reply => reply.Urgency is null),
            "says" => Strings(value).All(text => Says(last, text)),
            "anysays" => Strings(value).Any(text => Says(last, text)),
            "lacks" => !Strings(value).Any(text => Says(last, text)),
            "help" => Says(last, "call for help"),
            "askok" or "grave" or "finish" => true,
            _ => throw new InvalidOperationException($"What is \"{key}\"?"),
        };
    }

    private static bool Decides(Card reply, string urgency) => reply.Urgency?.StartsWith(urgency, StringComparison.OrdinalIgnoreCase) == true;

    private static int Rank(Card reply) => Enumerable.Range(0, Urgencies.Length).LastOrDefault(i => Decides(reply, Urgencies[i])
        || Says(reply, Urgencies[i] + " already"), -1);

    private static bool Says(Card reply, string text) => reply.Text.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Strings(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? [value.GetString()!] : value.EnumerateArray().Select(each => each.GetString()!);
}
