namespace ClinicalBot.Rules;

/// <summary>Reads the circumstances of the block. They feed considerations and nothing else.</summary>
internal static class ContextReader
{
    /// <summary>From this volume per level on the anesthetic spreads (S20); above it the risk is said to rise (S15).</summary>
    private const decimal SpreadFromMl = 0.5m;

    /// <summary>The higher of the two concentrations compared in S14.</summary>
    private const decimal StrongFromPercent = 2m;

    public static Facts Read(BlockContext context)
    {
        var facts = Facts.None;
        if (context.Anticoagulated != YesNo.No)
        {
            facts |= Facts.MaybeAnticoagulated;
        }

        if (context.VolumePerLevelMl >= SpreadFromMl)
        {
            facts |= context.VolumePerLevelMl > SpreadFromMl ? Facts.VolumeFromHalf | Facts.VolumeAboveHalf : Facts.VolumeFromHalf;
        }

        if (context.Agent is { } agent && agent.Contains("mepivacaine", StringComparison.OrdinalIgnoreCase)
            && context.ConcentrationPercent is null or >= StrongFromPercent)
        {
            facts |= Facts.StrongMepivacaine;
        }

        if (context.ContrastConfirmed != YesNo.Yes || context.Aspirated != YesNo.Yes)
        {
            facts |= Facts.VascularNotExcluded;
        }

        return context.SedatedWithMidazolam == YesNo.Yes ? facts | Facts.Sedated : facts;
    }
}
