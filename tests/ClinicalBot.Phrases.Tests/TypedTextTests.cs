namespace ClinicalBot.Phrases.Tests;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" \t\r\n ", "")]
    [InlineData("  case \t K7 \u00a0 4FX  ", "case K7 4FX")]
    [InlineData("saddle - no \r\n\r\n bladder: normal", "saddle - no\nbladder: normal")]
    public void Runs_of_white_space_become_one(string? typed, string folded) => Assert.Equal(folded, TypedText.Fold(typed));

    [Fact]
    public void A_text_that_is_too_long_stays_too_long_and_no_longer()
    {
        Assert.Equal(TypedText.MaxLength + 1, TypedText.Fold(new string('a', 28_000)).Length);
        Assert.True(PhraseReader.Read(TypedText.Fold(new string('a', 28_000)),
            new PhraseContext(null, DateTimeOffset.UnixEpoch, NodaTime.DateTimeZone.Utc)).TooLong);
        Assert.Equal(TypedText.MaxLength, TypedText.Fold(new string('a', TypedText.MaxLength) + new string(' ', 28_000)).Length);
    }
}
