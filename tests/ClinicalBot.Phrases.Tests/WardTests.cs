using System.Text.Json;
using ClinicalBot.Phrases;
using NodaTime;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Messages written from the ward's side by somebody who had not seen the reader, with what a careful clinician expects.</summary>
public sealed class WardTests
{
    private static readonly DateTimeOffset SentAt = new(2026, 11, 22, 22, 19, 0, TimeSpan.Zero);

    private static HashSet<string> Listed { get; } =
        Data.Lines("misread.tsv").Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);

    private static readonly string[] Files = ["ward.jsonl", "aside.jsonl", "eighth.jsonl", "ninth.jsonl", "tenth.jsonl", "eleventh.jsonl", "twelfth.jsonl"];

    public static TheoryData<string> Sets => [.. Files];

    [Theory]
    [MemberData(nameof(Sets))]
    public void EveryMessageIsReadAsExpectedButTheListedOnes(string file) =>
        Assert.Empty(Misread(file).Where(row => !Listed.Contains(row.Name)).Select(row => row.Name + ": " + string.Join("; ", row.Misses)));

    /// <summary>The list names what is misread, and nothing that is read right by now.</summary>
    [Fact]
    public void EveryListedMessageIsMisread() => Assert.Equal([], Listed.Except(Files.SelectMany(Misread).Select(row => row.Name)));

    private static IEnumerable<(string Name, IReadOnlyList<string> Misses)> Misread(string file) => Data.Messages(file)
        .Select(row => (row.GetProperty("name").GetString()!, Misses: Expectation.Misses(row.GetProperty("expect"), Read(row))))
        .Where(row => row.Misses.Count > 0);

    private static Reading Read(JsonElement row)
    {
        var topic = row.TryGetProperty("topic", out var named) ? named.GetString() : null;
        var text = row.GetProperty("text").GetString()!;
        if (topic is null || FindingTable.Find(topic) is not { } finding)
        {
            return PhraseReader.Read(text, new PhraseContext(Data.TopicOf(topic), SentAt, DateTimeZone.Utc));
        }

        // One finding is asked back at its step: a plain yes or no is its answer.
        var reading = PhraseReader.Read(text, new PhraseContext(finding.Topic, SentAt, DateTimeZone.Utc));
        return reading.Confirmation is { } answer ? finding.Confirm(reading, answer) : reading;
    }
}
