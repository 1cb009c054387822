using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>Answer of discovery.</summary>
internal sealed record CdsServices(IReadOnlyList<CdsService> Services);

/// <summary>A service as discovery describes it.</summary>
internal sealed record CdsService(string Hook, string Title, string Description, string Id, IReadOnlyDictionary<string, string>? Prefetch);

/// <summary>Answer of a service.</summary>
internal sealed record CdsAnswer(IReadOnlyList<CdsCard> Cards);

/// <summary>A card. Summary: under 140 characters. Indicator: info, warning or critical. Detail: GitHub Flavored Markdown.</summary>
internal sealed record CdsCard(
    string Uuid, string Summary, string Indicator, string Detail, CdsSource Source, IReadOnlyList<CdsLink> Links, IReadOnlyList<Coding>? OverrideReasons);

/// <summary>Where what a card says comes from.</summary>
internal sealed record CdsSource(string Label, string Url, Coding Topic);

/// <summary>Something to open.</summary>
internal sealed record CdsLink(string Label, string Url, string Type = "absolute");

/// <summary>A coded word.</summary>
internal sealed record Coding(string Code, string System, string Display);

/// <summary>A card that was shown, as it is kept to be matched with feedback: nothing in it says whose it was.</summary>
/// <param name="Urgency">What was decided; null for a card that says only that nothing is known.</param>
/// <param name="Rules">Ids of the rules that fired.</param>
/// <param name="Ruleset">Hash of the ruleset.</param>
internal sealed record ShownCard(string? Urgency, IReadOnlyList<string> Rules, string Ruleset);

/// <summary>A line of the record of feedback.</summary>
/// <param name="Card">Its uuid.</param>
/// <param name="Shown">What it said.</param>
/// <param name="Outcome">"accepted" or "overridden".</param>
/// <param name="Reason">Code of the reason, one of ours; "other" for one of the client's; null for none. What was typed is not kept.</param>
/// <param name="At">When the client says it was.</param>
internal sealed record CdsFeedbackLine(string Card, ShownCard Shown, string Outcome, string? Reason, DateTimeOffset At);

/// <summary>Source-generated JSON. What has no value is left out, as the specification asks.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CdsServices))]
[JsonSerializable(typeof(CdsAnswer))]
[JsonSerializable(typeof(ShownCard))]
[JsonSerializable(typeof(CdsFeedbackLine))]
[JsonSerializable(typeof(IReadOnlyList<CdsFeedbackLine>))]
[JsonSerializable(typeof(CdsFeedbackFile))]
internal sealed partial class CdsJson : JsonSerializerContext;
