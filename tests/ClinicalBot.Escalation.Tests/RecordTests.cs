using System.Text;
using System.Text.Json;
using ClinicalBot.Rules;

namespace ClinicalBot.Escalation.Tests;

public sealed class RecordTests
{
    private static Site Story()
    {
        var site = new Site().Opens(Site.Exam(Site.Start, hours: 3) with { StraightLegRaise = StraightLegRaise.NotAssessed }).Passes(80);
        site.Hears(new CaseInput.Refuse(site.Case.Run!.Calls[1].Id, "403")).Acknowledges(Site.Drew, 5).Passes(6);
        site.Hears(seen => new CaseInput.Assess(Site.Nurse, seen, "dialog-2", Site.Emergency(site.Now)));
        site.Hears(new CaseInput.AtBedside(Site.Erin, site.Case.Revision));
        return site.Hears(new CaseInput.Close(Site.Erin, site.Case.Revision, CaseOutcome.Transferred));
    }

    private static List<CaseEntry> Entries(Site site)
    {
        List<CaseEntry> entries = [];
        foreach (var (happened, at) in site.Events)
        {
            entries.Add(CaseEntry.Of(entries.Count == 0 ? "" : entries[^1].Hash, site.Case.Reference, entries.Count + 1, at, happened));
        }

        return entries;
    }

    private static string Json(Case @case) => JsonSerializer.Serialize(@case, CaseJson.Default.Case);

    [Fact]
    public void The_record_rebuilds_the_case()
    {
        var site = Story();
        Assert.Equal(Json(site.Case), Json(CaseFold.Of(Entries(site).Select(entry => (entry.Read(), entry.At)))));
    }

    [Fact]
    public void A_case_survives_being_stored()
    {
        var site = Story();
        var again = JsonSerializer.Deserialize(Json(site.Case), CaseJson.Default.Case)!;
        Assert.Equal(Json(site.Case), Json(again));
    }

    [Fact]
    public void An_untouched_record_verifies() => Assert.Null(CaseEntry.FirstChanged(Entries(Story())));

    [Fact]
    public void The_first_changed_event_is_named_whatever_was_changed()
    {
        var entries = Entries(Story());
        for (var i = 0; i < entries.Count; i++)
        {
            var edited = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(entries[i].Event).Replace("\"event\":\"", "\"event\":\"x", StringComparison.Ordinal));
            Assert.Equal(i + 1, CaseEntry.FirstChanged(entries.Select((entry, at) => at == i ? entry with { Event = edited } : entry)));
            Assert.Equal(i + 1, CaseEntry.FirstChanged(entries.Select((entry, at) => at == i ? entry with { At = entry.At.AddTicks(1) } : entry)));
            Assert.Equal(i + 1, CaseEntry.FirstChanged(entries.Select((entry, at) => at == i ? entry with { Reference = "XX-XXX" } : entry)));
            if (i < entries.Count - 1)
            {
                Assert.Equal(i + 1, CaseEntry.FirstChanged(entries.Where((_, at) => at != i)));
            }
        }
    }

    [Fact]
    public void An_event_forged_with_a_hash_of_its_own_breaks_the_chain_behind_it()
    {
        var entries = Entries(Story());
        for (var i = 0; i < entries.Count - 1; i++)
        {
            var forged = CaseEntry.Of(i == 0 ? "" : entries[i - 1].Hash, entries[i].Reference, i + 1, entries[i].At, new CaseEvent.Hurried());
            Assert.Equal(entries[i].Read() is CaseEvent.Hurried
                ? null : i + 2, CaseEntry.FirstChanged(entries.Select((entry, at) => at == i ? forged : entry)));
        }
    }

    [Fact]
    public void A_replay_decides_the_same()
    {
        var replay = CaseReplay.Run(Story().Events.Select(each => each.Event));
        Assert.Equal([Urgency.Incomplete, Urgency.Emergency], replay.Select(line => line.Now.Urgency));
        Assert.All(replay, line => Assert.Empty(line.Differences));
    }

    [Fact]
    public void A_replay_names_what_differs_since()
    {
        var events = Story().Events.Select(each => each.Event).ToList();
        var opened = (CaseEvent.Opened)events[0];
        var decision = opened.Exam.Decision with { Urgency = Urgency.Expected, Ruleset = new RulesetInfo("lumbar-mbb-numbness", "0.9.0", "00") };
        events[0] = opened with { Exam = opened.Exam with { Decision = decision } };
        Assert.Equal(["urgency", "ruleset"], CaseReplay.Run(events)[0].Differences.Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("k7-4fx", "K7-4FX")]
    [InlineData(" K7 4FX", "K7-4FX")]
    [InlineData("k74fx", "K7-4FX")]
    [InlineData("K7-4FXX", null)]
    [InlineData("K1-4FX", null)]
    [InlineData("cases", null)]
    [InlineData(null, null)]
    public void A_reference_is_read_as_people_type_it(string? typed, string? reference) => Assert.Equal(reference, CaseReference.Read(typed));

    [Fact]
    public void References_read_back_and_another_attempt_gives_another()
    {
        for (var i = 0; i < 1000; i++)
        {
            var reference = CaseReference.From($"turn {i}");
            Assert.Equal(reference, CaseReference.Read(reference));
            Assert.NotEqual(reference, CaseReference.From($"turn {i}", attempt: 1));
        }
    }
}
