using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Stories;

/// <summary>A card as a person reads it.</summary>
public sealed class Card
{
    private readonly JsonElement _content;

    internal Card(Activity activity)
        : this(Assert.Single(activity.Attachments!).Content!.Value)
    {
        Assert.Null(activity.Text);
        Assert.False(string.IsNullOrWhiteSpace(activity.Summary));
    }

    internal Card(JsonElement content)
    {
        _content = content;
        Text = string.Join("\n", Strings(_content)).Replace("\\", "", StringComparison.Ordinal);
    }

    /// <summary>Everything written on it, one text a line.</summary>
    public string Text { get; }

    /// <summary>Text of the element with id "urgency"; null when it is no decision.</summary>
    public string? Urgency => Find(_content, element => element.TryGetProperty("id", out var id) && id.GetString() == "urgency") is { } element
        ? element.GetProperty("text").GetString()
        : null;

    /// <summary>Data of the button with this title.</summary>
    public JsonElement Button(string title) =>
        Find(_content, element => element.TryGetProperty("title", out var text) && text.ValueEquals(title)
            && element.TryGetProperty("data", out _)) is { } button
            ? button.GetProperty("data")
            : throw new Xunit.Sdk.XunitException($"There is no button \"{title}\" on:\n{Text}");

    /// <summary>The card says this.</summary>
    public Card ShouldSay(string text)
    {
        Assert.Contains(text, Text, StringComparison.Ordinal);
        return this;
    }

    /// <summary>An input of the card holds this value.</summary>
    public Card ShouldHold(string value)
    {
        Assert.NotNull(Find(_content, element => element.TryGetProperty("value", out var held) && held.ValueEquals(value)));
        return this;
    }

    /// <summary>The card does not say this.</summary>
    public Card ShouldNotSay(string text)
    {
        Assert.DoesNotContain(text, Text, StringComparison.OrdinalIgnoreCase);
        return this;
    }

    /// <summary>The card is a decision of this urgency.</summary>
    public Card ShouldDecide(string urgency)
    {
        Assert.StartsWith(urgency, Urgency ?? Text, StringComparison.Ordinal);
        return this;
    }

    private static JsonElement? Find(JsonElement element, Func<JsonElement, bool> wanted)
    {
        if (element.ValueKind == JsonValueKind.Object && wanted(element))
        {
            return element;
        }

        return Children(element).Select(child => Find(child, wanted)).FirstOrDefault(found => found is not null);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().Where(property => property.Name != "data").SelectMany(property =>
            property.Value.ValueKind == JsonValueKind.String && property.Name is "text" or "title" or "label"
                ? [property.Value.GetString()!] : Strings(property.Value))
        : Children(element).SelectMany(Strings);

    private static IEnumerable<JsonElement> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [],
    };
}
