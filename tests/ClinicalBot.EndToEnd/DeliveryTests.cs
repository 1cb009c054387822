using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace ClinicalBot.EndToEnd;

public sealed partial class DeliveryTests(Chromium chromium)
{
    [Fact]
    public async Task The_page_is_small_and_brings_nothing_from_elsewhere()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var sizes = new List<int>();
        var hosts = new HashSet<string>();
        using var http = new HttpClient { BaseAddress = new Uri(ward.Bot.Url) };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        using var plain = new HttpClient { BaseAddress = http.BaseAddress };
        var index = await plain.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        foreach (var path in new[] { "/" }.Concat(Loaded().Matches(index).Select(match => "/" + match.Groups[1].Value)))
        {
            sizes.Add((await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).Length);
        }

        Assert.Equal(3, sizes.Count);
        Assert.InRange(sizes.Sum(), 10_000, 200_000);

        var nurse = await ward.OpenPageAsync();
        nurse.Page.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);
        await nurse.Page.ReloadAsync();
        await nurse.Taps("Start triage");
        Assert.Equal([new Uri(ward.Bot.Url).Authority], hosts);
    }

    [Fact]
    public async Task The_policy_lets_nothing_foreign_run()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        using var http = new HttpClient { BaseAddress = new Uri(ward.Bot.Url) };
        using var page = await http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(" style=| on[a-z]+=|<script>|<style", html);

        var nurse = await ward.OpenPageAsync();
        await nurse.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = true\">')");
        await Expect(nurse.Page.Locator("img")).ToHaveCountAsync(1);
        Assert.Contains(nurse.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
        Assert.False(await nurse.Page.EvaluateAsync<bool>("Boolean(window.ran)"));
    }

    [GeneratedRegex("(?:href|src)=\"([a-z]+-[0-9a-f]+\\.(?:css|js))\"")]
    private static partial Regex Loaded();
}
