using System.Globalization;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>One element, action, fact or choice of a card.</summary>
/// <param name="Type">Its type, named or implied by where it stands.</param>
/// <param name="Element">Its JSON.</param>
/// <param name="Pointer">JSON pointer.</param>
/// <param name="IsFallback">Whether it stands in for another one on old hosts.</param>
internal sealed record CardNode(string Type, JsonElement Element, string Pointer, bool IsFallback)
{
    /// <summary>The string in a property; "" when there is none.</summary>
    public string Text(string property) =>
        Element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public bool IsTrue(string property) => Element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>This node and all below it, in reading order.</summary>
    public IEnumerable<CardNode> Tree()
    {
        yield return this;
        foreach (var property in Element.EnumerateObject())
        {
            if (CardSchema.ChildType(Type, property.Name) is not { } childType)
            {
                continue;
            }

            foreach (var child in Children(property, childType).SelectMany(child => child.Tree()))
            {
                yield return child;
            }
        }

        if (Type == "AdaptiveCard" && Element.TryGetProperty("refresh", out var refresh) &&
            refresh.ValueKind == JsonValueKind.Object && refresh.TryGetProperty("action", out var action))
        {
            yield return Of(action, "", $"{Pointer}/refresh/action", IsFallback);
        }
    }

    public static CardNode Of(JsonElement element, string impliedType, string pointer, bool isFallback) => new(
        element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : impliedType,
        element,
        pointer,
        isFallback);

    private IEnumerable<CardNode> Children(JsonProperty property, string childType)
    {
        var pointer = $"{Pointer}/{property.Name}";
        var isFallback = IsFallback || property.Name == "fallback";
        if (property.Value.ValueKind == JsonValueKind.Object)
        {
            yield return Of(property.Value, childType, pointer, isFallback);
        }
        else if (property.Value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in property.Value.EnumerateArray())
            {
                var itemPointer = string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index++}");
                if (item.ValueKind == JsonValueKind.Object)
                {
                    yield return Of(item, childType, itemPointer, isFallback);
                }
            }
        }
    }
}
