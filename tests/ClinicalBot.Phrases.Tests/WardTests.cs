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
    public void EveryMessageIsReadAsExpectedButTheListedOnes(string file)
    {
        var listed = Data.Lines("misread.tsv").Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);

        var misread = Data.Messages(file).Select(row => (Name: row.GetProperty("name").GetString()!,
            Misses: Expectation.Misses(row.GetProperty("expect"), Read(row)))).Where(row => row.Misses.Count > 0).ToList();

        Assert.Empty(misread.Where(row => !listed.Contains(row.Name)).Select(row => row.Name + ": " + string.Join("; ", row.Misses)));
        Assert.DoesNotContain(misread, row => !listed.Contains(row.Name) && row.Misses.Any(miss => miss.StartsWith("dangerous", StringComparison.Ordinal)));
    }

    private static Reading Read(JsonElement row) =>
        PhraseReader.Read(row.GetProperty("text").GetString()!,
            new PhraseContext(Data.TopicOf(row.TryGetProperty("topic", out var topic) ? topic.GetString() : null), SentAt, DateTimeZone.Utc));
}
