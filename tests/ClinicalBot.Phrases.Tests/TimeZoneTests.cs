using ClinicalBot.Phrases;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Wall-clock times on the days the clocks change, and instants to the second.</summary>
public sealed class TimeZoneTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-08T16:00:00Z", "today 2:30 am", "2026-03-08T06:30:00Z")]
    [InlineData("America/New_York", "2026-11-01T16:00:00Z", "today 1:30 am", "2026-11-01T05:30:00Z")]
    [InlineData("Europe/London", "2026-03-29T16:00:00Z", "today 01:30", "2026-03-29T00:30:00Z")]
    [InlineData("Europe/London", "2026-10-25T16:00:00Z", "today 01:30", "2026-10-25T00:30:00Z")]
    [InlineData("Asia/Tokyo", "2026-11-22T15:00:00Z", "yesterday 5pm", "2026-11-22T08:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-22T15:00:00Z", "3 h ago", "2026-11-22T12:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T16:00:00Z", "12 h ago", "2026-03-08T04:00:00Z")]
    public void TheEarlierInstantIsTaken(string zone, string sentAt, string text, string expected)
    {
        var time = Assert.IsType<BlockTimeReading.Known>(Sent.Read(Topic.Time, text, Parse(sentAt), zone).BlockTime);

        Assert.Equal(Parse(expected), time.At);
    }

    [Theory]
    [InlineData("720 h ago", false)]
    [InlineData("721 h ago", true)]
    public void ThirtyDaysAreReadAndMoreIsRefused(string text, bool refused) =>
        Assert.Equal(refused, Sent.Read(Topic.Time, text).BlockTime is BlockTimeReading.Refused { InFuture: false });

    [Fact]
    public void TheOffsetIsTheSendersAtThatInstant() =>
        Assert.Equal(
            TimeSpan.FromHours(1),
            Assert.IsType<BlockTimeReading.Known>(Sent.Read(Topic.Time, "30 days ago").BlockTime).At.Offset);

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
