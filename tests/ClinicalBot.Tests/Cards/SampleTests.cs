using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Testing;

namespace ClinicalBot.Tests.Cards;

/// <summary>A sample shows what the bot sends: "decision.emergency.sample.json" is a <c>DecisionCard</c>, with nothing more and nothing less.</summary>
public sealed class SampleTests
{
    private static readonly JsonSerializerOptions Strict = new(CardJson.Default.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "cards"), "*.sample.json").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_has_the_properties_of_its_record(string sample)
    {
        var name = sample.Split('.')[0];
        var type = typeof(CardModel).Assembly.GetType($"{typeof(CardModel).Namespace}.{char.ToUpperInvariant(name[0])}{name[1..]}Card");
        Assert.True(type is not null, $"Cards/ has no record for cards/{name}.json.");
        Assert.NotNull(JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(Repository.Root, "cards", sample)), type, Strict));
    }
}
