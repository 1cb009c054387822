using System.Text.Json.Serialization;
using ClinicalBot.Rules;

namespace ClinicalBot.Api.Assessments;

/// <summary>What decides: the ruleset, the statements of the source document and the rules.</summary>
internal sealed record RulesetAnswer(
    RulesetInfo Ruleset, string Source, IReadOnlyList<Statement> Statements, IEnumerable<RuleAnswer> Rules)
{
    public static RulesetAnswer Current { get; } = new(
        RulesCore.Ruleset,
        Catalog.SourceNote,
        Catalog.Statements,
        [.. Catalog.Rules.Select(rule => new RuleAnswer(
            rule.Id, rule.When, rule.Urgency, rule.Basis, rule.LocalSafetyWhen, rule.Sources, rule.Text))]);
}

/// <summary>One rule; "localSafetyWhen" says when it is a local safety choice whatever its basis.</summary>
internal sealed record RuleAnswer(
    string Id,
    string When,
    [property: JsonConverter(typeof(WireWordConverter<Urgency>))] Urgency Urgency,
    [property: JsonConverter(typeof(WireWordConverter<Basis>))] Basis Basis,
    string? LocalSafetyWhen,
    IReadOnlyList<string> Sources,
    string Text);
