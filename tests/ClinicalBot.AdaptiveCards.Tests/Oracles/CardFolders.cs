using ClinicalBot.Testing;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>Where cards are.</summary>
internal static class CardFolders
{
    /// <summary>The product's cards and, so that the engine has hard cases whatever those need, the cards of this project.</summary>
    public static IEnumerable<string> All() =>
        new[] { Repository.PathOf("cards"), Repository.PathOf("tests", "ClinicalBot.AdaptiveCards.Tests", "Cards") }.Where(Directory.Exists);
}
