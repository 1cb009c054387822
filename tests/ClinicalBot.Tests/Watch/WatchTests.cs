using ClinicalBot.Monitoring.Watch;
using ClinicalBot.Operations;
using ClinicalBot.Paging;

namespace ClinicalBot.Tests.Watch;

/// <summary>When the watchdog calls a person.</summary>
public sealed class WatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private static readonly WatchOptions Options = new() { After = TimeSpan.FromMinutes(1), Again = TimeSpan.FromMinutes(15) };

    /// <summary>A look every 15 seconds; "." is well, "x" is wrong; what is told is taken.</summary>
    [Theory]
    [InlineData("....", "")]
    [InlineData(".xxx.", "")]
    [InlineData(".xxxxx", "5 Wrong")]
    [InlineData("xxxxxxxx..", "4 Wrong, 8 Well")]
    [InlineData("xxxxx.xxxxx", "4 Wrong, 5 Well, 10 Wrong")]
    public void It_tells_once_and_says_when_all_is_well_again(string looks, string expected)
    {
        var (state, told) = (new WatchState(), new List<string>());
        for (var look = 0; look < looks.Length; look++)
        {
            var now = Start + (look * TimeSpan.FromSeconds(15));
            (state, var news) = WatchJudge.Look(state, looks[look] == '.', now, Options);
            if (news != WatchNews.None)
            {
                told.Add($"{look} {news}");
                state = WatchJudge.Told(state, news, now);
            }
        }

        Assert.Equal(expected, string.Join(", ", told));
    }

    [Fact]
    public void What_reached_nobody_is_told_again_at_every_look_and_what_lasts_every_quarter_of_an_hour()
    {
        var (state, news) = WatchJudge.Look(new WatchState(Start), isWell: false, Start.AddMinutes(1), Options);
        Assert.Equal(WatchNews.Wrong, news);
        (state, news) = WatchJudge.Look(state, isWell: false, Start.AddMinutes(1.25), Options);
        Assert.Equal(WatchNews.Wrong, news);
        state = WatchJudge.Told(state, news, Start.AddMinutes(1.25));
        Assert.Equal(WatchNews.None, WatchJudge.Look(state, isWell: false, Start.AddMinutes(16), Options).News);
        Assert.Equal(WatchNews.Wrong, WatchJudge.Look(state, isWell: false, Start.AddMinutes(16.25), Options).News);
    }

    [Fact]
    public async Task Without_a_way_to_call_anybody_it_refuses_to_watch()
    {
        await using var errors = new StringWriter();
        Assert.Equal(1, await WatchCommand.RunAsync([], TextWriter.Null, errors, TestContext.Current.CancellationToken));
        Assert.Contains("Paging:Webhook:Url", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_the_watchdog_says_what_is_wrong() =>
        Assert.Equal("It died.", new Page("watch/1", "", "emergency", null, Start, new PageTo("watch", null, null)) { Note = "It died." }.Text);
}
