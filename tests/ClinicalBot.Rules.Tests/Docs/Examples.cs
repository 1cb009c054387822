namespace ClinicalBot.Rules.Tests.Docs;

/// <summary>The rows and columns of the reduced decision table.</summary>
internal static class Examples
{
    public static readonly (string Name, TimeSpan? Elapsed)[] Times =
    [
        ("Under 4 h", TimeSpan.FromHours(2)), ("4 h to under 24 h", TimeSpan.FromHours(5)), ("24 h or more", TimeSpan.FromHours(25)), ("Time unknown", null),
    ];

    public static readonly (string Name, Func<Assessment, Assessment> Change)[] Findings =
    [
        ("Numbness resolved, all normal", exam => exam with { Numbness = Numbness.Resolved }),
        ("Numb within the block area", exam => exam),
        ("Numb, distribution not assessed", exam => exam with { Distribution = Distribution.NotAssessed }),
        ("Numb, dermatomal", exam => exam with { Distribution = Distribution.Dermatomal }),
        ("Numb beyond what was expected, such as the whole leg", exam => exam with { Distribution = Distribution.Unexpected }),
        ("Radicular symptoms", exam => exam with { RadicularSymptoms = YesNo.Yes }),
        ("A reflex reduced", exam => exam with { Reflexes = new(Reflex.Normal, Reflex.Reduced) }),
        ("Straight-leg raise or a group not assessed", exam => exam with { StraightLegRaise = StraightLegRaise.NotAssessed }),
        ("Straight-leg raise unable", exam => exam with { StraightLegRaise = StraightLegRaise.Unable }),
        ("A muscle group weak", exam => exam with { Motor = exam.Motor with { Toes = Strength.Weak } }),
        ("Numbness resolved, but straight-leg raise unable or a group weak",
            exam => exam with { Numbness = Numbness.Resolved, StraightLegRaise = StraightLegRaise.Unable }),
        ("A red flag unknown", exam => exam with { RedFlags = exam.RedFlags with { SaddleAnesthesia = YesNo.Unknown } }),
        ("Numbness resolved, a red flag unknown",
            exam => exam with { Numbness = Numbness.Resolved, RedFlags = exam.RedFlags with { SaddleAnesthesia = YesNo.Unknown } }),
        ("Any red flag", exam => exam with { RedFlags = exam.RedFlags with { SaddleAnesthesia = YesNo.Yes } }),
    ];
}
