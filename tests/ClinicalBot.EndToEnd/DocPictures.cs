using ClinicalBot.Testing;
using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>The pictures of docs/ and of the README, taken of the running program: docs/pictures/*.png.</summary>
[Trait("kind", "measurement")]
public sealed class DocPictures(Chromium chromium)
{
    [Fact]
    public async Task Are_taken_of_the_program_as_it_is()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var phone = await ward.OpenPageAsync(width: 390, height: 844);
        await phone.Says("triage", "3 h ago");
        await TakeAsync(phone, "motor");
        await phone.Says("slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip");
        await TakeAsync(phone, "review");
        await phone.Says("cancel");
        await phone.Says("numb leg 3 h after the block, saddle numbness");
        await TakeAsync(phone, "emergency");
        var dark = await ward.OpenPageAsync(ColorScheme.Dark, width: 390, height: 844);
        await dark.Tab(dark.OnCall.Tab).ClickAsync();
        await dark.OnCall.LastSays("Red flag: saddle numbness.");
        await TakeAsync(dark, "called");
        var desk = await ward.OpenPageAsync(width: 1440, height: 900);
        await desk.OnCall.LastSays("Red flag: saddle numbness.");
        await Assertions.Expect(desk.Page.Locator("#next")).ToContainTextAsync("the next are called");
        await TakeAsync(desk, "escalation");
    }

    private static Task TakeAsync(Screen screen, string name) => screen.Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "pictures")).FullName, $"{name}.png"),
        Animations = ScreenshotAnimations.Disabled,
    });
}
