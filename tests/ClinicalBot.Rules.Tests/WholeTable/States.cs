namespace ClinicalBot.Rules.Tests.WholeTable;

/// <summary>Every combination of findings and times, by number.</summary>
internal static class States
{
    /// <summary>The last instant under 4 h, exactly 4 h, the last instant under 24 h, exactly 24 h, 30 h. Then unknown.</summary>
    public static readonly TimeSpan[] Times =
    [
        TimeSpan.FromHours(4) - new TimeSpan(1), TimeSpan.FromHours(4),
        TimeSpan.FromHours(24) - new TimeSpan(1), TimeSpan.FromHours(24), TimeSpan.FromHours(30),
    ];

    /// <summary>How many there are.</summary>
    public static readonly int Count = Dimension.All.Aggregate(1, (product, next) => product * next.Values);

    /// <summary>How many of them lie beside each other with the same time, sensation and straight-leg raise.</summary>
    public static readonly int BlockSize = Dimension.All[4].Stride;

    /// <summary>The exam with this number.</summary>
    public static Assessment At(int index)
    {
        var digits = index;
        var flags = new RedFlags { BilateralSymptoms = (YesNo)Next(ref digits) };
        flags = flags with { BowelBladderDysfunction = (YesNo)Next(ref digits) };
        flags = flags with { SaddleAnesthesia = (YesNo)Next(ref digits) };
        flags = flags with { ProgressiveMotorWeakness = (YesNo)Next(ref digits) };
        var ankle = (Reflex)Next(ref digits);
        var knee = (Reflex)Next(ref digits);
        var motor = new MotorExam { Toes = (Strength)Next(ref digits) };
        motor = motor with { AnklePlantarflexion = (Strength)Next(ref digits) };
        motor = motor with { AnkleDorsiflexion = (Strength)Next(ref digits) };
        motor = motor with { KneeExtension = (Strength)Next(ref digits) };
        motor = motor with { HipFlexion = (Strength)Next(ref digits) };
        var raise = (StraightLegRaise)Next(ref digits);
        var radicular = (YesNo)Next(ref digits);
        var distribution = (Distribution)(digits % 4);
        digits /= 4;
        var numbness = (Numbness)Next(ref digits);
        return new Assessment
        {
            BlockTime = digits < Times.Length ? Exams.Block : null,
            AssessedAt = digits < Times.Length ? Exams.Block + Times[digits] : Exams.Block,
            Numbness = numbness,
            Distribution = distribution,
            RadicularSymptoms = radicular,
            StraightLegRaise = raise,
            Motor = motor,
            Reflexes = new ReflexExam(knee, ankle),
            RedFlags = flags,
        };
    }

    private static int Next(ref int digits)
    {
        (digits, var digit) = Math.DivRem(digits, 3);
        return digit;
    }
}
