using ClinicalBot.BotFramework;
using ClinicalBot.Dialogs;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Triage;

/// <summary>One step of the triage. Names are kept with running dialogs and typed by people: never rename one without a migration.</summary>
internal sealed class TriageStep(Topic topic, TriageCards cards) : WaterfallStep<TriageAnswers>
{
    /// <summary>The steps in order.</summary>
    public static IReadOnlyList<Topic> Order { get; } = [Topic.Time, Topic.Motor, Topic.Sensation, Topic.RedFlags, Topic.Context, Topic.Review];

    /// <inheritdoc/>
    public override string Name { get; } = NameOf(topic);

    /// <summary>The step's name, e.g. "redFlags".</summary>
    public static string NameOf(Topic topic) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(topic.ToString());

    /// <summary>The topic of a step's name.</summary>
    public static Topic TopicOf(string name) => Order.First(topic => NameOf(topic) == name);

    /// <summary>The topic of a step's name as a client sent it; null when there is none.</summary>
    public static Topic? Find(string? name) => Order.Cast<Topic?>().FirstOrDefault(topic => NameOf(topic!.Value) == name);

    /// <inheritdoc/>
    public override bool IsFilled(TriageAnswers answers) => IsFilled(answers, topic);

    /// <summary>True when the answers hold all a step asks for.</summary>
    public static bool IsFilled(TriageAnswers answers, Topic topic) => topic switch
    {
        Topic.Time => answers.BlockTime is not null || answers.BlockTimeUnknown,
        Topic.Review => false,
        Topic.Context => !string.IsNullOrEmpty(answers.Agent) || answers.ConcentrationPercent is not null || answers.VolumePerLevelMl is not null
            || FindingTable.Of(Topic.Context).Any(finding => finding.Known(answers) is not null),
        _ => !Open(answers, topic).Any(),
    };

    /// <summary>The findings of a step that are not given yet.</summary>
    public static IEnumerable<Finding> Open(TriageAnswers answers, Topic topic) => FindingTable.Of(topic)
        .Where(finding => finding.Known(answers) is null)
        .Where(finding => finding.Path != "distribution" || answers.Numbness != Numbness.Resolved);

    /// <inheritdoc/>
    public override Activity Prompt(WaterfallStepContext<TriageAnswers> context) => cards.Question(context, topic);

    /// <inheritdoc/>
    public override Activity Record(WaterfallStepContext<TriageAnswers> context) => cards.Record(context, topic);
}
