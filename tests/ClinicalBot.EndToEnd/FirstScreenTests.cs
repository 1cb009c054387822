namespace ClinicalBot.EndToEnd;

/// <summary>What a phone of 390 by 844 pixels shows of a card without scrolling, and how many words it says before anything is opened.</summary>
public sealed class FirstScreenTests(Chromium chromium)
{
    private const int Height = 844;
    private const int MostChrome = 90;
    private const int MostWords = 90;

    [Fact]
    public async Task Every_card_says_at_most_ninety_words_and_shows_its_first_button_and_every_number_on_the_first_screen()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 390, height: Height);
        Assert.InRange(await page.Page.EvaluateAsync<double>("document.querySelector('.panes').getBoundingClientRect().top"), 1, MostChrome);
        await page.Says("numb leg 3 h after the block, slr able, motor normal, block area, reflexes normal, no shooting pain", "none", "skip", "yes");
        await OnFirstScreen("expected", page.Ward, calls: 0);
        await page.Says("numb leg 5 h after the block, slr able, motor normal, block area, reflexes normal, no shooting pain", "none", "skip", "yes");
        await OnFirstScreen("urgent", page.Ward, calls: 1);
        await page.OnCall.LastSays("Urgent");
        await Elsewhere("urgent");
        await page.Says("numb leg 3 h after the block, saddle numbness");
        await OnFirstScreen("emergency while other cases are open", page.Ward, calls: 3);
        await page.OnCall.LastSays("Emergency");
        await Elsewhere("emergency");

        async Task Elsewhere(string what)
        {
            await page.Tab(page.OnCall.Tab).ClickAsync();
            await OnFirstScreen($"{what}: called", page.OnCall, calls: 1);
            await page.Tab(page.Channel.Tab).ClickAsync();
            await OnFirstScreen($"{what}: channel", page.Channel, calls: 1);
            await page.Tab(page.Ward.Tab).ClickAsync();
        }
    }

    [Fact]
    public async Task Every_question_shows_its_first_button_on_the_first_screen()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 390, height: Height);
        foreach (var (what, line) in new[]
        {
            ("time", "triage"), ("motor", "3 h ago"), ("sensation", "slr able, motor normal"),
            ("red flags", "block area, reflexes normal, no shooting pain"), ("context", "none"), ("review", "skip"),
        })
        {
            await page.Says(line);
            await OnFirstScreen(what, page.Ward, calls: 0);
        }
    }

    private static async Task OnFirstScreen(string what, Pane pane, int calls)
    {
        Assert.Equal(calls, await pane.Last.Locator("a[href^='tel:']").CountAsync());
        var card = await CardMeasures.OfAsync(pane.Last);
        Assert.True(card.Words is > 10 and <= MostWords, $"{what}: {card.Words} words: {card.Text}");
        Assert.InRange(Math.Max(card.FirstAction, card.LastCall) + MostChrome, MostChrome + 1, Height);
    }
}
