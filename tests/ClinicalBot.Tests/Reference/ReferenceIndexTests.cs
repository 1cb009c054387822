using ClinicalBot.Conversations.Reference;
using ClinicalBot.Phrases.Words;
using ClinicalBot.Rules;

namespace ClinicalBot.Tests.Reference;

public sealed class ReferenceIndexTests
{
    private static readonly ReferenceIndex Index = new();

    /// <summary>What is asked, and the entry that must be found first.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Lookups => Rows("lookups.tsv").Select(row => new TheoryDataRow<string, string>(row[0], row[1]));

    /// <summary>What must find nothing.</summary>
    public static IEnumerable<TheoryDataRow<string>> NotCovered => Rows("not-covered.tsv").Select(row => new TheoryDataRow<string>(row[0]));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void Finds_what_a_clinician_means_first(string query, string expected)
    {
        var found = Index.Search(query).Select(hit => hit.Entry.Id).ToList();
        Assert.True(found.FirstOrDefault() == expected, $"{query}: {string.Join(", ", found)}");
    }

    [Theory]
    [MemberData(nameof(NotCovered))]
    public void Finds_nothing_for_what_the_source_document_does_not_cover(string query) =>
        Assert.Empty(Index.Search(query).Select(hit => hit.Entry.Id));

    /// <summary>Drugs are named once, in the vocabulary of the reader: one that is added there is found here too.</summary>
    [Theory]
    [InlineData("quality/drug", "epiduralHematoma")]
    [InlineData("quality/anticoagulant", "epiduralHematoma")]
    [InlineData("quality/midazolam", "sedation")]
    [InlineData("agent/mepivacaine", "concentration")]
    public void Every_drug_that_a_message_can_name_is_found_by_each_of_its_names(string set, string expected) =>
        Assert.All(ValueSet.Of(set), name => Assert.Equal((name, expected), (name, Index.Search(name) is [var first, ..] ? first.Entry.Id : null)));

    [Fact]
    public void A_value_set_that_is_not_there_is_an_error() => Assert.Throws<InvalidOperationException>(() => ValueSet.Of("quality/nothing"));

    [Fact]
    public void An_empty_query_shows_the_most_useful_entries()
    {
        Assert.Equal("straightLegRaise", Index.Search("")[0].Entry.Id);
        Assert.Equal(Index.MostUseful, Index.Search(" \t"));
    }

    [Fact]
    public void Every_statement_is_found_by_its_id_in_an_entry_that_names_it() =>
        Assert.All(Catalog.Statements, statement => Assert.Contains(statement.Id, Index.Search(statement.Id)[0].Entry.Sources));

    [Fact]
    public void Every_entry_is_found_first_by_its_own_title() =>
        Assert.All(Catalog.Reference, entry => Assert.Equal(entry.Id, Index.Search(entry.Title)[0].Entry.Id));

    [Fact]
    public void An_entry_carries_the_references_of_its_statements()
    {
        var l4 = Index.Search("L4")[0];
        Assert.Equal(["S30", "S31", "S07"], l4.Entry.Sources);
        Assert.Equal([4], l4.References);
        Assert.Equal([1, 2], Index.Search("SLR")[0].References);
    }

    [Fact]
    public void A_word_that_only_begins_one_counts_only_while_somebody_types()
    {
        Assert.NotEmpty(Index.Search("hemat"));
        Assert.Empty(Index.Search("hemat", wholeWords: true));
        Assert.Empty(Index.Search("how many patients", wholeWords: true));
        Assert.Empty(Index.Search("stats"));
    }

    [Fact]
    public void A_query_that_is_too_long_finds_nothing() =>
        Assert.Empty(Index.Search("dorsiflexion " + new string(' ', ReferenceIndex.MaxQueryLength)));

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", file))
        .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'));
}
