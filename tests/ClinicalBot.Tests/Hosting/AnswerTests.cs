namespace ClinicalBot.Tests.Hosting;

/// <summary>What every answer of the program carries, and what none tells.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/api/ruleset", 401)]
    [InlineData("/nowhere", 401)]
    [InlineData("/fails", 500)]
    public async Task Every_answer_has_the_security_headers(string path, int status)
    {
        await using var bot = await RegisteredBot.StartAsync();

        using var response = await bot.SendAsync(HttpMethod.Get, path, null);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.StartsWith("default-src 'none'; frame-ancestors 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("no-store", Header(response, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_tells_its_status_and_nothing_else_even_in_Development()
    {
        await using var bot = await RegisteredBot.StartAsync();

        using var response = await bot.SendAsync(HttpMethod.Get, "/fails", null);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.DoesNotContain(".cs", body, StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(",", response.Headers.GetValues(name));
}
