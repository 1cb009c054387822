namespace ClinicalBot.AdaptiveCards;

/// <summary>What color or a picture says is said in words too, and no text is cut off.</summary>
internal static class SightRules
{
    /// <summary>Shorter text fits any phone on one line, also when enlarged. Characters.</summary>
    private const int AlwaysFits = 12;

    public static IEnumerable<CardProblem> Check(CardNode node)
    {
        if (node.Type == "Image" && string.IsNullOrWhiteSpace(node.Text("altText")))
        {
            yield return new CardProblem(node.Pointer, "an image needs altText");
        }

        if (node.Type == "TextBlock" && node.Text("text").Length > AlwaysFits && !node.IsTrue("wrap"))
        {
            yield return new CardProblem(node.Pointer, "needs wrap: true, or a phone cuts it off");
        }

        if (node.Text("color").ToUpperInvariant() is not ("" or "DEFAULT") && !HasWords(node.Text("text")))
        {
            yield return new CardProblem(node.Pointer, "color alone must not carry meaning: add a word");
        }

        if (node.Text("style").ToUpperInvariant() is "ATTENTION" or "GOOD" or "WARNING" &&
            node.Type is "Container" or "ColumnSet" or "Column" or "TableCell" or "TableRow" &&
            !node.Tree().Any(inner => HasWords(inner.Text("text")) || HasWords(inner.Text("altText")) || HasWords(inner.Text("value"))))
        {
            yield return new CardProblem(node.Pointer, "color alone must not carry meaning: put a word into it");
        }
    }

    private static bool HasWords(string text) => text.Count(char.IsLetter) > 1;
}
