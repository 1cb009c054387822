using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Cards;

/// <summary>What a button and the inputs of its card sent. Everything in it comes from outside: read it, never trust it.</summary>
internal sealed class CardSubmit
{
    private readonly JsonElement _data;

    private CardSubmit(JsonElement data) => _data = data;

    /// <summary>What the button asks for; empty when it says nothing known.</summary>
    public string Verb => this["verb"] is { } verb && Verbs.All.Contains(verb) ? verb : "";

    /// <summary>Text of a value; null when there is none.</summary>
    public string? this[string name] => _data.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        }
        : null;

    /// <summary>The submit in a message; null when it is typed text.</summary>
    public static CardSubmit? Read(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && string.IsNullOrWhiteSpace(activity.Text) ? new CardSubmit(value) : null;

    /// <summary>True when it belongs to this very question: an old, doubled or copied card never answers another step.</summary>
    public bool IsFor(string dialog, string step, string rev) => this["dialog"] == dialog && this["step"] == step && this["rev"] == rev;
}
