using System.Globalization;
using ClinicalBot.Testing;

namespace ClinicalBot.EndToEnd;

/// <summary>Words and pixels of each card on a phone, as a table in artifacts/cards-390.md, and its picture in artifacts/screens.</summary>
[Trait("kind", "measurement")]
public sealed class CardTable(Chromium chromium)
{
    private readonly List<string> _rows = ["| Card at 390 px | words | height | first button ends | last number ends |", "| --- | ---: | ---: | ---: | ---: |"];
    private readonly List<string> _texts = [];

    [Fact]
    public async Task Every_card_is_measured()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 390, height: 844);
        await Row("welcome", page.Ward);
        await page.Says("triage");
        await Row("time", page.Ward);
        await page.Says("3 h ago");
        await Row("motor", page.Ward);
        await page.Says("flurb");
        await Row("motor, asked again", page.Ward);
        await page.Says("slr able, motor normal");
        await Row("sensation", page.Ward);
        await page.Says("block area, reflexes normal, no shooting pain");
        await Row("red flags", page.Ward);
        await page.Says("none");
        await Row("context", page.Ward);
        await page.Says("skip");
        await Row("review", page.Ward);
        await page.Says("yes");
        await Row("expected", page.Ward);
        await page.Says("numb leg 5 h after the block, slr able, motor normal, block area, reflexes normal, no shooting pain", "none", "skip", "yes");
        await Row("urgent", page.Ward);
        await page.OnCall.LastSays("Urgent");
        await Called(page, "urgent");
        await page.Tab("Ward").ClickAsync();
        await page.Says("triage", "3 h ago", "slr able, motor normal", "saddle");
        await Row("emergency, other cases open", page.Ward);
        await page.OnCall.LastSays("Emergency");
        await Called(page, "emergency");
        await page.Tab("Ward").ClickAsync();
        await page.Says("cases");
        await Row("open cases", page.Ward);
        await using var alone = await Ward.OpenAsync(chromium);
        var other = await alone.OpenPageAsync(width: 390, height: 844);
        await other.Says("numb leg 3 h after the block, saddle numbness");
        await Row("emergency", other.Ward);
        await other.Tab("On call").ClickAsync();
        await other.OnCall.LastSays("Emergency");
        await other.OnCall.Button("Coming in 5 min").ClickAsync();
        await other.OnCall.LastSays("there by");
        await Row("is coming, person called", other.OnCall);
        await other.Tab("Channel").ClickAsync();
        await Row("is coming, channel", other.Channel);
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts")).FullName;
        await File.WriteAllLinesAsync(Path.Combine(folder, "cards-390.md"), [.. _rows, "", .. _texts], TestContext.Current.CancellationToken);
    }

    private async Task Called(Screen page, string what)
    {
        await page.Tab("On call").ClickAsync();
        await Row($"{what}, person called", page.OnCall);
        await page.Tab("Channel").ClickAsync();
        await Row($"{what}, channel", page.Channel);
    }

    private async Task Row(string name, Pane pane)
    {
        var card = await CardMeasures.OfAsync(pane.Last);
        await pane.Last.ScreenshotAsync(new() { Path = Path.Combine(Screens.Folder, $"390-{name.Replace(", ", "-").Replace(' ', '-')}.png") });
        _rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {card.Words} | {card.Height:0} | {card.FirstAction:0} | "
            + $"{(card.LastCall > 0 ? card.LastCall.ToString("0", CultureInfo.InvariantCulture) : "")} |"));
        _texts.Add($"- {name}: {card.Text}");
    }
}
