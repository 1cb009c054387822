using ClinicalBot.Testing;

namespace ClinicalBot.Rules.Tests.Docs;

public sealed class ClinicalBasisTests
{
    [Fact]
    public void The_page_says_what_the_rules_do()
    {
        var path = Path.Combine(Repository.Root, "docs", "clinical-basis.md");
        var page = ClinicalBasis.Write();
        if (Environment.GetEnvironmentVariable("WRITE_CLINICAL_BASIS") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.ReadAllText(path) == page, "docs/clinical-basis.md is stale; its first lines say how to write it anew.");
    }

    [Fact]
    public void Every_statement_is_used() =>
        Assert.All(Catalog.Statements, statement => Assert.NotEmpty(Trace.UsersOf(statement.Id)));

    [Fact]
    public void There_are_34_statements_in_the_order_of_their_lines()
    {
        Assert.Equal(34, Catalog.Statements.Count);
        Assert.Equal(34, Catalog.Statements.Select(statement => statement.Id).Distinct().Count());
        Assert.Equal(Catalog.Statements.OrderBy(statement => statement.Line).ThenBy(statement => statement.Id, StringComparer.Ordinal), Catalog.Statements);
        Assert.All(Catalog.Statements, statement => Assert.Equal(statement.Line, int.Parse(statement.Id.AsSpan(1, 2), provider: null)));
    }

    [Fact]
    public void Every_source_is_a_statement()
    {
        var known = Catalog.Statements.Select(statement => statement.Id).ToHashSet();
        var used = Catalog.Rules.SelectMany(rule => rule.Sources)
            .Concat(Catalog.Advice.SelectMany(advice => advice.Sources))
            .Concat(Catalog.Reference.SelectMany(entry => entry.Sources))
            .Concat(Headline.All.SelectMany(headline => headline.Sources));
        Assert.All(used, id => Assert.Contains(id, known));
    }

    [Fact]
    public void No_rule_asks_for_the_circumstances_of_the_block_or_for_its_own_result() =>
        Assert.All(RuleTable.Rules, rule => Assert.Equal(Facts.None, (rule.When.All | rule.When.Any) & (Facts.Context | Facts.Result)));

    [Fact]
    public void The_rules_are_listed_most_urgent_first() =>
        Assert.Equal(RuleTable.Rules.OrderByDescending(rule => rule.Urgency), RuleTable.Rules);
}
