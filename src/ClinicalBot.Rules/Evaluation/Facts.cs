namespace ClinicalBot.Rules;

/// <summary>
/// Everything a condition can ask about, one bit each, so that a rule is two masks and the whole table can be enumerated.
/// An unknown time counts as 4 to 24 h, numbness that was not given as present.
/// </summary>
[Flags]
internal enum Facts : ulong
{
    None = 0,

    // Time since the block.
    TimeUnknown = 1UL << 0,
    Under4h = 1UL << 1,
    From4h = 1UL << 2,
    From4hTo24h = 1UL << 3,
    From24h = 1UL << 4,
    OnBoundary = 1UL << 5,

    // Sensation. Distribution counts only while numbness is present.
    Present = 1UL << 6,
    NumbnessNotGiven = 1UL << 7,
    Resolved = 1UL << 8,
    Dermatomal = 1UL << 9,
    Unexpected = 1UL << 10,
    DistributionNotAssessed = 1UL << 11,
    Radicular = 1UL << 12,

    // Movement and reflexes.
    SlrUnable = 1UL << 13,
    SlrNotAssessed = 1UL << 14,
    Weak = 1UL << 15,
    MotorNotAssessed = 1UL << 16,
    ReflexReduced = 1UL << 17,

    // Red flags.
    RedFlag = 1UL << 18,
    RedFlagUnknown = 1UL << 19,

    // Earlier exams of the case.
    Worsened = 1UL << 20,
    ResolvedBefore = 1UL << 21,
    HeldBefore = 1UL << 22,

    // Circumstances of the block. No rule may ask for them.
    MaybeAnticoagulated = 1UL << 23,
    VolumeFromHalf = 1UL << 24,
    VolumeAboveHalf = 1UL << 25,
    StrongMepivacaine = 1UL << 26,
    VascularNotExcluded = 1UL << 27,
    Sedated = 1UL << 28,

    // What the rules gave. Steps, holds and considerations may ask for them, rules may not.
    Incomplete = 1UL << 29,
    IsRecovered = 1UL << 30,
    IsExpected = 1UL << 31,
    AboveExpected = 1UL << 32,
    UrgentOrAbove = 1UL << 33,
    IsEmergency = 1UL << 34,
    BelowEmergency = 1UL << 35,

    // Groups.
    Time = TimeUnknown | Under4h | From4h | From4hTo24h | From24h | OnBoundary,
    Context = MaybeAnticoagulated | VolumeFromHalf | VolumeAboveHalf | StrongMepivacaine | VascularNotExcluded | Sedated,
    Result = Incomplete | IsRecovered | IsExpected | AboveExpected | UrgentOrAbove | IsEmergency | BelowEmergency,
}
