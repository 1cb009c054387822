namespace ClinicalBot.Rules;

/// <summary>What the earlier exams of a case add to the facts of a later one. They can only add.</summary>
internal struct CaseHistory
{
    private Facts _facts;
    private byte _atBest;

    /// <summary>The facts of the last exam in view of the earlier ones, oldest first.</summary>
    public static Facts Read(Assessment exam, IReadOnlyList<Assessment>? earlier)
    {
        var history = new CaseHistory();
        if (earlier is not null)
        {
            for (var i = 0; i < earlier.Count; i++)
            {
                history.Add(earlier[i]);
            }
        }

        return history.Apply(exam);
    }

    private void Add(Assessment exam)
    {
        var facts = Apply(exam);
        if ((facts & Facts.Resolved) != Facts.None)
        {
            _facts |= Facts.ResolvedBefore;
        }

        if ((Outcome.Fired(facts) & RuleTable.HoldingRules) != 0)
        {
            _facts |= Facts.HeldBefore;
        }

        _atBest |= Movements(exam, StraightLegRaise.Able, Strength.Normal);
    }

    private readonly Facts Apply(Assessment exam)
    {
        var worsened = (_atBest & Movements(exam, StraightLegRaise.Unable, Strength.Weak)) != 0;
        if (!worsened)
        {
            return FactReader.Read(exam) | _facts;
        }

        var overridden = exam with { RedFlags = exam.RedFlags with { ProgressiveMotorWeakness = YesNo.Yes } };
        return FactReader.Read(overridden) | _facts | Facts.Worsened;
    }

    /// <summary>One bit per movement that has the given value.</summary>
    private static byte Movements(Assessment exam, StraightLegRaise raise, Strength strength)
    {
        var motor = exam.Motor;
        return (byte)((exam.StraightLegRaise == raise ? 1 : 0)
            | (motor.HipFlexion == strength ? 2 : 0)
            | (motor.KneeExtension == strength ? 4 : 0)
            | (motor.AnkleDorsiflexion == strength ? 8 : 0)
            | (motor.AnklePlantarflexion == strength ? 16 : 0)
            | (motor.Toes == strength ? 32 : 0));
    }
}
