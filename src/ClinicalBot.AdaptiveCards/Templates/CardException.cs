namespace ClinicalBot.AdaptiveCards;

/// <summary>A template that is refused, or data that it cannot show. The message names the file and the place.</summary>
/// <param name="message">File, place and reason.</param>
public sealed class CardException(string message) : Exception(message);
