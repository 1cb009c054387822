namespace ClinicalBot.Rules;

/// <summary>The entries of the quick reference.</summary>
internal static class ReferenceTable
{
    public static readonly ReferenceEntry[] Entries =
    [
        Row(ReferenceTopic.RecoverySequence, "recoveryTime", "S09", "S24", "S02a"),
        Row(ReferenceTopic.RecoverySequence, "recoveryOrder", "S10"),
        Row(ReferenceTopic.Causes, "concentration", "S14"),
        Row(ReferenceTopic.Causes, "volume", "S15", "S20", "S21"),
        Row(ReferenceTopic.Causes, "vascular", "S17", "S18"),
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

    private static ReferenceEntry Row(ReferenceTopic topic, string id, params string[] sources) =>
        new(topic, id, Words.Of($"reference.{id}.title"), Words.Of("reference." + id), sources);
}
