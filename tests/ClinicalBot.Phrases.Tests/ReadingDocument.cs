using System.Text;
using System.Text.Json;
using ClinicalBot.Phrases;
using ClinicalBot.Phrases.Scope;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Tests;

/// <summary>The generated part of <c>docs/reading.md</c>: the decision table, and an example for each cell that one sentence can show.</summary>
internal static class ReadingDocument
{
    /// <summary>What stands before and after the generated part.</summary>
    public const string Begin = "<!-- generated: decision table -->";

    /// <summary>The end of the generated part.</summary>
    public const string End = "<!-- end of the generated part -->";

    /// <summary>One example.</summary>
    internal sealed record Example(CueKind Cue, string Polarity, string Text, Topic? Topic, string Path, Outcome Outcome);

    /// <summary>The polarities as the table explains them: name, meaning, example, question, finding.</summary>
    public static IReadOnlyList<string[]> Polarities { get; } = [.. TableFile.Rows("polarities.tsv")];

    /// <summary>The examples that are written out and tried.</summary>
    public static IEnumerable<Example> Examples()
    {
        foreach (var polarity in Polarities.Where(row => row[2] != "-" && row[4] != "-"))
        {
            foreach (var (cue, template) in DecisionTable.Cues)
            {
                var outcome = DecisionTable.Decide(cue, polarity[0]);
                yield return new Example(cue, polarity[0], template.Replace("{x}", polarity[2], StringComparison.Ordinal), Data.TopicOf(polarity[3]),
                    polarity[4], outcome);
            }
        }
    }

    /// <summary>The generated part.</summary>
    public static string Build()
    {
        var text = new StringBuilder(Begin).Append("\n\n| polarity | what it is |").Append("\n|---|---|\n");
        foreach (var row in Polarities)
        {
            text.Append("| ").Append(row[0]).Append(" | ").Append(row[1]).Append(" |\n");
        }

        var names = Polarities.Select(row => row[0]).ToList();
        foreach (var part in names.Chunk(9))
        {
            text.Append("\n| cue | ").AppendJoin(" | ", part).Append(" |\n|---|").Append(string.Concat(Enumerable.Repeat("---|", part.Length))).Append('\n');
            foreach (var (cue, _) in DecisionTable.Cues)
            {
                text.Append("| ").Append(JsonNamingPolicy.CamelCase.ConvertName(cue.ToString())).Append(" | ").AppendJoin(" | ", part.Select(polarity =>
                    Word(DecisionTable.Decide(cue, polarity)))).Append(" |\n");
            }
        }

        text.Append("\n| typed | decided |\n|---|---|\n");
        foreach (var example in Examples().Where(Shows))
        {
            text.Append("| ").Append(example.Text).Append(" | ").Append(example.Path).Append(": ").Append(Word(example.Outcome)).Append(" |\n");
        }

        return text.Append('\n').Append(End).ToString();
    }

    /// <summary>Whether the reading of an example is what its cell says. Some templates are no sentence for some words; they are not shown.</summary>
    public static bool Shows(Example example) => Of(Sent.Read(example.Topic, example.Text), example.Path) == example.Outcome;

    private static Outcome Of(Reading reading, string path)
    {
        var row = FindingTable.All.Single(r => r.Path == path);
        if (reading.Doubts.Any(d => d.Finding == path || path.StartsWith(d.Finding + ".", StringComparison.Ordinal)) && row.Known(reading) is null)
        {
            return Outcome.Ask;
        }

        return new[] { Outcome.Reassuring, Outcome.Adverse, Outcome.Unknown }.FirstOrDefault(outcome => row.Known(reading) is { } value
            && value == row.Known(row.Set(Reading.Nothing, outcome)), Outcome.None);
    }

    private static string Word(Outcome outcome) => outcome switch { Outcome.None => "", Outcome.Reassuring => "no", Outcome.Adverse => "**yes**", _ => "ask" };
}
