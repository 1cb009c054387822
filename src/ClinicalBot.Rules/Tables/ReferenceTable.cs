namespace ClinicalBot.Rules;

/// <summary>The entries of the quick reference. Every statement of the source document stands in at least one.</summary>
internal static class ReferenceTable
{
    public static readonly ReferenceEntry[] Entries =
    [
        Statement(ReferenceTopic.Findings, "straightLegRaise", "S05"),
        Statement(ReferenceTopic.Findings, "weakness", "S07"),
        Statement(ReferenceTopic.Findings, "motorExam", "S30"),
        Row(ReferenceTopic.Findings, "toes", "S07"),
        Statement(ReferenceTopic.Findings, "reflexes", "S31"),
        Statement(ReferenceTopic.Findings, "distribution", "S06"),
        Row(ReferenceTopic.NerveRoots, "l2l3", "S30", "S07"),
        Row(ReferenceTopic.NerveRoots, "l4", "S30", "S31", "S07"),
        Row(ReferenceTopic.NerveRoots, "l5", "S30", "S31", "S07"),
        Row(ReferenceTopic.NerveRoots, "s1", "S30", "S31", "S07"),
        Statement(ReferenceTopic.RedFlags, "urgentMri", "S32"),
        Row(ReferenceTopic.RedFlags, "progressiveMotorWeakness", "S32"),
        Row(ReferenceTopic.RedFlags, "saddleAnesthesia", "S32"),
        Row(ReferenceTopic.RedFlags, "bowelBladderDysfunction", "S32"),
        Row(ReferenceTopic.RedFlags, "bilateralSymptoms", "S32"),
        Row(ReferenceTopic.Thresholds, "within4h", "S24", "S02a"),
        Row(ReferenceTopic.Thresholds, "from4h", "S29", "S11", "S02b"),
        Row(ReferenceTopic.Thresholds, "from24h", "S34", "S11", "S02b"),
        Statement(ReferenceTopic.Steps, "documentBaseline", "S26"),
        Statement(ReferenceTopic.Steps, "monitor", "S25"),
        Statement(ReferenceTopic.Steps, "mobilization", "S27"),
        Statement(ReferenceTopic.Steps, "notifyProceduralist", "S29"),
        Statement(ReferenceTopic.Steps, "neurologicalEmergency", "S36"),
        Row(ReferenceTopic.RecoverySequence, "recoveryTime", "S09", "S24", "S02a"),
        Row(ReferenceTopic.RecoverySequence, "recoveryOrder", "S10"),
        Statement(ReferenceTopic.Causes, "passingNumbness", "S02a"),
        Row(ReferenceTopic.Causes, "concentration", "S14"),
        Row(ReferenceTopic.Causes, "volume", "S15", "S20", "S21"),
        Row(ReferenceTopic.Causes, "vascular", "S17", "S18"),
        Statement(ReferenceTopic.Causes, "seriousCauses", "S35"),
        Row(ReferenceTopic.Causes, "epiduralHematoma", "S35", "S44"),
        Row(ReferenceTopic.Causes, "abscess", "S35"),
        Row(ReferenceTopic.Causes, "directNerveInjury", "S35"),
        Row(ReferenceTopic.Causes, "intrathecalInjection", "S35"),
        Row(ReferenceTopic.Prevention, "smallestVolume", "S38"),
        Row(ReferenceTopic.Prevention, "dilute", "S39"),
        Row(ReferenceTopic.Prevention, "contrast", "S40"),
        Row(ReferenceTopic.Prevention, "aspirate", "S41"),
        Row(ReferenceTopic.Prevention, "preProcedureExam", "S42"),
        Row(ReferenceTopic.Pitfalls, "delayedRecovery", "S44"),
        Row(ReferenceTopic.Pitfalls, "discharge", "S45"),
        Row(ReferenceTopic.Pitfalls, "nerveRoot", "S46"),
        Row(ReferenceTopic.Pitfalls, "sedation", "S47"),
    ];

    /// <summary>An entry in words of its own.</summary>
    private static ReferenceEntry Row(ReferenceTopic topic, string id, params string[] sources) =>
        new(topic, id, Words.Of($"reference.{id}.title"), Words.Of("reference." + id), sources);

    /// <summary>An entry that is one statement, in the words the statement has.</summary>
    private static ReferenceEntry Statement(ReferenceTopic topic, string id, string source) =>
        new(topic, id, Words.Of($"reference.{id}.title"), Words.Of("statement." + source), [source]);
}
