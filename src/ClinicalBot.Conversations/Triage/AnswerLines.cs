using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Phrases;
using NodaTime;

namespace ClinicalBot.Conversations.Triage;

/// <summary>Steps and answers of a triage in words.</summary>
internal static class AnswerLines
{
    private static Dictionary<string, (int Count, string Name)> Wholes => new(StringComparer.Ordinal)
    {
        ["motor"] = (5, Text.AllMuscles),
        ["redFlags"] = (4, Text.AllRedFlags),
        ["context"] = (4, Text.AllContext),
    };

    /// <summary>A step, as a person types it.</summary>
    public static string Of(Topic topic) => topic switch
    {
        Topic.Time => Text.StepTime,
        Topic.Motor => Text.StepMotor,
        Topic.Sensation => Text.StepSensation,
        Topic.RedFlags => Text.StepRedFlags,
        Topic.Context => Text.StepContext,
        _ => Text.StepReview,
    };

    /// <summary>A step, as a heading.</summary>
    public static string Title(Topic topic)
    {
        var name = Of(topic);
        return char.ToUpper(name[0], System.Globalization.CultureInfo.CurrentCulture) + name[1..];
    }

    /// <summary>What a step's answers say, one line a finding.</summary>
    public static IReadOnlyList<string> Lines(TriageAnswers answers, Topic topic, DateTimeZone zone) => topic switch
    {
        Topic.Time => [answers.BlockTime is { } at ? Clock.Moment(at, zone) : Text.TimeUnknown],
        _ =>
        [
            .. FindingTable.Of(topic).Select(finding => Line(finding, answers)),
            .. topic == Topic.Context ? Circumstances(answers) : [],
        ],
    };

    /// <summary>The same in fewer words: findings of one value together, e.g. "Hip flexion (L2-L3), Toes: normal".</summary>
    public static IReadOnlyList<string> Grouped(TriageAnswers answers, Topic topic, DateTimeZone zone) => topic switch
    {
        Topic.Time => Lines(answers, topic, zone),
        _ =>
        [
            .. Grouped(FindingTable.Of(topic), answers),
            .. topic == Topic.Context ? Circumstances(answers) : [],
        ],
    };

    /// <summary>Findings of one value together; all of a kind by what they are, such as "All five motor groups: normal".</summary>
    public static IEnumerable<string> Grouped(IEnumerable<Finding> findings, TriageAnswers answers) => findings
        .GroupBy(finding => Say.Value(finding.Known(answers)))
        .Select(same => $"{Names([.. same])}: {same.Key}");

    private static string Names(IReadOnlyList<Finding> same)
    {
        var kind = same.Where(finding => finding.Path.Contains('.', StringComparison.Ordinal)).GroupBy(finding => finding.Path.Split('.')[0])
            .FirstOrDefault(kind => Wholes.TryGetValue(kind.Key, out var whole) && kind.Count() == whole.Count);
        return string.Join(", ", same.Where(finding => kind?.Contains(finding) != true).Select(finding => Say.Label(finding.Path))
            .Concat(kind is null ? [] : [Wholes[kind.Key].Name]));
    }

    /// <summary>One finding and its value.</summary>
    public static string Line(Finding finding, TriageAnswers answers) => $"{Say.Label(finding.Path)}: {Say.Value(finding.Known(answers))}";

    /// <summary>Circumstances that one message added or changed.</summary>
    public static IReadOnlyList<string> Circumstances(TriageAnswers before, TriageAnswers after) => [.. Circumstances(after).Except(Circumstances(before))];

    private static IEnumerable<string> Circumstances(TriageAnswers answers)
    {
        (string Path, string? Value)[] all =
        [
            ("context.agent", answers.Agent),
            ("context.concentrationPercent", answers.ConcentrationPercent?.ToString(System.Globalization.CultureInfo.CurrentCulture)),
            ("context.volumePerLevelMl", answers.VolumePerLevelMl?.ToString(System.Globalization.CultureInfo.CurrentCulture)),
            ("context.side", answers.Side),
            ("context.levels", answers.Levels),
        ];
        return all.Where(each => each.Value is not null).Select(each => $"{Say.Label(each.Path)}: {each.Value}");
    }
}
