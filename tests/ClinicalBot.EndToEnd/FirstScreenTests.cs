namespace ClinicalBot.EndToEnd;

/// <summary>What a phone of 390 by 844 pixels shows of a card without scrolling.</summary>
public sealed class FirstScreenTests(Chromium chromium)
{
    private const int Height = 844;
    private const int MostChrome = 90;

    [Fact]
    public async Task The_first_button_and_every_number_lie_on_the_first_screen_of_a_phone()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 390, height: Height);
        Assert.InRange(await page.Page.EvaluateAsync<double>("document.querySelector('.panes').getBoundingClientRect().top"), 1, MostChrome);
        await page.Says("numb leg 5 h after the block, slr able, motor normal, block area, reflexes normal, no shooting pain", "none", "skip", "yes");
        await OnFirstScreen(page, page.Ward, calls: 1);
        await page.Says("triage", "3 h ago", "slr able, motor normal", "saddle");
        await OnFirstScreen(page, page.Ward, calls: 3);
        await page.OnCall.LastSays("Emergency");
        await page.Tab(page.OnCall.Tab).ClickAsync();
        await OnFirstScreen(page, page.OnCall, calls: 1);
        await page.Tab(page.Channel.Tab).ClickAsync();
        await OnFirstScreen(page, page.Channel, calls: 1);
    }

    private static async Task OnFirstScreen(Screen page, Pane pane, int calls)
    {
        Assert.Equal(calls, await pane.Last.Locator("a[href^='tel:']").CountAsync());
        var lowest = await pane.Last.EvaluateAsync<double>("""
            message => {
              const top = message.getBoundingClientRect().top;
              const first = [...message.querySelectorAll('button')].find(button => button.offsetParent);
              return Math.max(...[first, ...message.querySelectorAll('a[href^="tel:"]')].map(element => element.getBoundingClientRect().bottom - top));
            }
            """);
        Assert.InRange(lowest + MostChrome, 1, Height);
    }
}
