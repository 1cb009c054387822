namespace ClinicalBot.EndToEnd;

/// <summary>Long names of people and places, as sites have them, measured in pixels on a phone.</summary>
public sealed class LongNamesTests(Chromium chromium)
{
    private const string Place = "Interventional-Pain-Recovery-Unit-North, bay 12B";

    // The people of the page have short names and numbers; these stand in their place.
    private const string Lengthen = """
        message => {
          const names = {
            'Alex Specimen': 'Prof. Dr. med. Maximiliane-Alexandra von Hohenstein-Wolkenburg',
            'Jo Placeholder': 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk' };
          const texts = document.createTreeWalker(message.querySelector('.ac-adaptiveCard'), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode;
            Object.entries(names).forEach(([short, long]) => { text.data = text.data.replace(short, long); });
            text.data = text.data.replace(/^555\D\d{4}$/, '+49\u00a0(0)89\u00a04140\u2011123456');
          }
        }
        """;

    // Lines that a number takes, and what is wider than the card.
    private const string Broken = """
        message => {
          const card = message.querySelector('.ac-adaptiveCard');
          const right = card.getBoundingClientRect().right;
          const wide = [...card.querySelectorAll('*')].filter(each => each.getBoundingClientRect().right > right + 1)
            .map(each => 'too wide: ' + each.outerHTML.slice(0, 150));
          const numbers = [...card.querySelectorAll('a[href^="tel:"]')];
          const lines = number => {
            const range = document.createRange();
            range.selectNodeContents(number);
            return new Set([...range.getClientRects()].map(each => Math.round(each.top))).size;
          };
          const broken = numbers.filter(number => lines(number) !== 1).map(number => 'broken: ' + number.textContent);
          return [...wide, ...broken, ...numbers.length ? [] : ['no number']];
        }
        """;

    [Fact]
    public async Task No_name_leaves_the_card_and_no_number_is_broken()
    {
        await using var ward = await Ward.OpenAsync(chromium, ("Escalation:Locations:0", Place), ("Escalation:Locations:1", "Bay"));
        var page = await ward.OpenPageAsync(width: 390, height: 844);
        await page.Says("numb leg 3 h after the block, saddle numbness");
        await page.LastSays("Red flag: saddle numbness.");
        await Check(page.Ward, "ward");
        await page.Ward.Button(Place).ClickAsync();
        await page.Tab(page.OnCall.Tab).ClickAsync();
        await page.OnCall.LastSays(Place);
        await Check(page.OnCall, "called");
        await page.Tab(page.Channel.Tab).ClickAsync();
        await page.Channel.LastSays(Place);
        await Check(page.Channel, "channel");
    }

    private static async Task Check(Pane pane, string where)
    {
        await pane.Last.EvaluateAsync(Lengthen);
        await pane.Last.ScreenshotAsync(new() { Path = Path.Combine(Screens.Folder, $"long-names-{where}.png") });
        Assert.Empty(await pane.Last.EvaluateAsync<string[]>(Broken));
    }
}
