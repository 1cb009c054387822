namespace ClinicalBot.Rules.Tests.Docs;

/// <summary>From a statement to everything that rests on it.</summary>
internal static class Trace
{
    public static IEnumerable<string> UsersOf(string statement) =>
    [
        .. Catalog.Rules.Where(rule => rule.Sources.Contains(statement) || rule.Added?.Source == statement).Select(rule => $"rule {rule.Id}"),
        .. Catalog.Advice.Where(advice => advice.Sources.Contains(statement) || advice.Added?.Source == statement)
            .Select(advice => $"{advice.Kind.ToString().ToLowerInvariant()} {advice.Id}"),
        .. Catalog.Reference.Where(entry => entry.Sources.Contains(statement)).Select(entry => $"reference {entry.Id}"),
    ];
}
