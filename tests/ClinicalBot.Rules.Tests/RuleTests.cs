namespace ClinicalBot.Rules.Tests;

/// <summary>Each rule alone: what fires it, at which urgency, on which basis.</summary>
public sealed class RuleTests
{
    public static TheoryData<string, Assessment, string, Urgency, Basis> Rows => new()
    {
        // S32
        { "saddle anesthesia at 2 h", With(2, e => e with { RedFlags = e.RedFlags with { SaddleAnesthesia = YesNo.Yes } }), "redFlag",
            Urgency.Emergency, Basis.LocalSafety },
        { "bowel or bladder at 5 h", With(5, e => e with { RedFlags = e.RedFlags with { BowelBladderDysfunction = YesNo.Yes } }), "redFlag",
            Urgency.Emergency, Basis.Stated },
        { "both legs at 5 h, resolved", With(5, e => e with { Numbness = Numbness.Resolved,
            RedFlags = e.RedFlags with { BilateralSymptoms = YesNo.Yes } }), "redFlag", Urgency.Emergency, Basis.LocalSafety },
        { "progressive weakness at 30 h", With(30, e => e with { RedFlags = e.RedFlags with { ProgressiveMotorWeakness = YesNo.Yes } }), "redFlag",
            Urgency.Emergency, Basis.Stated },
        { "red flag at exactly 4 h", With(4, e => e with { RedFlags = RedFlags.All(YesNo.Yes) }), "redFlag", Urgency.Emergency, Basis.LocalSafety },
        { "red flag, time unknown", Unknown(e => e with { RedFlags = RedFlags.All(YesNo.Yes) }), "redFlag", Urgency.Emergency, Basis.LocalSafety },
        { "red flag, numbness not given", With(5, e => e with { Numbness = Numbness.NotGiven, RedFlags = RedFlags.All(YesNo.Yes) }), "redFlag",
            Urgency.Emergency, Basis.LocalSafety },
        // S34 S35 S36 S11 S02b
        { "numb at 25 h", Exams.Numb(25), "persistsFrom24h", Urgency.Emergency, Basis.Stated },
        { "numb at exactly 24 h", Exams.Numb(24), "persistsFrom24h", Urgency.Emergency, Basis.LocalSafety },
        { "numbness not given at 25 h", With(25, e => e with { Numbness = Numbness.NotGiven }), "persistsFrom24h", Urgency.Emergency, Basis.LocalSafety },
        // S02b S11 S30
        { "weak at 5 h", With(5, Weak), "weaknessFrom4h", Urgency.Emergency, Basis.Derived },
        { "heel stays down at 5 h", With(5, Unable), "weaknessFrom4h", Urgency.Emergency, Basis.Derived },
        { "weak at exactly 4 h", With(4, Weak), "weaknessFrom4h", Urgency.Emergency, Basis.LocalSafety },
        { "weak at exactly 24 h", With(24, Weak), "weaknessFrom4h", Urgency.Emergency, Basis.LocalSafety },
        { "weak, time unknown", Unknown(Weak), "weaknessFrom4h", Urgency.Emergency, Basis.LocalSafety },
        { "weak at 5 h, numbness not given", With(5, e => Weak(e) with { Numbness = Numbness.NotGiven }), "weaknessFrom4h", Urgency.Emergency, Basis.Derived },
        // S05
        { "heel stays down at 2 h", With(2, Unable), "slrUnable", Urgency.Urgent, Basis.Stated },
        // S05 S07 S45
        { "weak at 2 h", With(2, Weak), "weaknessUnder4h", Urgency.Urgent, Basis.Derived },
        // S10
        { "weak at 2 h, resolved", With(2, e => Weak(e) with { Numbness = Numbness.Resolved }), "weaknessOutlastsNumbness", Urgency.Urgent, Basis.Derived },
        { "heel stays down at 2 h, resolved", With(2, e => Unable(e) with { Numbness = Numbness.Resolved }), "weaknessOutlastsNumbness",
            Urgency.Urgent, Basis.Derived },
        // S29 S30 S31 S11
        { "numb at 5 h", Exams.Numb(5), "persistsFrom4h", Urgency.Urgent, Basis.Stated },
        { "numb at exactly 4 h", Exams.Numb(4), "persistsFrom4h", Urgency.Urgent, Basis.LocalSafety },
        { "numb, time unknown", Unknown(e => e), "persistsFrom4h", Urgency.Urgent, Basis.LocalSafety },
        { "numbness not given at 5 h", With(5, e => e with { Numbness = Numbness.NotGiven }), "persistsFrom4h", Urgency.Urgent, Basis.LocalSafety },
        // S46 S06
        { "dermatomal at 2 h", With(2, e => e with { Distribution = Distribution.Dermatomal }), "dermatomal", Urgency.Urgent, Basis.LocalSafety },
        { "dermatomal at 5 h", With(5, e => e with { Distribution = Distribution.Dermatomal }), "dermatomal", Urgency.Urgent, Basis.Stated },
        { "dermatomal at exactly 4 h", With(4, e => e with { Distribution = Distribution.Dermatomal }), "dermatomal", Urgency.Urgent, Basis.LocalSafety },
        { "dermatomal at 5 h, numbness not given", With(5, e => e with { Numbness = Numbness.NotGiven, Distribution = Distribution.Dermatomal }),
            "dermatomal", Urgency.Urgent, Basis.LocalSafety },
        // S06 S21
        { "whole leg at 2 h", With(2, e => e with { Distribution = Distribution.Unexpected }), "unexpectedDistribution", Urgency.Urgent, Basis.Derived },
        { "whole leg, numbness not given", With(2, e => e with { Numbness = Numbness.NotGiven, Distribution = Distribution.Unexpected }),
            "unexpectedDistribution", Urgency.Urgent, Basis.LocalSafety },
        // S46
        { "radicular at exactly 4 h", With(4, e => e with { RadicularSymptoms = YesNo.Yes }), "radicular", Urgency.Urgent, Basis.Stated },
        // S31 S46
        { "knee reflex reduced", With(2, e => e with { Reflexes = e.Reflexes with { Knee = Reflex.Reduced } }), "reflexReduced", Urgency.Urgent,
            Basis.Derived },
        { "ankle reflex reduced", With(2, e => e with { Reflexes = e.Reflexes with { Ankle = Reflex.Reduced } }), "reflexReduced", Urgency.Urgent,
            Basis.Derived },
        // S32
        { "saddle unknown", With(2, e => e with { RedFlags = e.RedFlags with { SaddleAnesthesia = YesNo.Unknown } }), "redFlagUnknown",
            Urgency.Incomplete, Basis.LocalSafety },
        // S05 S07
        { "too sedated to try", With(2, e => e with { StraightLegRaise = StraightLegRaise.NotAssessed }), "motorNotAssessed", Urgency.Incomplete,
            Basis.Derived },
        { "toes not assessed", With(2, e => e with { Motor = e.Motor with { Toes = Strength.NotAssessed } }), "motorNotAssessed", Urgency.Incomplete,
            Basis.Derived },
        // S06
        { "distribution not assessed", With(2, e => e with { Distribution = Distribution.NotAssessed }), "distributionNotAssessed",
            Urgency.Incomplete, Basis.Derived },
        { "distribution and numbness not given", With(2, e => e with { Numbness = Numbness.NotGiven, Distribution = Distribution.NotAssessed }),
            "distributionNotAssessed", Urgency.Incomplete, Basis.LocalSafety },
        // S02a S24 S09
        { "numb at 0 h", Exams.Numb(0), "expectedRecovery", Urgency.Expected, Basis.Stated },
        { "numbness not given at 2 h", With(2, e => e with { Numbness = Numbness.NotGiven }), "expectedRecovery", Urgency.Expected, Basis.LocalSafety },
        // S09 S10
        { "resolved at 30 h", Exams.Resolved(30), "recovered", Urgency.Recovered, Basis.Derived },
        { "resolved at exactly 4 h", Exams.Resolved(4), "recovered", Urgency.Recovered, Basis.Derived },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fires(string why, Assessment exam, string rule, Urgency urgency, Basis basis)
    {
        var reasons = RulesCore.Decide(exam).Reasons;
        var reason = Assert.Single(reasons, reason => reason.Rule == rule);
        Assert.True((reason.Urgency, reason.Basis) == (urgency, basis), $"{why}: {reason.Urgency}, {reason.Basis}");
        Assert.Equal(reasons.OrderByDescending(other => other.Urgency), reasons);
    }

    [Fact]
    public void The_rules_carry_the_sources_of_the_specification()
    {
        string[] expected =
        [
            "redFlag S32", "persistsFrom24h S34 S35 S36 S11 S02b", "weaknessFrom4h S02b S11 S30", "slrUnable S05",
            "weaknessUnder4h S05 S07 S45", "weaknessOutlastsNumbness S10", "persistsFrom4h S29 S30 S31 S11", "dermatomal S46 S06",
            "unexpectedDistribution S06 S21", "radicular S46", "reflexReduced S31 S46", "numbnessReturned S10 S44", "heldUp S11",
            "redFlagUnknown S32", "motorNotAssessed S05 S07", "distributionNotAssessed S06", "expectedRecovery S02a S24 S09",
            "recovered S09 S10",
        ];
        Assert.Equal(expected, Catalog.Rules.Select(rule => $"{rule.Id} {string.Join(' ', rule.Sources)}"));
    }

    [Fact]
    public void A_value_outside_its_words_counts_as_unknown()
    {
        var odd = Exams.Numb(2) with
        {
            Numbness = (Numbness)9, Distribution = (Distribution)9, RadicularSymptoms = (YesNo)9, StraightLegRaise = (StraightLegRaise)9,
            Motor = MotorExam.All((Strength)9), Reflexes = new((Reflex)9, (Reflex)9), RedFlags = RedFlags.All((YesNo)9),
        };
        var unknown = new Assessment { BlockTime = odd.BlockTime, AssessedAt = odd.AssessedAt };
        Assert.Equal(RulesCore.Decide(unknown).Missing, RulesCore.Decide(odd).Missing);
        Assert.Equal(Urgency.Incomplete, RulesCore.UrgencyOf(odd));
    }

    [Fact]
    public void An_exam_is_needed()
    {
        Assert.Throws<ArgumentNullException>(() => RulesCore.Decide(null!));
        Assert.Throws<ArgumentNullException>(() => RulesCore.UrgencyOf(null!));
        Assert.Throws<ArgumentNullException>(() => RulesCore.ReevaluateAt(null!, Exams.Block));
        Assert.Throws<ArgumentNullException>(() => RulesCore.IsWeakerThanBefore(null!, null));
    }

    private static Assessment With(double hours, Func<Assessment, Assessment> change) => change(Exams.Numb(hours));

    private static Assessment Unknown(Func<Assessment, Assessment> change) => change(Exams.Numb(null));

    private static Assessment Weak(Assessment exam) => exam with { Motor = exam.Motor with { AnkleDorsiflexion = Strength.Weak } };

    private static Assessment Unable(Assessment exam) => exam with { StraightLegRaise = StraightLegRaise.Unable };
}
