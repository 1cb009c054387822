using ClinicalBot.Testing;

namespace ClinicalBot.Tests.Hosting;

/// <summary>A document that no index names is not found.</summary>
public sealed class DocumentIndexTests
{
    [Theory]
    [InlineData("docs")]
    [InlineData("docs/decisions")]
    public void An_index_names_every_document(string folder)
    {
        var path = Path.Combine(Repository.Root, folder);
        var index = File.ReadAllText(Path.Combine(path, "README.md"));
        Assert.All(Directory.GetFiles(path, "*.md").Select(Path.GetFileName).Where(name => name != "README.md"),
            name => Assert.Contains($"]({name})", index, StringComparison.Ordinal));
    }
}
