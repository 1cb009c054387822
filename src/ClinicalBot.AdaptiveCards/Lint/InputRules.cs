namespace ClinicalBot.AdaptiveCards;

/// <summary>Inputs can be answered, named and corrected by everyone.</summary>
internal static class InputRules
{
    public static IEnumerable<CardProblem> Check(CardNode node)
    {
        if (!node.Type.StartsWith("Input.", StringComparison.Ordinal))
        {
            yield break;
        }

        if (node.Text("id").Length == 0)
        {
            yield return new CardProblem(node.Pointer, "an input without id is not submitted");
        }

        if (string.IsNullOrWhiteSpace(node.Text("label")))
        {
            yield return new CardProblem(node.Pointer, "an input needs a label; a screen reader says nothing else");
        }

        if (node.IsTrue("isRequired") && string.IsNullOrWhiteSpace(node.Text("errorMessage")))
        {
            yield return new CardProblem(node.Pointer, "a required input needs an errorMessage");
        }
    }
}
