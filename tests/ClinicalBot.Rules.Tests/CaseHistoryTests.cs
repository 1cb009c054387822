namespace ClinicalBot.Rules.Tests;

/// <summary>What earlier exams of a case add to a later one.</summary>
public sealed class CaseHistoryTests
{
    public static TheoryData<string> Movements =>
        ["straightLegRaise", "hipFlexion", "kneeExtension", "ankleDorsiflexion", "anklePlantarflexion", "toes"];

    [Theory]
    [MemberData(nameof(Movements))]
    public void Weaker_than_the_best_before_is_progressive_S32_S42(string movement)
    {
        var before = Exams.Numb(1);
        var now = Weaken(Exams.Numb(2), movement);
        var reason = RulesCore.Decide(now, [before]).Reasons[0];
        Assert.Equal("redFlag", reason.Rule);
        Assert.Equal(["S32", "S42"], reason.Sources);
        Assert.StartsWith("Weaker than at an earlier exam", reason.Text, StringComparison.Ordinal);
        Assert.True(RulesCore.IsWeakerThanBefore(now, [before]));
        Assert.Equal("redFlag", RulesCore.Decide(now, [before, now]).Reasons[0].Rule);
        Assert.Equal("redFlag", RulesCore.Decide(now, [now, before]).Reasons[0].Rule);
    }

    [Theory]
    [MemberData(nameof(Movements))]
    public void As_weak_as_ever_is_not_progressive(string movement)
    {
        var weak = Weaken(Exams.Numb(1), movement);
        Assert.DoesNotContain(RulesCore.Decide(weak, [weak]).Reasons, reason => reason.Rule == "redFlag");
        var notAssessed = new Assessment { BlockTime = Exams.Block, AssessedAt = Exams.Block, RedFlags = RedFlags.All(YesNo.No) };
        Assert.False(RulesCore.IsWeakerThanBefore(weak, [notAssessed]));
        Assert.False(RulesCore.IsWeakerThanBefore(notAssessed, [Exams.Numb(1)]));
        Assert.False(RulesCore.IsWeakerThanBefore(weak, null));
        Assert.False(RulesCore.IsWeakerThanBefore(Exams.Numb(2), [weak]));
    }

    [Fact]
    public void Progressive_weakness_found_by_comparison_is_not_missing()
    {
        var now = Weaken(Exams.Numb(2), "toes") with { RedFlags = RedFlags.All(YesNo.Unknown) };
        var decision = RulesCore.Decide(now, [Exams.Numb(1)]);
        Assert.Equal(["redFlags.saddleAnesthesia", "redFlags.bowelBladderDysfunction", "redFlags.bilateralSymptoms"], decision.Missing);
    }

    [Theory]
    [InlineData(Numbness.Present, Basis.Derived)]
    [InlineData(Numbness.NotGiven, Basis.LocalSafety)]
    public void Numbness_that_returned_is_urgent_S10_S44(Numbness numbness, Basis basis)
    {
        var decision = RulesCore.Decide(Exams.Numb(3) with { Numbness = numbness }, [Exams.Resolved(2), Exams.Numb(2.5)]);
        var reason = Assert.Single(decision.Reasons, reason => reason.Rule == "numbnessReturned");
        Assert.Equal((Urgency.Urgent, basis), (decision.Urgency, reason.Basis));
        Assert.Equal(Urgency.Recovered, RulesCore.Decide(Exams.Resolved(3), [Exams.Resolved(2)]).Urgency);
        Assert.Equal(Urgency.Expected, RulesCore.Decide(Exams.Numb(3), [Exams.Numb(2)]).Urgency);
    }

    [Fact]
    public void An_evaluation_still_owed_holds_the_case_up_S11()
    {
        var flagged = Exams.Numb(1) with { RedFlags = RedFlags.All(YesNo.Yes) };
        Assert.All(
            new[] { Exams.Numb(5), Exams.Numb(25), Exams.Numb(null), flagged },
            before => Assert.Equal((Urgency.Urgent, "heldUp"), Held(before)));
        var urgentOnly = Exams.Numb(1) with { StraightLegRaise = StraightLegRaise.Unable };
        Assert.Equal(Urgency.Recovered, RulesCore.Decide(Exams.Resolved(26), [urgentOnly]).Urgency);

        static (Urgency, string) Held(Assessment before)
        {
            var decision = RulesCore.Decide(Exams.Resolved(26), [before, Exams.Resolved(25.5)]);
            return (decision.Urgency, decision.Reasons[0].Rule);
        }
    }

    [Fact]
    public void An_emergency_found_only_by_comparison_holds_the_case_up_too()
    {
        var decision = RulesCore.Decide(Exams.Resolved(3), [Exams.Numb(1), Weaken(Exams.Numb(2), "toes")]);
        Assert.Equal("heldUp", decision.Reasons[0].Rule);
    }

    [Fact]
    public void However_many_exams_came_before_each_counts()
    {
        Assert.Equal("numbnessReturned", RulesCore.Decide(Exams.Numb(3), [Exams.Resolved(1), Exams.Resolved(2)]).Reasons[0].Rule);
        Assert.Equal("heldUp", RulesCore.Decide(Exams.Resolved(7), [Exams.Numb(5), Exams.Numb(6)]).Reasons[0].Rule);
        Assert.True(RulesCore.IsWeakerThanBefore(Weaken(Exams.Numb(3), "toes"), [Exams.Numb(1), Exams.Numb(2)]));
    }

    private static Assessment Weaken(Assessment exam, string movement) => movement switch
    {
        "straightLegRaise" => exam with { StraightLegRaise = StraightLegRaise.Unable },
        "hipFlexion" => exam with { Motor = exam.Motor with { HipFlexion = Strength.Weak } },
        "kneeExtension" => exam with { Motor = exam.Motor with { KneeExtension = Strength.Weak } },
        "ankleDorsiflexion" => exam with { Motor = exam.Motor with { AnkleDorsiflexion = Strength.Weak } },
        "anklePlantarflexion" => exam with { Motor = exam.Motor with { AnklePlantarflexion = Strength.Weak } },
        _ => exam with { Motor = exam.Motor with { Toes = Strength.Weak } },
    };
}
