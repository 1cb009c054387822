namespace ClinicalBot.Phrases;

/// <summary>What a word or phrase of the vocabulary means, before its neighbors are heard.</summary>
internal enum Term
{
    /// <summary>Not in the vocabulary. Beside it nothing reassuring is read.</summary>
    Unknown,

    /// <summary>Understood, and changes nothing.</summary>
    Filler,

    // What joins and parts.
    And, Or, Comma, But, Except, Stop, Question,

    // How sure the writer is.
    Negation, Unsure, NotTested, Maybe, Asking, NoChange, Hedge, Past, Known, Yes, None, Otherwise, Limit,

    // Values.
    Good, FullStrength, Able, Bad, Weak, Absent, Unable, Present, Partial, Resolved, Returned, Trouble, Negative, SlrSign,
    GradeFull, GradeWeak, ReflexTwoPlus, ReflexLow, ReflexBrisk, Degrees,

    // Motor.
    Motor, HipFlexion, KneeExtension, Dorsiflexion, Plantarflexion, Toes, Knee, Ankle, Leg, Legs, Foot, Heel, Lift,
    StraightLegRaise, Tiptoe, HeelWalk, FootDrop, KneeBuckles, Heavy, Walk, NeuroVascular,

    // Sensation.
    Sensation, LightTouch, Pinprick, Temperature, Numb, WithinBlockArea, OutsideBlockArea, WholeLeg, Dermatomal, Distribution, Radicular, Pain,
    Reflexes, KneeReflex, AnkleReflex, ReflexLoss,

    // Red flags.
    Saddle, SaddleMaybe, Bowel, Bladder, BowelBladder, BladderFailure, BowelFailure, BladderMaybe, BladderHint, Continent,
    Progressive, ProgressiveMaybe, Both, BothMaybe, OtherLeg, RedFlags,

    // Context.
    Anticoagulant, AnticoagulantClass, Antiplatelet, Stopped, Agent, Contrast, Aspirated, NegativeAspiration, Midazolam, Sedation, Block, Left, Right,
    Concentration, Volume, Dose, Levels, Total,

    // Elsewhere; a complaint is none of the findings.
    Toxicity, Time, Complaint,
}
