namespace ClinicalBot.AdaptiveCards;

/// <summary>What is wrong with a card.</summary>
/// <param name="Place">JSON pointer into the card; "" is the card itself.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record CardProblem(string Place, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{(Place.Length == 0 ? "/" : Place)}: {Message}";
}
