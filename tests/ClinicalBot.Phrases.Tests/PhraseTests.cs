using ClinicalBot.Phrases;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Every phrase of <c>Data/phrases.tsv</c>: what it is read as, sent on Sunday 22 November 2026 at 15:00 in London.</summary>
public sealed class PhraseTests
{
    public static TheoryData<string, Topic?, string, string> Phrases => Table(_ => true);

    public static TheoryData<string, Topic?, string, string> Traps => Table(row => row.IsTrap);

    [Theory]
    [MemberData(nameof(Phrases))]
    public void IsRead(string statement, Topic? topic, string text, string expected)
    {
        Assert.NotEmpty(statement);
        Assert.Equal(expected, Notation.Of(Sent.Read(topic, text)));
    }

    /// <summary>A phrase with a reassuring word in it that must not reassure: first patient safety.</summary>
    [Theory]
    [MemberData(nameof(Traps))]
    public void ReassuresNothing(string statement, Topic? topic, string text, string expected)
    {
        Assert.NotEmpty(statement);
        Assert.NotNull(expected);
        Assert.Empty(Reassurance.Of(Sent.Read(topic, text)));
    }

    private static TheoryData<string, Topic?, string, string> Table(Func<Data.Row, bool> takes)
    {
        var table = new TheoryData<string, Topic?, string, string>();
        foreach (var row in Data.Rows.Where(takes))
        {
            table.Add(row.Statement, row.Topic, row.Text, row.Expected);
        }

        return table;
    }
}
