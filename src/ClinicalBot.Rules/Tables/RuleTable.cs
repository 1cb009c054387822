namespace ClinicalBot.Rules;

/// <summary>The rules, most urgent first. The urgency of a decision is that of the first rule that fires.</summary>
internal static class RuleTable
{
    private const Facts NotAble = Facts.SlrUnable | Facts.Weak;

    public static readonly Rule[] Rules =
    [
        new("redFlag", Urgency.Emergency, new(Facts.RedFlag),
            new(Basis.Stated, "S32") { Needs = new(Facts.From4h | Facts.Present), ExtraWhen = Facts.Worsened, ExtraSource = "S42" }),
        new("persistsFrom24h", Urgency.Emergency, new(Facts.Present | Facts.From24h),
            new(Basis.Stated, "S34", "S35", "S36", "S11", "S02b")),
        new("weaknessFrom4h", Urgency.Emergency, new(Facts.From4h, NotAble),
            new(Basis.Derived, "S02b", "S11", "S30")),
        new("slrUnable", Urgency.Urgent, new(Facts.SlrUnable | Facts.Under4h),
            new(Basis.Stated, "S05")),
        new("weaknessUnder4h", Urgency.Urgent, new(Facts.Weak | Facts.Under4h),
            new(Basis.Derived, "S05", "S07", "S45")),
        new("weaknessOutlastsNumbness", Urgency.Urgent, new(Facts.Resolved, NotAble),
            new(Basis.Derived, "S10")),
        new("persistsFrom4h", Urgency.Urgent, new(Facts.Present | Facts.From4hTo24h),
            new(Basis.Stated, "S29", "S30", "S31", "S11")),
        new("dermatomal", Urgency.Urgent, new(Facts.Dermatomal | Facts.Present),
            new(Basis.Stated, "S46", "S06") { Needs = new(Facts.From4h) }),
        new("unexpectedDistribution", Urgency.Urgent, new(Facts.Unexpected | Facts.Present),
            new(Basis.Derived, "S06", "S21")),
        new("radicular", Urgency.Urgent, new(Facts.Radicular),
            new(Basis.Stated, "S46")),
        new("reflexReduced", Urgency.Urgent, new(Facts.ReflexReduced),
            new(Basis.Derived, "S31", "S46")),
        new("numbnessReturned", Urgency.Urgent, new(Facts.ResolvedBefore | Facts.Present),
            new(Basis.Derived, "S10", "S44")),
        new("heldUp", Urgency.Urgent, new(Facts.HeldBefore),
            new(Basis.Derived, "S11")),
        new("redFlagUnknown", Urgency.Incomplete, new(Facts.RedFlagUnknown),
            new(Basis.LocalSafety, "S32")),
        new("motorNotAssessed", Urgency.Incomplete, new(Facts.None, Facts.SlrNotAssessed | Facts.MotorNotAssessed),
            new(Basis.Derived, "S05", "S07")),
        new("distributionNotAssessed", Urgency.Incomplete, new(Facts.DistributionNotAssessed | Facts.Present),
            new(Basis.Derived, "S06")),
        new("expectedRecovery", Urgency.Expected, new(Facts.Present | Facts.Under4h),
            new(Basis.Stated, "S02a", "S24", "S09")),
        new("recovered", Urgency.Recovered, new(Facts.Resolved),
            new(Basis.Derived, "S09", "S10")),
    ];

    /// <summary>The rules that give <see cref="Urgency.Incomplete"/>, as bits.</summary>
    public static readonly uint IncompleteRules = Bits(rule => rule.Urgency == Urgency.Incomplete);

    /// <summary>The rules after which a case stays at least urgent until a clinician closes it (S11), as bits.</summary>
    public static readonly uint HoldingRules =
        Bits(rule => rule.Urgency == Urgency.Emergency || rule.Id == "persistsFrom4h");

    private static uint Bits(Func<Rule, bool> which)
    {
        var bits = 0u;
        for (var i = 0; i < Rules.Length; i++)
        {
            bits |= which(Rules[i]) ? 1u << i : 0u;
        }

        return bits;
    }
}
