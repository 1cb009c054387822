using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Every action says what it does, to the person and to the bot, on every host.</summary>
internal static class ActionRules
{
    /// <summary>Teams shows no more in one row.</summary>
    private const int MaxActions = 6;

    public static IEnumerable<CardProblem> Check(CardNode node)
    {
        if (node.Element.TryGetProperty("actions", out var actions) && actions.ValueKind == JsonValueKind.Array &&
            actions.GetArrayLength() > MaxActions)
        {
            yield return new CardProblem(node.Pointer + "/actions", $"has {actions.GetArrayLength()} actions; Teams shows {MaxActions}");
        }

        if (!node.Type.StartsWith("Action.", StringComparison.Ordinal))
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(node.Text("title")) && !node.Pointer.EndsWith("/refresh/action", StringComparison.Ordinal))
        {
            yield return new CardProblem(node.Pointer, "an action needs a title, also where none is shown: it is what a screen reader says");
        }

        if (node.Type is "Action.Submit" or "Action.Execute" && VerbOf(node) is null)
        {
            yield return new CardProblem(
                node.Pointer, node.Type == "Action.Submit" ? "data.verb must be a string" : "verb must be a string, the same as data.verb if that is there");
        }

        if (OpensInPlace(node) && (FallbackOf(node) is not { Type: "Action.Submit" } text || VerbOf(text) is null))
        {
            yield return new CardProblem(node.Pointer,
                "needs an Action.Submit with a verb as fallback, which asks for the same as text: not every host opens it in place");
        }

        if (node.Type == "Action.Execute" && !FallsBack(node))
        {
            yield return new CardProblem(node.Pointer, "needs an Action.Submit with the same verb as fallback: not every host knows Action.Execute");
        }
    }

    /// <summary>What opens in place is out of reach where a host does not open it: the bot must be able to send it.</summary>
    private static bool OpensInPlace(CardNode node) => node.Type is "Action.ShowCard" or "Action.ToggleVisibility";

    private static CardNode? FallbackOf(CardNode node) =>
        node.Element.TryGetProperty("fallback", out var fallback) && fallback.ValueKind == JsonValueKind.Object
            ? CardNode.Of(fallback, "", "", isFallback: true)
            : null;

    /// <summary>What tells the bot which action it was: "verb" of an Execute, "data.verb" of a Submit; null when missing or unclear.</summary>
    public static string? VerbOf(CardNode node)
    {
        var inData = node.Element.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object &&
            data.TryGetProperty("verb", out var verb) && verb.ValueKind == JsonValueKind.String
                ? verb.GetString()!
                : "";
        return node.Type switch
        {
            "Action.Submit" when inData.Length > 0 => inData,
            "Action.Execute" when node.Text("verb").Length > 0 && (inData.Length == 0 || inData == node.Text("verb")) => node.Text("verb"),
            _ => null,
        };
    }

    private static bool FallsBack(CardNode node) =>
        FallbackOf(node) is { Type: "Action.Submit" } submit && VerbOf(submit) is { } verb && verb == VerbOf(node);
}
