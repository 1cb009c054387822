using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Nothing that Adaptive Cards 1.5 does not know, and no binding that found no data.</summary>
internal static class SchemaRules
{
    public static IEnumerable<CardProblem> Check(CardNode node)
    {
        if (CardSchema.PropertiesOf(node.Type) is not { } known)
        {
            return [new CardProblem(node.Pointer, $"\"{node.Type}\" is no type of Adaptive Cards 1.5")];
        }

        return node.Element.EnumerateObject().SelectMany(property => CheckProperty(node, property, known.Contains(property.Name)));
    }

    private static IEnumerable<CardProblem> CheckProperty(CardNode node, JsonProperty property, bool isKnown)
    {
        var pointer = $"{node.Pointer}/{property.Name}";
        if (!isKnown)
        {
            yield return new CardProblem(pointer, $"{node.Type} has no such property in Adaptive Cards 1.5");
        }

        // The data of an action is no element of its own, so it is searched as a whole.
        if ((property.Value.ValueKind == JsonValueKind.String || property.Name == "data") &&
            property.Value.GetRawText().Contains("${", StringComparison.Ordinal))
        {
            yield return new CardProblem(pointer, $"the binding found no data: {property.Value}");
        }

        if (property.Value.ValueKind == JsonValueKind.Null)
        {
            yield return new CardProblem(pointer, "is null; leave it out, or put $when on an item of a list instead");
        }
    }
}
