using Microsoft.Playwright;

namespace ClinicalBot.EndToEnd;

/// <summary>Finds what keeps people with disabilities out, with axe-core.</summary>
public static class Axe
{
    private static readonly string Script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    /// <summary>One line for each violation: rule, help, and the first elements.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        // Evaluated, not added as an element: the page's policy stays in force.
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run()).violations.map(v =>
              `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | ')}`)
            """);
    }
}
