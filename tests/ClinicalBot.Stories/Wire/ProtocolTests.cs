using ClinicalBot.Testing;

namespace ClinicalBot.Stories;

public sealed class ProtocolTests
{
    [Fact]
    public async Task The_page_shows_what_goes_over_the_wire()
    {
        var path = Path.Combine(Repository.Root, "docs", "protocol.md");
        var page = await ProtocolPage.WriteAsync();
        if (Environment.GetEnvironmentVariable("WRITE_PROTOCOL") == "1")
        {
            await File.WriteAllTextAsync(path, page, TestContext.Current.CancellationToken);
        }

        Assert.True(
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) == page,
            "docs/protocol.md is stale; its first lines say how to write it anew.");
    }
}
