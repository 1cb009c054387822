using System.Reflection;
using System.Text.Json;
using ClinicalBot.Api.Assessments;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Phrases;

namespace ClinicalBot.Tests.Bot;

/// <summary>
/// A finding stands in five places (CONTRIBUTING, "A finding"). The name of the failing row is the finding, the message is the place it lacks.
/// </summary>
public sealed class FindingPlacesTests
{
    public static TheoryData<string> Paths => [.. FindingTable.All.Select(finding => finding.Path)];

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
            Assert.True(property is not null, $"{type.Name} lacks \"{part}\" of {path}.");
            type = property.PropertyType;
        }
    }

    private static IEnumerable<string> Meanings()
    {
        using var file = typeof(FindingTable).Assembly.GetManifestResourceStream("Vocabulary.en.meanings.tsv")!;
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
