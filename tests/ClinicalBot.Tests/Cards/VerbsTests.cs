using ClinicalBot.AdaptiveCards;
using ClinicalBot.Conversations.Cards;

namespace ClinicalBot.Tests.Cards;

public sealed class VerbsTests
{
    [Fact]
    public void Every_button_of_every_sample_has_a_handler()
    {
        var library = CardLibrary.Load(typeof(Verbs).Assembly, "cards/");
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "cards")))
        {
            folder = folder.Parent!;
        }

        var samples = Directory.GetFiles(Path.Combine(folder.FullName, "cards"), "*.sample.json");
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            using var data = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(sample));
            var card = library.Expand(Path.GetFileName(sample).Split('.')[0], data.RootElement);
            Assert.Empty(CardLint.Verbs(card).Except(Verbs.All));
        }
    }
}
