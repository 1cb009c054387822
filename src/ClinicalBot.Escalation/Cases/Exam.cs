using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>One exam of a case and what was decided on it then.</summary>
/// <param name="Id">The dialog it came from: a second exam of the same dialog completes the first, and takes its place.</param>
/// <param name="By">Who examined.</param>
/// <param name="Assessment">The findings.</param>
/// <param name="Decision">What was decided.</param>
public sealed record Exam(string Id, Actor By, Assessment Assessment, DecisionRecord Decision)
{
    /// <summary>
    /// The decision with its texts, as it was shown: what is drawn later is drawn from here, whatever rules run by then. Times in its texts
    /// are written as <see cref="DecisionTimes"/> writes them. Null in records of versions before 2.
    /// </summary>
    public Decision? Shown { get; init; }

    /// <summary>Decides an exam, and keeps the decision in ids and in words.</summary>
    /// <param name="id">The dialog it came from.</param>
    /// <param name="by">Who examined.</param>
    /// <param name="assessment">The findings.</param>
    /// <param name="earlier">Earlier exams of the case, oldest first.</param>
    /// <param name="recheckInterval">The site's recheck interval.</param>
    public static Exam Of(string id, Actor by, Assessment assessment, IReadOnlyList<Assessment> earlier, TimeSpan recheckInterval)
    {
        var settings = RulesSettings.Default with { RecheckInterval = recheckInterval, ClockTime = DecisionTimes.Write };
        var decision = RulesCore.Decide(assessment, earlier, settings);
        return new Exam(id, by, assessment, DecisionRecord.Of(decision, recheckInterval)) { Shown = decision };
    }
}

/// <summary>A decision in ids: what a replay compares. Texts follow from the ruleset.</summary>
public sealed record DecisionRecord
{
    /// <summary>The urgency.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>When the advice ends; null when it does not.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Rules that fired.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Steps, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Holds.</summary>
    public required IReadOnlyList<string> Holds { get; init; }

    /// <summary>Considerations.</summary>
    public required IReadOnlyList<string> Considerations { get; init; }

    /// <summary>Whom to call.</summary>
    public required IReadOnlyList<ContactRole> Contacts { get; init; }

    /// <summary>What was not known.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What decided.</summary>
    public required RulesetInfo Ruleset { get; init; }

    /// <summary>The site's recheck interval at that moment.</summary>
    public required TimeSpan RecheckInterval { get; init; }

    /// <summary>Decides, and keeps it in ids.</summary>
    /// <param name="assessment">The findings.</param>
    /// <param name="earlier">Earlier exams of the case, oldest first.</param>
    /// <param name="recheckInterval">The site's recheck interval.</param>
    public static DecisionRecord Of(Assessment assessment, IReadOnlyList<Assessment> earlier, TimeSpan recheckInterval) =>
        Of(RulesCore.Decide(assessment, earlier, RulesSettings.Default with { RecheckInterval = recheckInterval }), recheckInterval);

    /// <summary>Keeps a decision in ids.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="recheckInterval">The site's recheck interval.</param>
    public static DecisionRecord Of(Decision decision, TimeSpan recheckInterval)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return new DecisionRecord
        {
            Urgency = decision.Urgency,
            ValidUntil = decision.ValidUntil,
            Rules = [.. decision.Reasons.Select(reason => reason.Rule)],
            Steps = [.. decision.Steps.Select(step => step.Id)],
            Holds = [.. decision.Holds.Select(hold => hold.Id)],
            Considerations = [.. decision.Considerations.Select(consideration => consideration.Id)],
            Contacts = decision.Contacts,
            Missing = decision.Missing,
            Ruleset = decision.Ruleset,
            RecheckInterval = recheckInterval,
        };
    }
}
