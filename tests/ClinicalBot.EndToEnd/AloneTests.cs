using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

/// <summary>The second view: one person's chat alone, as a phone shows it.</summary>
public sealed class AloneTests(Chromium chromium)
{
    [Fact]
    public async Task The_chat_of_the_person_called_stands_alone_and_answers()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var page = await ward.OpenPageAsync(width: 1440);
        await page.Tab(page.OnCall.Tab).ClickAsync();
        await page.OnCall.ActAs("Jo Placeholder");
        var phone = await ward.OpenTabAsync(page, await page.Page.Locator("#called .alone").GetAttributeAsync("href") ?? "");
        await Expect(phone.Page.Locator(".bar")).ToBeHiddenAsync();
        await Expect(phone.Page.Locator("#ask")).ToBeHiddenAsync();
        await page.Tab(page.Ward.Tab).ClickAsync();
        await page.Says("numb leg 3 h after the block, saddle numbness");
        await phone.OnCall.LastSays("Red flag: saddle numbness.");
        await phone.OnCall.Button("Coming in 5 min").ClickAsync();
        await page.LastSays("Jo Placeholder");
        Assert.Empty(phone.Complaints);
    }
}
