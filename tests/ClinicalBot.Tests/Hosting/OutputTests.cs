using System.Text.Json;

namespace ClinicalBot.Tests.Hosting;

/// <summary>What the program brings along.</summary>
public sealed class OutputTests
{
    [Fact]
    public void The_program_does_not_depend_on_the_sdk()
    {
        // The program is built beside these tests, in the same configuration.
        var program = AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "ClinicalBot.Tests"), Path.Combine("src", "ClinicalBot"), StringComparison.Ordinal);
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(program, "ClinicalBot.deps.json")));
        var libraries = dependencies.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).ToList();

        Assert.Contains("ClinicalBot.Turns", libraries);
        Assert.DoesNotContain(
            libraries,
            name => name is "AdaptiveCards" or "Newtonsoft.Json" or "ClinicalBot.BotBuilder" || name.StartsWith("Microsoft.Bot.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Rest.", StringComparison.Ordinal));
    }
}
