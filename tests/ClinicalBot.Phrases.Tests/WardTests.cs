using System.Text.Json;
using ClinicalBot.Phrases;
using NodaTime;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Messages written from the ward's side by somebody who had not seen the reader, with what a careful clinician expects.</summary>
public sealed class WardTests
{
    private static readonly DateTimeOffset SentAt = new(2026, 11, 22, 22, 19, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("ward.jsonl")]
    [InlineData("aside.jsonl")]
    [InlineData("eighth.jsonl")]
    public void EveryMessageIsReadAsExpectedButTheListedOnes(string file)
    {
        var listed = Data.Lines("misread.tsv").Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);

        var misread = Data.Messages(file).Select(row => (Name: row.GetProperty("name").GetString()!,
            Misses: Expectation.Misses(row.GetProperty("expect"), Read(row)))).Where(row => row.Misses.Count > 0).ToList();

        Assert.Empty(misread.Where(row => !listed.Contains(row.Name)).Select(row => row.Name + ": " + string.Join("; ", row.Misses)));
        Assert.DoesNotContain(misread, row => !listed.Contains(row.Name) && row.Misses.Any(miss => miss.StartsWith("dangerous", StringComparison.Ordinal)));
    }

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
