using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>Every card with every sample: linted, and compared with what the reference implementations make of it.</summary>
public sealed class CardsTests
{
    [Fact]
    public void Every_card_has_a_sample_and_every_sample_a_card()
    {
        Assert.NotEmpty(SampleCard.All);
        Assert.Empty(SampleCard.Templates.Except(SampleCard.All.Select(sample => sample.Template)));
        Assert.Empty(SampleCard.All.Select(sample => sample.Template).Except(SampleCard.Templates));
    }

    [Fact]
    public void Every_card_is_without_a_problem()
    {
        Assert.NotEmpty(SampleCard.All);
        var problems = SampleCard.All.SelectMany(
            sample => CardLint.Check(Expand(sample, sample.Data)).Select(problem => $"{sample.Name}{problem}"));

        Assert.Empty(problems);
    }

    [Fact]
    public async Task Every_card_expands_to_what_the_reference_makes_of_it()
    {
        var requests = SampleCard.All.SelectMany(sample => Variants(sample.Data).Select(data => (sample, data))).ToList();
        var expected = await NodeOracle.AskAsync(
            [.. requests.Select(request => NodeOracle.Expansion(Marked(request.sample), request.data.DeepClone()))]);

        Assert.True(requests.Count > SampleCard.All.Count * HostileValues.All.Count);
        foreach (var ((sample, data), answer) in requests.Zip(expected))
        {
            if (answer.TryGetProperty("error", out var error))
            {
                Assert.Throws<CardException>(() => Expand(sample, data));
                continue;
            }

            using var actual = JsonDocument.Parse(Expand(sample, data));
            var card = MarkedTemplate.Resolve(answer.GetProperty("card"));
            Assert.True(JsonSame.Are(actual.RootElement, card), $"{sample.Name}: {data}\nours {actual.RootElement}\nreference {card}");
        }
    }

    [Fact]
    public async Task Every_card_is_parsed_and_rendered_by_the_reference_without_a_validation_event()
    {
        var requests = SampleCard.All.SelectMany(sample => Variants(sample.Data, filledOnly: true).Select(data => (sample, data))).ToList();
        var answers = await NodeOracle.AskAsync(
            [.. requests.Select(request => NodeOracle.Rendering(JsonNode.Parse(Expand(request.sample, request.data))!))]);

        List<string> ownTags = [];
        foreach (var ((sample, data), answer) in requests.Zip(answers))
        {
            Assert.False(answer.TryGetProperty("error", out var error), $"{sample.Name}: {data}\n{error}");
            Assert.Empty(answer.GetProperty("events").EnumerateArray().Select(e => $"{sample.Name}: {e}"));
            var tags = answer.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!).ToList();
            ownTags = data == sample.Data ? [.. tags, "P", "BR"] : ownTags;
            Assert.Empty(tags.Except(ownTags));
        }
    }

    private static byte[] Expand(SampleCard sample, JsonNode data)
    {
        using var document = JsonDocument.Parse(data.ToJsonString());
        return CardTemplate.Compile(sample.TemplateUtf8, Path.GetFileName(sample.Template)).Expand(document.RootElement);
    }

    private static JsonNode Marked(SampleCard sample)
    {
        using var document = JsonDocument.Parse(sample.TemplateUtf8);
        return MarkedTemplate.Mark(document.RootElement)!;
    }

    /// <summary>
    /// The sample, and the sample with each hostile value in the place of every free text, and unless all must be filled once with nulls and once
    /// without anything.
    /// </summary>
    private static IEnumerable<JsonNode> Variants(JsonNode data, bool filledOnly = false)
    {
        yield return data;
        foreach (var value in HostileValues.All.Where(value => !filledOnly || !string.IsNullOrWhiteSpace(value)))
        {
            yield return Replaced(data, value)!;
        }

        if (!filledOnly)
        {
            yield return Replaced(data, null)!;
            yield return new JsonObject();
        }
    }

    private static JsonNode? Replaced(JsonNode? node, string? value) => node switch
    {
        JsonObject values => new JsonObject(values.Select(pair => KeyValuePair.Create(
            pair.Key,
            IsFixed(pair.Key) ? pair.Value?.DeepClone() : Replaced(pair.Value, value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Replaced(item, value))]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => value,
        _ => node?.DeepClone(),
    };

    // Names, styles and widths come from code, never from people, and the reference rightly refuses others.
    private static bool IsFixed(string name) => name is "id" or "style" or "weight" or "color" or "width" or "size" or "type" or "url" or "date" or "time";
}
