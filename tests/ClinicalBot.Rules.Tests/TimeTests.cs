namespace ClinicalBot.Rules.Tests;

/// <summary>Bands to the tick, validity and rechecks.</summary>
public sealed class TimeTests
{
    private static readonly TimeSpan Tick = new(1);

    [Theory]
    [InlineData(0, 0, Band.Under4h, Urgency.Expected)]
    [InlineData(4, -1, Band.Under4h, Urgency.Expected)]
    [InlineData(4, 0, Band.From4hTo24h, Urgency.Urgent)]
    [InlineData(4, 1, Band.From4hTo24h, Urgency.Urgent)]
    [InlineData(24, -1, Band.From4hTo24h, Urgency.Urgent)]
    [InlineData(24, 0, Band.From24h, Urgency.Emergency)]
    [InlineData(24, 1, Band.From24h, Urgency.Emergency)]
    public void Bands_are_exact_to_the_tick_whatever_the_offsets(int hours, int ticks, Band band, Urgency urgency)
    {
        var exam = Exams.Numb(TimeSpan.FromHours(hours) + (ticks * Tick));
        foreach (var (block, assessed) in new[] { (0.0, 0.0), (-5, 5.5), (14, -12) })
        {
            var moved = exam with
            {
                BlockTime = exam.BlockTime!.Value.ToOffset(TimeSpan.FromHours(block)),
                AssessedAt = exam.AssessedAt.ToOffset(TimeSpan.FromHours(assessed)),
            };
            var decision = RulesCore.Decide(moved);
            Assert.Equal((band, urgency), (decision.Band, decision.Urgency));
            Assert.Equal((int)(exam.AssessedAt - exam.BlockTime.Value).TotalMinutes, decision.ElapsedMinutes);
            Assert.Equal(decision.ValidUntil?.Offset ?? moved.AssessedAt.Offset, moved.AssessedAt.Offset);
        }
    }

    [Fact]
    public void Only_the_exact_boundary_is_a_local_choice()
    {
        Assert.Equal(Basis.LocalSafety, BasisAt(TimeSpan.FromHours(4)));
        Assert.Equal(Basis.Stated, BasisAt(TimeSpan.FromHours(4) + Tick));
        Assert.Equal(Basis.Stated, BasisAt(TimeSpan.FromHours(24) - Tick));
        Assert.Equal(Basis.LocalSafety, BasisAt(TimeSpan.FromHours(24)));
        Assert.Equal(Basis.Stated, BasisAt(TimeSpan.FromHours(24) + Tick));

        static Basis BasisAt(TimeSpan elapsed) => RulesCore.Decide(Exams.Numb(elapsed)).Reasons[0].Basis;
    }

    [Fact]
    public void A_block_after_the_exam_counts_as_unknown()
    {
        var decision = RulesCore.Decide(Exams.Numb(-Tick));
        Assert.Equal((Urgency.Urgent, Band.From4hTo24h, null), (decision.Urgency, decision.Band, decision.ElapsedMinutes));
        Assert.Equal(["blockTime"], decision.Missing);
        Assert.Contains(decision.Steps, step => step.Id == "establishTime");
        Assert.Equal(Exams.Block - Tick + TimeSpan.FromMinutes(30), decision.ValidUntil);
    }

    public static TheoryData<string, Assessment, double?> Validity => new()
    {
        { "expected: the end of the band", Exams.Numb(2), 4 },
        { "urgent at 5 h: the end of the band", Exams.Numb(5), 24 },
        { "emergency at 5 h: the end of the band", Exams.Numb(5) with { StraightLegRaise = StraightLegRaise.Unable }, 24 },
        { "from 24 h: none", Exams.Numb(30), null },
        { "recovered: none", Exams.Resolved(2), null },
        { "recovered from 4 h: none", Exams.Resolved(5), null },
        { "resolved with weakness: the end of the band", Exams.Resolved(2) with { StraightLegRaise = StraightLegRaise.Unable }, 4 },
        { "incomplete: the recheck", Exams.Numb(2) with { Distribution = Distribution.NotAssessed }, 2.5 },
        { "incomplete near 4 h: the end of the band", Exams.Numb(3.75) with { Distribution = Distribution.NotAssessed }, 4 },
        { "incomplete under an emergency: the recheck",
            Exams.Numb(5) with { StraightLegRaise = StraightLegRaise.Unable, Distribution = Distribution.NotAssessed }, 5.5 },
        { "incomplete from 24 h: the recheck", Exams.Numb(30) with { Distribution = Distribution.NotAssessed }, 30.5 },
        { "time unknown: the recheck", Exams.Numb(null), 2.5 },
        { "recovered, time unknown: the recheck", Exams.Numb(null) with { Numbness = Numbness.Resolved }, 2.5 },
    };

    [Theory]
    [MemberData(nameof(Validity))]
    public void Advice_ends(string why, Assessment exam, double? hours)
    {
        var until = RulesCore.Decide(exam).ValidUntil;
        Assert.True(until == (hours is null ? null : Exams.Block.AddHours(hours.Value)), $"{why}: {until}");
    }

    [Theory]
    [InlineData(2, Numbness.Present, "Sun 22 Nov 12:30 UTC")]
    [InlineData(3.75, Numbness.Present, "Sun 22 Nov 12:30 UTC")]
    [InlineData(5, Numbness.Present, "Sun 22 Nov 14:00 UTC")]
    [InlineData(23.75, Numbness.Present, "Mon 23 Nov 08:30 UTC")]
    [InlineData(2, Numbness.Resolved, "Sun 22 Nov 11:00 UTC")]
    public void A_recheck_names_its_clock_time(double hours, Numbness numbness, string clock)
    {
        var recheck = RulesCore.Decide(Exams.Numb(hours) with { Numbness = numbness }).Steps.Single(step => step.Id == "recheck");
        Assert.Equal($"Examine again by {clock}, sooner on any change.", recheck.Text);
    }

    [Fact]
    public void Site_settings_change_the_recheck_and_how_times_read()
    {
        var settings = new RulesSettings { RecheckInterval = TimeSpan.FromMinutes(10), ClockTime = time => $"<{time:HH:mm}>" };
        var recheck = RulesCore.Decide(Exams.Numb(5), null, settings).Steps.Single(step => step.Id == "recheck");
        Assert.Contains("<13:40>", recheck.Text, StringComparison.Ordinal);
        Assert.Contains("<12:30>", RulesCore.Decide(Exams.Numb(1), null, settings).Steps[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_read_with_the_offset_of_the_exam()
    {
        var exam = Exams.Numb(2) with { AssessedAt = Exams.Block.AddHours(2).ToOffset(TimeSpan.FromHours(-5)) };
        Assert.Contains("Sun 22 Nov 07:30 UTC-05:00", RulesCore.Decide(exam).Steps[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_findings_later_decide_by_the_later_time()
    {
        var exam = Exams.Numb(2);
        var later = RulesCore.ReevaluateAt(exam, RulesCore.Decide(exam).ValidUntil!.Value);
        Assert.Equal((Urgency.Urgent, 240), (later.Urgency, later.ElapsedMinutes));
        Assert.Contains(RulesCore.ReevaluateAt(exam, Exams.Block.AddHours(3), [Exams.Numb(25)]).Reasons, reason => reason.Rule == "heldUp");
    }
}
