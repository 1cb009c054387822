using ClinicalBot.Rules;
using ClinicalBot.Conversations.Site;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Triage;

/// <summary>The rules with this site's settings.</summary>
internal sealed class Rulebook(IOptions<SiteOptions> site)
{
    /// <summary>The settings the rules take.</summary>
    /// <param name="clockTime">How a person reads an instant; the assessment's own offset by default.</param>
    public RulesSettings Settings(Func<DateTimeOffset, string>? clockTime = null) =>
        RulesSettings.Default with { RecheckInterval = site.Value.RecheckInterval, ClockTime = clockTime };

    /// <summary>Decides.</summary>
    /// <param name="assessment">The exam.</param>
    /// <param name="clockTime">How a person reads an instant; the assessment's own offset by default.</param>
    /// <param name="earlier">Earlier exams of the same case, oldest first.</param>
    public Decision Decide(
        Assessment assessment, Func<DateTimeOffset, string>? clockTime = null, IReadOnlyList<Assessment>? earlier = null) =>
        RulesCore.Decide(assessment, earlier, Settings(clockTime));
}
