using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>
/// Checks an expanded card: what a host would refuse or drop, what a screen reader or a color-blind eye would miss, and what a submit
/// would not find its way back with. Run at build over every card and sample.
/// </summary>
public static class CardLint
{
    /// <summary>Teams refuses larger messages. Bytes of UTF-8.</summary>
    public const int MaxBytes = 28 * 1024;

    /// <summary>All problems, in reading order; empty when the card is good.</summary>
    /// <param name="utf8">An expanded card.</param>
    public static IReadOnlyList<CardProblem> Check(ReadOnlyMemory<byte> utf8)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            return [new CardProblem("", $"no valid JSON: {error.Message}")];
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return [new CardProblem("", "a card is an object")];
            }

            var nodes = Nodes(document.RootElement);
            return
            [
                .. CardRules.Check(nodes[0], utf8.Length),
                .. CardRules.CheckIds(nodes),
                .. nodes.SelectMany(SchemaRules.Check),
                .. nodes.SelectMany(InputRules.Check),
                .. nodes.SelectMany(ActionRules.Check),
                .. nodes.SelectMany(SightRules.Check),
            ];
        }
    }

    /// <summary>The verbs of all actions, each once, in order: what a bot must have a handler for.</summary>
    /// <param name="utf8">An expanded card.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyList<string> Verbs(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return [.. Nodes(document.RootElement).Select(ActionRules.VerbOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }

    private static List<CardNode> Nodes(JsonElement card) => [.. CardNode.Of(card, "", "", isFallback: false).Tree()];
}
