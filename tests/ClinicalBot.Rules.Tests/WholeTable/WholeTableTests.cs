namespace ClinicalBot.Rules.Tests.WholeTable;

/// <summary>The specification's properties over every combination of findings and times.</summary>
[Collection(WholeTableGroup.Name)]
public sealed class WholeTableTests(Enumeration table)
{
    /// <summary>Version and answers, pinned: a changed answer anywhere in the table changes the digest, and has to change the version too.</summary>
    private const string Pinned = "1.0.0 df6aff37f2d0712345bb2d73075c023ba2743e947d29d0632487ebbbee9b3ce2";

    private const int Time = 0;

    public static TheoryData<string> Findings => [.. Dimension.All.Skip(1).Select(dimension => dimension.Name)];

    [Fact]
    public void Every_combination_is_decided()
    {
        Assert.Equal(114_791_256, table.Seen.Length);
        Assert.All(Enum.GetValues<Urgency>(), urgency => Assert.Contains(table.Seen, state => Of(state) == (int)urgency));
    }

    [Fact]
    public void The_core_decides_as_the_plain_reading_of_the_specification()
    {
        Assert.True(table.Disagreement < 0, table.Disagreement < 0 ? "" : States.At(table.Disagreement).ToString());
    }

    [Fact]
    public void No_answer_changed_unseen()
    {
        var now = $"{RulesCore.Ruleset.Version} {table.Digest}";
        Assert.True(now == Pinned, $"Answers changed. Look at which, raise the version in Catalog/RulesetHash.cs, then pin both here: {now}");
    }

    [Theory]
    [MemberData(nameof(Findings))]
    public void An_adverse_value_never_lowers_the_urgency(string name)
    {
        var finding = Named(name);
        foreach (var adverse in finding.Adverse)
        {
            foreach (var other in Enumerable.Range(0, finding.Values).Where(value => value != adverse))
            {
                Compare(finding, adverse, other, (worse, better) => Of(worse) >= Of(better));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Findings))]
    public void An_unknown_is_never_below_the_reassuring_value(string name)
    {
        var finding = Named(name);
        Compare(finding, finding.Unknown, finding.Reassuring, (unknown, reassuring) => Of(unknown) >= Of(reassuring));
    }

    [Theory]
    [MemberData(nameof(Findings))]
    public void An_unknown_never_removes_a_hold(string name)
    {
        var finding = Named(name);
        Compare(finding, finding.Unknown, finding.Reassuring, (unknown, reassuring) => (HoldsOf(reassuring) & ~HoldsOf(unknown)) == 0);
    }

    [Fact]
    public void More_time_never_lowers_the_urgency()
    {
        var time = Dimension.All[Time];
        for (var later = 1; later < States.Times.Length; later++)
        {
            Compare(time, later, later - 1, (after, before) => Of(after) >= Of(before));
        }
    }

    [Fact]
    public void An_unknown_time_is_never_below_the_first_hours()
    {
        var time = Dimension.All[Time];
        Compare(time, time.Unknown, time.Reassuring, (unknown, early) =>
            Of(unknown) >= Of(early) && (HoldsOf(early) & ~HoldsOf(unknown)) == 0);
    }

    [Fact]
    public void Advice_never_outlives_a_rise_in_urgency()
    {
        var time = Dimension.All[Time];
        for (var now = 0; now < States.Times.Length; now++)
        {
            for (var later = now + 1; later < States.Times.Length; later++)
            {
                // The same findings decide alike within a band, so a rise can only be at 4 h or at 24 h.
                var stillValid = States.Times[later] < TimeSpan.FromHours(24) ? Enumeration.ValidPast4h : Enumeration.ValidPast24h;
                Compare(time, later, now, (after, before) => (before & stillValid) == 0 || Of(after) <= Of(before));
            }
        }
    }

    private static int Of(byte state) => state & Enumeration.UrgencyBits;

    private static int HoldsOf(byte state) => state & (Enumeration.Mobilization | Enumeration.Discharge);

    private static Dimension Named(string name) => Dimension.All.Single(dimension => dimension.Name == name);

    /// <summary>Holds every pair of states against each other that differ in this finding only.</summary>
    private void Compare(Dimension finding, int first, int second, Func<byte, byte, bool> holds)
    {
        // A state is one byte, so a pair is one of 65,536: the relation is asked once for each and looked up after.
        var allowed = new bool[256 * 256];
        for (var pair = 0; pair < allowed.Length; pair++)
        {
            allowed[pair] = holds((byte)(pair >> 8), (byte)pair);
        }

        var stride = finding.Stride;
        var counterexample = -1;
        var chunk = stride * finding.Values;
        Parallel.For(0, States.Count / chunk, group =>
        {
            var start = group * chunk;
            for (var i = start; i < start + stride; i++)
            {
                if (!allowed[(table.Seen[i + (first * stride)] << 8) | table.Seen[i + (second * stride)]])
                {
                    counterexample = i + (first * stride);
                }
            }
        });
        Assert.True(counterexample < 0, counterexample < 0 ? "" : States.At(counterexample).ToString());
    }
}
