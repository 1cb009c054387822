using System.Globalization;
using ClinicalBot.Phrases;
using NodaTime;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Times as wards write them, each with the block time a careful clinician takes from it: <c>Data/times.tsv</c>.</summary>
public sealed class TimeMessageTests
{
    private static readonly DateTimeOffset SentAt = new(2026, 11, 22, 22, 19, 0, TimeSpan.Zero);

    [Fact]
    public void EveryTimeIsBoundToItsEventOrAsked()
    {
        var rows = Data.Lines("times.tsv").Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToList();

        Assert.Empty(rows.Select(row => (Row: row, Read: Read(Data.TopicOf(row[0]), row[1]))).Where(pair => pair.Read != pair.Row[2])
            .Select(pair => $"{pair.Row[0]}\t{pair.Row[1]}\t{pair.Row[2]} but read {pair.Read}"));
        Assert.True(rows.Count >= 200);
    }

    private static string Read(Topic? topic, string text)
    {
        var reading = PhraseReader.Read(text, new PhraseContext(topic, SentAt, DateTimeZone.Utc));
        return reading.BlockTime switch
        {
            BlockTimeReading.Known known => known.At.ToString("dd'T'HH:mm", CultureInfo.InvariantCulture) + (known.NeedsConfirmation ? "?" : ""),
            BlockTimeReading.Unknown => "unknown",
            BlockTimeReading.Refused => "refused",
            _ => reading.Doubts.Any(doubt => doubt.Finding == "blockTime") ? "ask" : "none",
        };
    }
}
