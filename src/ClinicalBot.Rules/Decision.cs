namespace ClinicalBot.Rules;

/// <summary>How quickly clinicians must act, least first: a higher value always wins.</summary>
public enum Urgency : byte
{
    /// <summary>Sensation and movement are back.</summary>
    Recovered,

    /// <summary>Within what the source describes as transient.</summary>
    Expected,

    /// <summary>Something that decides the urgency is not known yet.</summary>
    Incomplete,

    /// <summary>The proceduralist or anesthesiologist must examine now.</summary>
    Urgent,

    /// <summary>The site's pathway for neurological emergencies.</summary>
    Emergency,
}

/// <summary>Time since the last injection. Exactly 4 h and 24 h belong to the later band; unknown counts as <see cref="From4hTo24h"/>.</summary>
public enum Band : byte
{
    /// <summary>Less than 4 hours.</summary>
    Under4h,

    /// <summary>4 hours or more, less than 24; also when the time is unknown.</summary>
    From4hTo24h,

    /// <summary>24 hours or more.</summary>
    From24h,
}

/// <summary>Where a reason comes from.</summary>
public enum Basis : byte
{
    /// <summary>The source document says it.</summary>
    Stated,

    /// <summary>Follows by combining statements of the source document.</summary>
    Derived,

    /// <summary>A safe-side choice of ours where the source is silent or contradicts itself.</summary>
    LocalSafety,
}

/// <summary>Whom to call, as a role; a site resolves it to people and numbers.</summary>
public enum ContactRole : byte
{
    /// <summary>Shown as proceduralist/anesthesiologist.</summary>
    Proceduralist,

    /// <summary>Neurology on call.</summary>
    Neurology,

    /// <summary>The role that arranges an urgent MRI.</summary>
    Mri,
}

/// <summary>What to do, why, until when, and on which ruleset: everything a card or the API shows.</summary>
/// <param name="Urgency">The highest urgency any rule gives.</param>
/// <param name="Band">Time since the block.</param>
/// <param name="ElapsedMinutes">Whole minutes since the block; null when the time is unknown.</param>
/// <param name="Headline">One sentence; begins with the urgency's word.</param>
/// <param name="Steps">What to do, in order.</param>
/// <param name="Holds">What must not happen yet, each with what lifts it.</param>
/// <param name="Considerations">What to think of; never changes the urgency.</param>
/// <param name="Contacts">Whom to call, in order.</param>
/// <param name="Missing">Request property paths of every finding that is not known, e.g. "motor.toes".</param>
/// <param name="ValidUntil">When the advice ends; null when it does not.</param>
/// <param name="Reasons">The rules that fired, most urgent first.</param>
/// <param name="Ruleset">What decided.</param>
public sealed record Decision(
    Urgency Urgency,
    Band Band,
    int? ElapsedMinutes,
    string Headline,
    IReadOnlyList<Step> Steps,
    IReadOnlyList<Hold> Holds,
    IReadOnlyList<Consideration> Considerations,
    IReadOnlyList<ContactRole> Contacts,
    IReadOnlyList<string> Missing,
    DateTimeOffset? ValidUntil,
    IReadOnlyList<Reason> Reasons,
    RulesetInfo Ruleset)
{
    /// <summary>Statement ids behind the headline.</summary>
    public IReadOnlyList<string> HeadlineSources { get; init; } = [];
}

/// <summary>Something to do.</summary>
/// <param name="Id">camelCase id, e.g. "urgentMri".</param>
/// <param name="Text">What a person reads.</param>
/// <param name="Sources">Statement ids.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record Step(string Id, string Text, IReadOnlyList<string> Sources, Basis Basis);

/// <summary>Something that must not happen yet.</summary>
/// <param name="Id">camelCase id: "mobilization" or "discharge".</param>
/// <param name="Text">What a person reads.</param>
/// <param name="Until">In words, what lifts it.</param>
/// <param name="Sources">Statement ids.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record Hold(string Id, string Text, string Until, IReadOnlyList<string> Sources, Basis Basis);

/// <summary>Something to think of.</summary>
/// <param name="Id">camelCase id, e.g. "epiduralHematoma".</param>
/// <param name="Text">What a person reads.</param>
/// <param name="Sources">Statement ids.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="Marked">Deserves to stand out, e.g. hematoma in an anticoagulated patient.</param>
public sealed record Consideration(string Id, string Text, IReadOnlyList<string> Sources, Basis Basis, bool Marked = false);

/// <summary>A rule that fired.</summary>
/// <param name="Rule">camelCase id of the rule.</param>
/// <param name="Urgency">What it alone gives.</param>
/// <param name="Basis">Where it comes from, here and now.</param>
/// <param name="Sources">Statement ids.</param>
/// <param name="Text">Why, in words a person reads.</param>
public sealed record Reason(string Rule, Urgency Urgency, Basis Basis, IReadOnlyList<string> Sources, string Text);

/// <summary>Identifies the rules that decided.</summary>
/// <param name="Id">Name of the ruleset.</param>
/// <param name="Version">Semantic version.</param>
/// <param name="Sha256">Hash over rules, statements and texts, lower-case hex.</param>
public sealed record RulesetInfo(string Id, string Version, string Sha256);
