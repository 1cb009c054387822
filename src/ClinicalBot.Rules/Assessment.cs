namespace ClinicalBot.Rules;

/// <summary>
/// What is known of one exam at one moment. Whatever is left out is not assessed, unknown or not given;
/// it is never taken for the reassuring value.
/// </summary>
public sealed record Assessment
{
    /// <summary>When the last local anesthetic was injected (time zero), or null when it is unknown.</summary>
    public DateTimeOffset? BlockTime { get; init; }

    /// <summary>When the patient was examined. Elapsed time is computed from it, never stored.</summary>
    public required DateTimeOffset AssessedAt { get; init; }

    /// <summary>Altered sensation in the leg.</summary>
    public Numbness Numbness { get; init; }

    /// <summary>Where the numbness is.</summary>
    public Distribution Distribution { get; init; }

    /// <summary>Shooting pain, tingling or weakness along a nerve root (S46).</summary>
    public YesNo RadicularSymptoms { get; init; }

    /// <summary>The straight-leg raise of the worse leg.</summary>
    public StraightLegRaise StraightLegRaise { get; init; }

    /// <summary>The five motor groups of the worse leg.</summary>
    public MotorExam Motor { get; init; }

    /// <summary>Knee and ankle reflex of the worse leg.</summary>
    public ReflexExam Reflexes { get; init; }

    /// <summary>The four red flags (S32).</summary>
    public RedFlags RedFlags { get; init; }

    /// <summary>What was injected, how, and into whom. Never changes the urgency.</summary>
    public BlockContext Context { get; init; } = BlockContext.Empty;
}

/// <summary>Strength of the five motor groups, the worse leg.</summary>
/// <param name="HipFlexion">L2-L3.</param>
/// <param name="KneeExtension">L4.</param>
/// <param name="AnkleDorsiflexion">L5.</param>
/// <param name="AnklePlantarflexion">S1.</param>
/// <param name="Toes">Toe movements.</param>
public readonly record struct MotorExam(
    Strength HipFlexion,
    Strength KneeExtension,
    Strength AnkleDorsiflexion,
    Strength AnklePlantarflexion,
    Strength Toes)
{
    /// <summary>Every group the same.</summary>
    public static MotorExam All(Strength strength) => new(strength, strength, strength, strength, strength);
}

/// <summary>Reflexes of the worse leg.</summary>
/// <param name="Knee">L4.</param>
/// <param name="Ankle">S1.</param>
public readonly record struct ReflexExam(Reflex Knee, Reflex Ankle);

/// <summary>The four red flags of cauda equina syndrome (S32).</summary>
/// <param name="ProgressiveMotorWeakness">Weakness that is getting worse.</param>
/// <param name="SaddleAnesthesia">Numbness of the saddle area.</param>
/// <param name="BowelBladderDysfunction">New bowel or bladder trouble.</param>
/// <param name="BilateralSymptoms">Symptoms in both legs, whichever sides were blocked.</param>
public readonly record struct RedFlags(
    YesNo ProgressiveMotorWeakness,
    YesNo SaddleAnesthesia,
    YesNo BowelBladderDysfunction,
    YesNo BilateralSymptoms)
{
    /// <summary>All four the same.</summary>
    public static RedFlags All(YesNo answer) => new(answer, answer, answer, answer);
}

/// <summary>Circumstances of the block. They add considerations and never change the urgency.</summary>
public sealed record BlockContext
{
    /// <summary>Nothing known.</summary>
    public static BlockContext Empty { get; } = new();

    /// <summary>The patient takes an anticoagulant (S35).</summary>
    public YesNo Anticoagulated { get; init; }

    /// <summary>Needle position was confirmed with contrast (S18).</summary>
    public YesNo ContrastConfirmed { get; init; }

    /// <summary>Aspirated before injecting (S18, S41).</summary>
    public YesNo Aspirated { get; init; }

    /// <summary>Midazolam was given (S47).</summary>
    public YesNo SedatedWithMidazolam { get; init; }

    /// <summary>The local anesthetic, e.g. "lidocaine"; null when not given.</summary>
    public string? Agent { get; init; }

    /// <summary>Concentration in percent, 0 to 100; null when not given.</summary>
    public decimal? ConcentrationPercent { get; init; }

    /// <summary>Volume per level in milliliters, 0 or more; null when not given.</summary>
    public decimal? VolumePerLevelMl { get; init; }

    /// <summary>Side of the block, free text; null when not given.</summary>
    public string? Side { get; init; }

    /// <summary>Levels of the block, free text such as "L4-S1"; null when not given.</summary>
    public string? Levels { get; init; }
}
