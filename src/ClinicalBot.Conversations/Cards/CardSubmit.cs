using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Cards;

/// <summary>What a button and the inputs of its card sent. Everything in it comes from outside: read it, never trust it.</summary>
internal sealed class CardSubmit
{
    private static readonly JsonElement NoData = JsonElement.Parse("{}");

    private readonly JsonElement _data;

    private CardSubmit(JsonElement data, string? verb)
    {
        _data = data;
        Verb = verb is not null && Verbs.All.Contains(verb) ? verb : "";
    }

    /// <summary>What the button asks for; empty when it says nothing known.</summary>
    public string Verb { get; }

    /// <summary>Text of a value, through the door; null when there is none.</summary>
    public string? this[string name] => Text(_data, name) is { } text ? TypedText.Fold(text) : null;

    /// <summary>The submit in a message; null when it is typed text.</summary>
    public static CardSubmit? Read(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && string.IsNullOrWhiteSpace(activity.Text)
            ? new CardSubmit(value, Text(value, "verb")) : null;

    /// <summary>The same from a button that opens a dialog, or of the card in it.</summary>
    public static CardSubmit Read(TaskModuleRequest request) =>
        request.Data is { ValueKind: JsonValueKind.Object } data ? new CardSubmit(data, Text(data, "verb")) : new CardSubmit(NoData, null);

    /// <summary>The same from an Action.Execute, which names its verb itself.</summary>
    public static CardSubmit Read(AdaptiveCardInvokeAction action) =>
        new(action.Data is { ValueKind: JsonValueKind.Object } data ? data : NoData, action.Verb);

    /// <summary>True when it belongs to this very question: an old, doubled or copied card never answers another step.</summary>
    public bool IsFor(string dialog, string step, string rev) => this["dialog"] == dialog && this["step"] == step && this["rev"] == rev;

    /// <summary>True when the card asked another person: in a group every member can press its buttons.</summary>
    public bool IsOfAnother(Activity activity) => this["for"] is { } asked && asked != ButtonData.MarkOf(activity);

    private static string? Text(JsonElement data, string name) => data.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        }
        : null;
}
