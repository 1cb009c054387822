using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>The template language itself, against npm adaptivecards-templating. One batch, one Node process.</summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    private const int Cases = 6_000;

    [Fact]
    public async Task Random_templates_expand_to_what_the_reference_makes_of_them()
    {
        var seed = RandomSeed.Next();
        output.WriteLine($"seed {seed}");
        var pcg = PCG.Parse(seed);
        var cases = Enumerable.Range(0, Cases).Select(_ => (
            Template: InPayload(RandomTemplate.Template.Generate(pcg, null, out var _)),
            Data: RandomTemplate.Data.Generate(pcg, null, out var _))).ToList();
        var answers = await NodeOracle.AskAsync(
            [.. cases.Select(item => NodeOracle.Expansion(JsonNode.Parse(item.Template)!, JsonNode.Parse(item.Data)!))]);

        var stricter = 0;
        var differences = cases.Zip(answers, (item, answer) => Difference(item.Template, item.Data, answer, ref stricter)).OfType<string>().ToList();
        output.WriteLine($"{differences.Count} differences");
        if (differences.MinBy(text => text.Length) is { } simplest)
        {
            Assert.Fail(simplest);
        }

        var failed = answers.Count(answer => answer.TryGetProperty("error", out var _));
        output.WriteLine($"{Cases} cases, {failed} of which the reference fails on too; {stricter} refused by ours alone");
        Assert.InRange(failed, 1, Cases / 2);
        Assert.InRange(stricter, 1, Cases / 4);
    }

    /// <summary>Inside a text, lists and objects and the numbers that JavaScript writes with an exponent are ours to refuse.</summary>
    private static bool IsStricter(string message) => message.EndsWith("is an object or array inside a text", StringComparison.Ordinal) ||
        message.EndsWith("is a number that needs an exponent inside a text", StringComparison.Ordinal);

    /// <summary>An action's data may hold anything, so that lists and objects can be compared too.</summary>
    private static string InPayload(string template) => $"{{\"type\":\"Action.Submit\",\"data\":{{\"x\":{template}}}}}";

    private static string? Difference(string template, string data, JsonElement answer, ref int stricter)
    {
        string actual;
        try
        {
            using var document = JsonDocument.Parse(data);
            actual = Encoding.UTF8.GetString(
                CardTemplate.Compile(Encoding.UTF8.GetBytes(template), "random.json", escape: false).Expand(document.RootElement));
        }
        catch (CardException error) when (IsStricter(error.Message))
        {
            stricter++;
            return null;
        }
        catch (CardException error)
        {
            // What cannot be compiled is refused for its form; then the reference must not have an opinion of its own.
            return answer.TryGetProperty("error", out var _) ? null : Describe(error.Message);
        }

        if (answer.TryGetProperty("error", out var reason))
        {
            return Describe(actual);
        }

        using var card = JsonDocument.Parse(actual);
        return JsonSame.Are(card.RootElement, answer.GetProperty("card")) ? null : Describe(actual);

        string Describe(string ours) => $"\n{template}\nwith {data}\nours      {ours}\nreference {answer}";
    }
}
