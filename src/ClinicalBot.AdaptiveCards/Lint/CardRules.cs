namespace ClinicalBot.AdaptiveCards;

/// <summary>Rules for the card as a whole.</summary>
internal static class CardRules
{
    public static IEnumerable<CardProblem> Check(CardNode card, int bytes)
    {
        if (card.Type != "AdaptiveCard")
        {
            yield return new CardProblem("/type", "must be AdaptiveCard");
        }

        if (!Version.TryParse(card.Text("version"), out var version) || version > new Version(1, 5))
        {
            yield return new CardProblem("/version", "must be there and at most 1.5, the newest that Teams shows");
        }

        if (string.IsNullOrWhiteSpace(card.Text("fallbackText")))
        {
            yield return new CardProblem("/fallbackText", "must be filled: old hosts and notifications show it instead of the card");
        }

        if (string.IsNullOrWhiteSpace(card.Text("speak")))
        {
            yield return new CardProblem("/speak", "must be filled: it is what is read aloud");
        }

        if (bytes >= CardLint.MaxBytes)
        {
            yield return new CardProblem("", $"has {bytes} bytes; Teams refuses {CardLint.MaxBytes} and more");
        }
    }

    /// <summary>Ids name inputs in a submit and elements in tests; a fallback may repeat the id of what it stands in for.</summary>
    public static IEnumerable<CardProblem> CheckIds(List<CardNode> nodes) => nodes
        .Where(node => !node.IsFallback && node.Text("id").Length > 0)
        .GroupBy(node => node.Text("id"), StringComparer.Ordinal)
        .SelectMany(group => group.Skip(1))
        .Select(node => new CardProblem(node.Pointer + "/id", $"\"{node.Text("id")}\" is there twice"));
}
