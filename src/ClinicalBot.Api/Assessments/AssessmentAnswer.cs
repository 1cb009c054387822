using System.Text.Json.Serialization;
using ClinicalBot.Rules;

namespace ClinicalBot.Api.Assessments;

/// <summary>A decision on the wire.</summary>
internal sealed record AssessmentAnswer(
    [property: JsonConverter(typeof(WireWordConverter<Urgency>))] Urgency Urgency,
    [property: JsonConverter(typeof(WireWordConverter<Band>))] Band Band,
    int? ElapsedMinutes,
    string Headline,
    IEnumerable<StepAnswer> Steps,
    IEnumerable<HoldAnswer> Holds,
    IEnumerable<ConsiderationAnswer> Considerations,
    IEnumerable<string> Contacts,
    IReadOnlyList<string> Missing,
    DateTimeOffset? ValidUntil,
    IEnumerable<ReasonAnswer> Reasons,
    RulesetInfo Ruleset)
{
    public static AssessmentAnswer Of(Decision decision) => new(
        decision.Urgency,
        decision.Band,
        decision.ElapsedMinutes,
        decision.Headline,
        decision.Steps.Select(step => new StepAnswer(step.Id, step.Text, step.Sources)),
        decision.Holds.Select(hold => new HoldAnswer(hold.Id, hold.Text, hold.Until, hold.Sources)),
        decision.Considerations.Select(item => new ConsiderationAnswer(item.Id, item.Text, item.Sources) { Marked = item.Marked }),
        decision.Contacts.Select(WireWords<ContactRole>.Of),
        decision.Missing,
        decision.ValidUntil,
        decision.Reasons.Select(reason => new ReasonAnswer(reason.Rule, reason.Urgency, reason.Basis, reason.Sources)),
        decision.Ruleset);
}

/// <summary>Something to do.</summary>
internal sealed record StepAnswer(string Id, string Text, IReadOnlyList<string> Sources);

/// <summary>Something that must not happen yet; "until" says what lifts it.</summary>
internal sealed record HoldAnswer(string Id, string Text, string Until, IReadOnlyList<string> Sources);

/// <summary>Something to think of; "marked" is there only when true.</summary>
internal sealed record ConsiderationAnswer(string Id, string Text, IReadOnlyList<string> Sources)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Marked { get; init; }
}

/// <summary>A rule that fired.</summary>
internal sealed record ReasonAnswer(
    string Rule,
    [property: JsonConverter(typeof(WireWordConverter<Urgency>))] Urgency Urgency,
    [property: JsonConverter(typeof(WireWordConverter<Basis>))] Basis Basis,
    IReadOnlyList<string> Sources);
