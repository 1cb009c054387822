using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Triage;

/// <summary>What a reading says that a triage is for.</summary>
internal static class TriageFindings
{
    /// <summary>True when a reading says anything a triage keeps or asks back.</summary>
    public static bool AnyIn(Reading reading) =>
        reading.BlockTime is not null || reading.Doubts.Any(doubt => !doubt.Finding.StartsWith("context.", StringComparison.Ordinal))
            || reading.Agent is not null || reading.ConcentrationPercent is not null
        || reading.VolumePerLevelMl is not null || FindingTable.All.Any(finding => finding.IsHeard(reading));

    /// <summary>True when a reading says that a red flag is present.</summary>
    public static bool AnyRedFlagIn(Reading reading) => FindingTable.Of(Topic.RedFlags).Any(flag => flag.IsAdverse(reading));
}
