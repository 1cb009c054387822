namespace ClinicalBot.Turns.Tests;

public sealed class ProcessKillPointsTests
{
    [Theory]
    [InlineData("midFlush:2")]
    [InlineData("AfterAnswer:1")]
    public void Point_and_count_are_read(string text) => Assert.NotNull(ProcessKillPoints.Parse(text));

    [Theory]
    [InlineData("midFlush")]
    [InlineData("midFlush:0")]
    [InlineData("nowhere:1")]
    [InlineData("midFlush:1:2")]
    public void Anything_else_names_the_points(string text) =>
        Assert.Contains("MidFlush", Assert.Throws<FormatException>(() => ProcessKillPoints.Parse(text)).Message, StringComparison.Ordinal);
}
