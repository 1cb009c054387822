using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>Everything a triage asks for but the time, in the words of the rules: what one message says, or what is known so far. Null: not said;
/// unknown and not assessed are answers.</summary>
public abstract record Findings
{
    /// <summary>Altered sensation.</summary>
    public Numbness? Numbness { get; init; }

    /// <summary>Where it is numb.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Radicular symptoms.</summary>
    public YesNo? RadicularSymptoms { get; init; }

    /// <summary>Straight-leg raise.</summary>
    public StraightLegRaise? StraightLegRaise { get; init; }

    /// <summary>L2-L3.</summary>
    public Strength? HipFlexion { get; init; }

    /// <summary>L4.</summary>
    public Strength? KneeExtension { get; init; }

    /// <summary>L5.</summary>
    public Strength? AnkleDorsiflexion { get; init; }

    /// <summary>S1.</summary>
    public Strength? AnklePlantarflexion { get; init; }

    /// <summary>Toes.</summary>
    public Strength? Toes { get; init; }

    /// <summary>Knee reflex.</summary>
    public Reflex? KneeReflex { get; init; }

    /// <summary>Ankle reflex.</summary>
    public Reflex? AnkleReflex { get; init; }

    /// <summary>Weakness getting worse.</summary>
    public YesNo? ProgressiveMotorWeakness { get; init; }

    /// <summary>Numb saddle area.</summary>
    public YesNo? SaddleAnesthesia { get; init; }

    /// <summary>Bowel or bladder trouble.</summary>
    public YesNo? BowelBladderDysfunction { get; init; }

    /// <summary>Symptoms in both legs.</summary>
    public YesNo? BilateralSymptoms { get; init; }

    /// <summary>Takes an anticoagulant.</summary>
    public YesNo? Anticoagulated { get; init; }

    /// <summary>Contrast confirmed the needle.</summary>
    public YesNo? ContrastConfirmed { get; init; }

    /// <summary>Aspirated before injecting.</summary>
    public YesNo? Aspirated { get; init; }

    /// <summary>Midazolam given.</summary>
    public YesNo? SedatedWithMidazolam { get; init; }

    /// <summary>Local anesthetic, lower case generic name.</summary>
    public string? Agent { get; init; }

    /// <summary>Percent.</summary>
    public decimal? ConcentrationPercent { get; init; }

    /// <summary>Milliliters per level.</summary>
    public decimal? VolumePerLevelMl { get; init; }

    /// <summary>"left", "right" or "both", of the block.</summary>
    public string? Side { get; init; }

    /// <summary>e.g. "L4-S1".</summary>
    public string? Levels { get; init; }

    /// <summary>An adverse finding was described as old ("known foot drop", "pre-existing"): it stays adverse and is to be compared (S42).</summary>
    public bool KnownEarlierDeficit { get; init; }
}
