namespace ClinicalBot.Rules;

/// <summary>What to think of. Never changes the urgency.</summary>
internal static class ConsiderationTable
{
    public static readonly Advice[] Considerations =
    [
        new("epiduralHematoma", new(Facts.IsEmergency), new(Basis.Stated, "S35") { Needs = new(Facts.From24h) })
        {
            MarkedWhen = Facts.MaybeAnticoagulated,
        },
        new("abscess", new(Facts.IsEmergency), new(Basis.Stated, "S35") { Needs = new(Facts.From24h) }),
        new("directNerveInjury", new(Facts.IsEmergency), new(Basis.Stated, "S35") { Needs = new(Facts.From24h) }),
        new("intrathecalInjection", new(Facts.IsEmergency), new(Basis.Stated, "S35") { Needs = new(Facts.From24h) }),
        new("volumeSpread", new(Facts.VolumeFromHalf),
            new(Basis.Stated, "S20", "S21") { ExtraWhen = Facts.VolumeAboveHalf, ExtraSource = "S15" }),
        new("mepivacaineConcentration", new(Facts.StrongMepivacaine), new(Basis.Stated, "S14")),
        new("vascularInjection", new(Facts.VascularNotExcluded), new(Basis.Stated, "S17", "S18")),
        new("nerveRoot", new(Facts.None, Facts.Dermatomal | Facts.Radicular), new(Basis.Stated, "S46")),
        new("notDelayedRecovery", new(Facts.UrgentOrAbove | Facts.From4h), new(Basis.Stated, "S44")),
        new("sedationIrrelevant", new(Facts.Sedated), new(Basis.Stated, "S47")),
    ];
}
