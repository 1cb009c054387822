using ClinicalBot.Phrases.Scope;
using ClinicalBot.Testing;

namespace ClinicalBot.Phrases.Tests;

/// <summary>The decision table is what is documented, and what is read. With CLINICALBOT_WRITE_DOCS=1 the document is written anew.</summary>
public sealed class ReadingDocumentTests
{
    [Fact]
    public void TheDocumentHoldsTheTable()
    {
        var path = Path.Combine(Repository.Root, "docs", "reading.md");
        var written = File.ReadAllText(path);
        var from = written.IndexOf(ReadingDocument.Begin, StringComparison.Ordinal);
        var to = written.IndexOf(ReadingDocument.End, StringComparison.Ordinal) + ReadingDocument.End.Length;
        if (Environment.GetEnvironmentVariable("CLINICALBOT_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, written[..from] + ReadingDocument.Build() + written[to..]);
            return;
        }

        Assert.Equal(ReadingDocument.Build(), written[from..to]);
    }

    /// <summary>No example of the table is read better than its cell, and none that is adverse is lost without a question.</summary>
    [Fact]
    public void NoExampleIsReadBetterThanTheTable() =>
        Assert.All(
            ReadingDocument.Examples().Where(example => example.Outcome is Outcome.Adverse or Outcome.Ask && !ReadingDocument.Shows(example)),
            example => Assert.DoesNotContain(Reassurance.Paths(Sent.Read(example.Topic, example.Text)), path => path == example.Path));

    /// <summary>Most templates are sentences for most words.</summary>
    [Fact]
    public void MostCellsHaveAnExample()
    {
        var examples = ReadingDocument.Examples().ToList();

        Assert.InRange(examples.Count(ReadingDocument.Shows), examples.Count * 3 / 4, examples.Count);
    }
}
