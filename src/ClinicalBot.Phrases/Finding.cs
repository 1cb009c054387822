namespace ClinicalBot.Phrases;

/// <summary>What a phrase can claim something about; bowel and bladder apart, because a compound is denied only when both are.</summary>
internal enum Finding
{
    StraightLegRaise, HipFlexion, KneeExtension, AnkleDorsiflexion, AnklePlantarflexion, Toes,
    Numbness, WithinBlockArea, Unexpected, Dermatomal, RadicularSymptoms, KneeReflex, AnkleReflex,
    ProgressiveMotorWeakness, SaddleAnesthesia, Bowel, Bladder, BilateralSymptoms,
    Anticoagulated, ContrastConfirmed, Aspirated, SedatedWithMidazolam,
}

/// <summary>What has been claimed about one finding, all pieces together.</summary>
[Flags]
internal enum Claim
{
    None = 0,
    Reassuring = 1,
    Adverse = 2,
    Unknown = 4,
    Unclear = 8,
    ReassuringLeft = 16,
    ReassuringRight = 32,
    Unspecific = 64,
    AnyReassuring = Reassuring | ReassuringLeft | ReassuringRight,
}
