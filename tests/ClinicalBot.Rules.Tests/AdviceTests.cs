using ClinicalBot.Rules.Tests.WholeTable;

namespace ClinicalBot.Rules.Tests;

/// <summary>Steps, holds, considerations, contacts and what is missing.</summary>
public sealed class AdviceTests
{
    public static TheoryData<string, Assessment, string> Steps => new()
    {
        { "expected", Exams.Numb(2), "documentBaseline reassure recheck" },
        { "recovered", Exams.Resolved(2), "recheck" },
        { "recovered from 4 h", Exams.Resolved(4), "whenResolved recheck" },
        { "recovered, time unknown", Exams.Numb(null) with { Numbness = Numbness.Resolved }, "establishTime whenResolved recheck" },
        { "incomplete", Exams.Numb(2) with { StraightLegRaise = StraightLegRaise.NotAssessed }, "examineNow documentBaseline monitor recheck" },
        { "urgent", Exams.Numb(5), "notifyProceduralist motorExam reflexes recheck" },
        { "motor block", Exams.Numb(2) with { StraightLegRaise = StraightLegRaise.Unable },
            "notifyProceduralist documentBaseline monitor motorExam reflexes recheck" },
        { "24 h", Exams.Numb(25), "neurologicalEmergency notifyProceduralist investigate24h motorExam reflexes" },
        { "red flag", Exams.Numb(5) with { RedFlags = RedFlags.All(YesNo.Yes) }, "neurologicalEmergency urgentMri notifyProceduralist motorExam reflexes" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Gives_steps_in_the_order_of_doing(string why, Assessment exam, string steps) =>
        Assert.True(string.Join(' ', RulesCore.Decide(exam).Steps.Select(step => step.Id)) == steps, why);

    [Fact]
    public void Examine_now_names_what_decides_straight_leg_raise_first()
    {
        var step = RulesCore.Decide(new Assessment { AssessedAt = Exams.Block }).Steps.Single(step => step.Id == "examineNow");
        Assert.Equal(
            "Examine now what is not known: straight-leg raise, hip flexion (L2-L3), knee extension (L4), ankle dorsiflexion (L5), "
            + "ankle plantarflexion (S1), toe movements, where the numbness is, weakness getting worse, saddle numbness, "
            + "bowel or bladder trouble, symptoms in both legs.",
            step.Text);
        Assert.Equal(["S32", "S05", "S07", "S06"], step.Sources);
        Assert.Equal(Basis.LocalSafety, step.Basis);
        var motor = RulesCore.Decide(Exams.Numb(2) with { StraightLegRaise = StraightLegRaise.NotAssessed }).Steps[0];
        Assert.Equal(("Examine now what is not known: straight-leg raise.", Basis.Derived), (motor.Text, motor.Basis));
        Assert.Equal(["S05", "S07"], motor.Sources);
        var both = RulesCore.Decide(Exams.Resolved(2) with { RedFlags = RedFlags.All(YesNo.Unknown), StraightLegRaise = StraightLegRaise.NotAssessed });
        Assert.Equal(("examineNow", Basis.LocalSafety), (both.Steps[0].Id, both.Steps[0].Basis));
    }

    [Theory]
    [InlineData("neurologicalEmergency", 25, Basis.Stated)]
    [InlineData("neurologicalEmergency", 24, Basis.LocalSafety)]
    [InlineData("notifyProceduralist", 5, Basis.Stated)]
    [InlineData("investigate24h", 25, Basis.Stated)]
    [InlineData("documentBaseline", 2, Basis.Stated)]
    [InlineData("reassure", 2, Basis.Stated)]
    [InlineData("recheck", 2, Basis.LocalSafety)]
    public void A_step_says_what_it_rests_on(string id, double hours, Basis basis) =>
        Assert.Equal(basis, RulesCore.Decide(Exams.Numb(hours)).Steps.Single(step => step.Id == id).Basis);

    [Fact]
    public void Before_24_h_the_emergency_pathway_is_a_local_choice_and_before_4_h_the_call_is_derived()
    {
        var flagged = RulesCore.Decide(Exams.Numb(2) with { RedFlags = RedFlags.All(YesNo.Yes), StraightLegRaise = StraightLegRaise.Unable });
        Assert.Equal(
            "neurologicalEmergency LocalSafety, urgentMri LocalSafety, notifyProceduralist Derived, documentBaseline Stated, monitor Stated, "
                + "motorExam Derived, reflexes Derived",
            string.Join(", ", flagged.Steps.Select(step => $"{step.Id} {step.Basis}")));
        Assert.Equal(Basis.LocalSafety, flagged.Considerations[0].Basis);
        Assert.Equal(Basis.Stated, RulesCore.Decide(Exams.Numb(25)).Considerations[0].Basis);
    }

    [Theory]
    [InlineData(StraightLegRaise.Able, Strength.Normal, "")]
    [InlineData(StraightLegRaise.Unable, Strength.Normal, "mobilization Stated, discharge Stated")]
    [InlineData(StraightLegRaise.Able, Strength.Weak, "mobilization Stated, discharge Stated")]
    [InlineData(StraightLegRaise.NotAssessed, Strength.Normal, "mobilization Derived, discharge LocalSafety")]
    [InlineData(StraightLegRaise.Able, Strength.NotAssessed, "mobilization Derived, discharge LocalSafety")]
    public void Holds_until_movement_is_known_to_be_normal_S27_S45(StraightLegRaise raise, Strength toes, string holds)
    {
        var exam = Exams.Resolved(2) with { StraightLegRaise = raise };
        var decision = RulesCore.Decide(exam with { Motor = exam.Motor with { Toes = toes } });
        Assert.Equal(holds, string.Join(", ", decision.Holds.Select(hold => $"{hold.Id} {hold.Basis}")));
    }

    [Theory]
    [InlineData(2, Distribution.Unexpected)]
    [InlineData(2, Distribution.NotAssessed)]
    [InlineData(5, Distribution.WithinBlockArea)]
    public void Discharge_waits_for_expected_or_recovered_S45(double hours, Distribution distribution)
    {
        var hold = Assert.Single(RulesCore.Decide(Exams.Numb(hours) with { Distribution = distribution }).Holds);
        Assert.Equal(("discharge", Basis.LocalSafety), (hold.Id, hold.Basis));
        Assert.Equal(["S45"], hold.Sources);
    }

    [Fact]
    public void Contacts_grow_with_the_urgency()
    {
        Assert.Empty(RulesCore.Decide(Exams.Numb(2)).Contacts);
        Assert.Equal([ContactRole.Proceduralist], RulesCore.Decide(Exams.Numb(5)).Contacts);
        Assert.Equal([ContactRole.Proceduralist, ContactRole.Neurology], RulesCore.Decide(Exams.Numb(25)).Contacts);
        var flagged = Exams.Numb(2) with { RedFlags = RedFlags.All(YesNo.Yes) };
        Assert.Equal([ContactRole.Proceduralist, ContactRole.Neurology, ContactRole.Mri], RulesCore.Decide(flagged).Contacts);
    }

    public static TheoryData<string, Func<BlockContext, BlockContext>, string> Contexts => new()
    {
        { "nothing to consider", context => context, "" },
        { "0.499 mL", context => context with { VolumePerLevelMl = 0.499m }, "" },
        { "0.5 mL: S20 S21", context => context with { VolumePerLevelMl = 0.5m }, "volumeSpread S20 S21" },
        { "0.501 mL: S15 too", context => context with { VolumePerLevelMl = 0.501m }, "volumeSpread S20 S21 S15" },
        { "mepivacaine 1 %", context => context with { Agent = "Mepivacaine", ConcentrationPercent = 1.9m }, "" },
        { "mepivacaine 2 %: S14", context => context with { Agent = "MEPIVACAINE", ConcentrationPercent = 2 }, "mepivacaineConcentration S14" },
        { "mepivacaine: S14", context => context with { Agent = "mepivacaine HCl", ConcentrationPercent = null }, "mepivacaineConcentration S14" },
        { "lidocaine 2 %", context => context with { ConcentrationPercent = 2 }, "" },
        { "no contrast: S17 S18", context => context with { ContrastConfirmed = YesNo.No }, "vascularInjection S17 S18" },
        { "contrast unknown: S17 S18", context => context with { ContrastConfirmed = YesNo.Unknown }, "vascularInjection S17 S18" },
        { "not aspirated: S17 S18", context => context with { Aspirated = YesNo.No }, "vascularInjection S17 S18" },
        { "sedated: S47", context => context with { SedatedWithMidazolam = YesNo.Yes }, "sedationIrrelevant S47" },
        { "sedation unknown", context => context with { SedatedWithMidazolam = YesNo.Unknown }, "" },
        { "nothing known", _ => BlockContext.Empty, "vascularInjection S17 S18" },
    };

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Circumstances_give_considerations(string why, Func<BlockContext, BlockContext> change, string expected)
    {
        var decision = RulesCore.Decide(Exams.Numb(2) with { Context = change(Exams.BlockInfo) });
        Assert.True(expected == Considerations(decision), why);
        Assert.Equal(Urgency.Expected, decision.Urgency);
    }

    [Theory]
    [InlineData(YesNo.Yes, true)]
    [InlineData(YesNo.Unknown, true)]
    [InlineData(YesNo.No, false)]
    public void An_emergency_puts_the_hematoma_first_S35(YesNo anticoagulated, bool marked)
    {
        var decision = RulesCore.Decide(Exams.Numb(25) with { Context = Exams.BlockInfo with { Anticoagulated = anticoagulated } });
        Assert.Equal(
            "epiduralHematoma S35, abscess S35, directNerveInjury S35, intrathecalInjection S35, notDelayedRecovery S44",
            Considerations(decision));
        Assert.Equal(marked, decision.Considerations[0].Marked);
        Assert.All(decision.Considerations.Skip(1), item => Assert.False(item.Marked));
    }

    [Fact]
    public void Other_findings_give_considerations_too_S44_S46()
    {
        Assert.Equal("nerveRoot S46", Considerations(RulesCore.Decide(Exams.Numb(2) with { Distribution = Distribution.Dermatomal })));
        Assert.Equal("nerveRoot S46", Considerations(RulesCore.Decide(Exams.Resolved(2) with { RadicularSymptoms = YesNo.Yes })));
        Assert.Equal("notDelayedRecovery S44", Considerations(RulesCore.Decide(Exams.Numb(null))));
        Assert.Equal("", Considerations(RulesCore.Decide(Exams.Numb(2) with { StraightLegRaise = StraightLegRaise.Unable })));
    }

    [Fact]
    public void Missing_names_every_unknown_finding_but_no_circumstance()
    {
        Assert.Empty(RulesCore.Decide(Exams.Numb(2) with { Context = BlockContext.Empty }).Missing);
        string[] all =
        [
            "blockTime", "numbness", "distribution", "radicularSymptoms", "straightLegRaise", "motor.hipFlexion", "motor.kneeExtension",
            "motor.ankleDorsiflexion", "motor.anklePlantarflexion", "motor.toes", "reflexes.knee", "reflexes.ankle",
            "redFlags.progressiveMotorWeakness", "redFlags.saddleAnesthesia", "redFlags.bowelBladderDysfunction", "redFlags.bilateralSymptoms",
        ];
        var nothing = new Assessment { AssessedAt = Exams.Block };
        Assert.Equal(all, RulesCore.Decide(nothing).Missing);
        Assert.Equal(all.Except(["numbness", "distribution"]), RulesCore.Decide(nothing with { Numbness = Numbness.Resolved }).Missing);
        Assert.Equal(all.Order(), Catalog.FindingNames.Keys.Order());
        // The whole table proves nothing about a finding it leaves out.
        Assert.Equal(all, Dimension.All.Select(dimension => dimension.Name));
    }

    private static string Considerations(Decision decision) =>
        string.Join(", ", decision.Considerations.Select(item => $"{item.Id} {string.Join(' ', item.Sources)}"));
}
