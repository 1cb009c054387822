using System.Reflection;
using System.Text.Json;
using ClinicalBot.Api.Assessments;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Tests.Bot;

/// <summary>
/// A finding stands in seven places (CONTRIBUTING, "A finding"). The name of the failing row is the finding, the message is the place it lacks.
/// </summary>
public sealed class FindingPlacesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);

    /// <summary>Numb for two hours, and all else well.</summary>
    private static readonly TriageAnswers Well = FindingTable.All.Aggregate(
        new TriageAnswers { BlockTime = Now.AddHours(-2) }, (answers, finding) => finding.Say(answers, finding.Reassuring)!) with
    {
        Numbness = Numbness.Present,
    };

    public static TheoryData<string> Paths => [.. FindingTable.All.Select(finding => finding.Path)];

    public static TheoryData<string> Examined => [.. FindingTable.All.Where(finding => finding.Topic != Topic.Context).Select(finding => finding.Path)];

    [Fact]
    public void Each_property_of_a_reading_that_is_a_finding_has_its_row()
    {
        var kept = typeof(Findings).GetProperties().Where(property => Nullable.GetUnderlyingType(property.PropertyType)?.IsEnum == true)
            .Select(property => property.Name);
        var rows = FindingTable.All.Select(finding => finding.Say(Reading.Nothing, finding.Values[^1])!)
            .Select(reading => Assert.Single(kept, name => typeof(Findings).GetProperty(name)!.GetValue(reading) is not null));
        Assert.Equal(kept.Order(), rows.Order());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void It_has_a_label_a_question_and_words_for_its_values(string path)
    {
        var finding = FindingTable.Find(path)!;
        Assert.False(string.IsNullOrEmpty(Say.Label(path)), $"Texts/Text.resx lacks Finding_{path.Replace('.', '_')}.");
        Assert.False(string.IsNullOrEmpty(Say.Question(path)), $"Texts/Text.resx lacks Ask_{path.Replace('.', '_')}.");
        Assert.All(finding.Values, value => Assert.False(string.IsNullOrEmpty(Say.Value(value)), $"Texts/Text.resx lacks Value_{value}."));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Words_stand_for_it(string path)
    {
        var finding = FindingTable.Find(path)!;
        var meanings = Enumerable.ToHashSet(Meanings().SelectMany(line => line.Split('\t')[3].Split(',')));
        var places = path == "distribution" ? ["within", "unexpected", "dermatomal"] : finding.Parts.Append(path);
        Assert.True(places.Any(meanings.Contains), $"No row of Vocabulary/en/meanings.tsv means {path}.");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_api_takes_it(string path)
    {
        var type = typeof(AssessmentRequest);
        foreach (var part in path.Split('.'))
        {
            var property = type.GetProperties().FirstOrDefault(each => JsonNamingPolicy.CamelCase.ConvertName(each.Name) == part);
            Assert.True(property is not null, $"{type.Name} lacks \"{part}\" of {path}; AssessmentReader reads it.");
            type = property.PropertyType;
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void An_answer_reaches_the_rules(string path)
    {
        var finding = FindingTable.Find(path)!;
        Assert.True(
            finding.Say(new TriageAnswers(), finding.Reassuring)!.At(Now) != new TriageAnswers().At(Now),
            $"Triage/TriageAnswers.cs does not give {path} to the rules.");
    }

    [Theory]
    [MemberData(nameof(Examined))]
    public void Unknown_it_is_missing_by_name(string path)
    {
        Assert.True(RulesCore.Decide(new TriageAnswers().At(Now)).Missing.Contains(path), $"Evaluation/Gaps.cs does not miss {path}.");
        Assert.True(Catalog.FindingNames.ContainsKey(path), $"Rules/Texts/Words.resx lacks finding.{path}.");
    }

    /// <summary>Without it a finding would be asked, answered and passed over.</summary>
    [Theory]
    [MemberData(nameof(Examined))]
    public void Each_adverse_value_is_urgent_at_least(string path)
    {
        var finding = FindingTable.Find(path)!;
        Assert.Equal(Urgency.Expected, RulesCore.UrgencyOf(Well.At(Now)));
        // Present numbness is what a triage begins with.
        foreach (var answers in finding.Values.Select(value => finding.Say(Well, value)!).Where(answers => path != "numbness" && finding.IsAdverse(answers)))
        {
            Assert.True(
                RulesCore.UrgencyOf(answers.At(Now)) >= Urgency.Urgent,
                $"No rule asks for {path} {finding.Known(answers)}: Evaluation/FactReader.cs reads it, Tables/RuleTable.cs decides.");
        }
    }

    private static IEnumerable<string> Meanings()
    {
        using var file = typeof(FindingTable).Assembly.GetManifestResourceStream("Vocabulary.en.meanings.tsv")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
