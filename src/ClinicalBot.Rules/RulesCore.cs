namespace ClinicalBot.Rules;

/// <summary>
/// Decides what an exam after a lumbar medial branch block calls for. Pure: the same findings at the same instant always give the same
/// decision, for every combination of findings.
/// </summary>
public static class RulesCore
{
    /// <summary>What decides: id, version and content hash of the rules, statements and texts.</summary>
    public static RulesetInfo Ruleset => RulesetHash.Info;

    /// <summary>The whole decision.</summary>
    /// <param name="assessment">The exam. A block time after the exam counts as unknown.</param>
    /// <param name="earlier">Earlier exams of the same case, oldest first. They can only raise the urgency.</param>
    /// <param name="settings">What the site sets; the defaults when null.</param>
    public static Decision Decide(
        Assessment assessment, IReadOnlyList<Assessment>? earlier = null, RulesSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var facts = CaseHistory.Read(assessment, earlier) | ContextReader.Read(assessment.Context);
        return DecisionWriter.Write(assessment, Outcome.Of(facts), settings ?? RulesSettings.Default);
    }

    /// <summary>The urgency of one exam by itself, without allocating.</summary>
    public static Urgency UrgencyOf(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Outcome.UrgencyOf(Outcome.Fired(FactReader.Read(assessment)));
    }

    /// <summary>
    /// What the same findings decide at a later instant: the "if unchanged" urgency of advice that has run out.
    /// </summary>
    /// <param name="assessment">The exam as it was.</param>
    /// <param name="instant">The later instant.</param>
    /// <param name="earlier">Earlier exams of the same case, oldest first.</param>
    /// <param name="settings">What the site sets; the defaults when null.</param>
    public static Decision ReevaluateAt(
        Assessment assessment, DateTimeOffset instant, IReadOnlyList<Assessment>? earlier = null, RulesSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Decide(assessment with { AssessedAt = instant }, earlier, settings);
    }

    /// <summary>
    /// Whether a motor group or the straight-leg raise is worse than its best earlier value in the case. It then counts as progressive
    /// motor weakness, whatever was answered (S32, S42).
    /// </summary>
    /// <param name="assessment">The exam.</param>
    /// <param name="earlier">Earlier exams of the same case, oldest first.</param>
    public static bool IsWeakerThanBefore(Assessment assessment, IReadOnlyList<Assessment>? earlier)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return (CaseHistory.Read(assessment, earlier) & Facts.Worsened) != Facts.None;
    }
}
