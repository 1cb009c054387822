using System.Text.RegularExpressions;

namespace ClinicalBot.Rules.Tests.WholeTable;

/// <summary>
/// Properties of what is shown, over every distinct answer. Two exams with the same facts get the same rules and advice, so one exam of
/// each stands for all of them.
/// </summary>
[Collection(WholeTableGroup.Name)]
public sealed partial class DistinctTests(Enumeration table)
{
    private const string Again = "Triage again at once for new weakness, saddle numbness, bladder or bowel trouble, or symptoms in both legs.";

    private static readonly Facts[] Histories =
    [
        Facts.ResolvedBefore, Facts.HeldBefore, Facts.ResolvedBefore | Facts.HeldBefore, Facts.RedFlag | Facts.Worsened,
        Facts.RedFlag | Facts.Worsened | Facts.HeldBefore | Facts.ResolvedBefore,
    ];

    private static readonly BlockContext[] Contexts =
    [
        BlockContext.Empty,
        Exams.BlockInfo,
        new()
        {
            Anticoagulated = YesNo.Yes, SedatedWithMidazolam = YesNo.Yes, Agent = "mepivacaine", ConcentrationPercent = 2, VolumePerLevelMl = 1,
            ContrastConfirmed = YesNo.No, Aspirated = YesNo.No, Side = "left", Levels = "L4-S1",
        },
    ];

    [Fact]
    public void An_earlier_exam_never_lowers_the_urgency() => Assert.All(table.Distinct.Keys, facts =>
    {
        var alone = Outcome.Of(facts);
        foreach (var history in Histories)
        {
            var later = Outcome.Of(facts | history);
            Assert.True(later.Urgency >= alone.Urgency && (alone.Holds & ~later.Holds) == 0, $"{facts} after {history}");
        }
    });

    [Fact]
    public void Two_exams_of_one_case_never_decide_lower_than_the_second_alone()
    {
        // A prime stride visits sensation, movement and flags in ever new combinations.
        var sample = Enumerable.Range(0, 400).Select(i => States.At((int)(i * 7_919L * 37 % States.Count))).ToArray();
        Parallel.ForEach(sample, later =>
        {
            foreach (var earlier in sample)
            {
                Assert.True(RulesCore.Decide(later, [earlier]).Urgency >= RulesCore.UrgencyOf(later), $"{later} after {earlier}");
            }
        });
    }

    [Fact]
    public void Circumstances_never_change_urgency_rules_steps_or_holds() => Assert.All(table.Distinct.Keys, facts =>
    {
        var alone = Outcome.Of(facts);
        for (var context = 0UL; context < 64; context++)
        {
            var outcome = Outcome.Of(facts | (Facts)(context * (ulong)Facts.MaybeAnticoagulated));
            Assert.True(
                (outcome.Urgency, outcome.Rules, outcome.Steps, outcome.Holds) == (alone.Urgency, alone.Rules, alone.Steps, alone.Holds),
                $"{facts} in context {context}");
        }
    });

    [Fact]
    public void Every_urgent_and_emergency_answer_names_a_contact_and_a_step() => ForEachAnswer(decision =>
        Assert.True(decision.Urgency < Urgency.Urgent || (decision.Contacts.Count > 0 && decision.Steps.Count > 0)));

    [Fact]
    public void Every_sentence_has_a_source_and_every_text_is_complete() => ForEachAnswer(decision =>
    {
        var sentences = decision.Steps.Select(step => (step.Text, step.Sources))
            .Concat(decision.Holds.Select(hold => (hold.Text, hold.Sources)))
            .Concat(decision.Considerations.Select(item => (item.Text, item.Sources)))
            .Concat(decision.Reasons.Select(reason => (reason.Text, reason.Sources)))
            .Append((decision.Headline, decision.HeadlineSources));
        foreach (var (text, sources) in sentences)
        {
            Assert.True(sources.Count > 0 && text.Length > 0 && !text.Contains('{', StringComparison.Ordinal), text);
        }
    });

    [Fact]
    public void A_headline_begins_with_its_urgency() => ForEachAnswer(decision =>
        Assert.StartsWith($"{decision.Urgency}: ", decision.Headline, StringComparison.Ordinal));

    [Fact]
    public void Expected_and_recovered_never_sound_like_an_all_clear_and_say_when_to_come_back() => ForEachAnswer(decision =>
    {
        if (decision.Urgency > Urgency.Expected)
        {
            return;
        }

        Assert.EndsWith(Again, decision.Headline, StringComparison.Ordinal);
        Assert.Contains("S32", decision.HeadlineSources);
        Assert.Contains("S44", decision.HeadlineSources);
        var shown = string.Join('\n', new[] { decision.Headline }
            .Concat(decision.Steps.Select(step => step.Text))
            .Concat(decision.Holds.Select(hold => hold.Text + hold.Until))
            .Concat(decision.Considerations.Select(item => item.Text))
            .Concat(decision.Reasons.Select(reason => reason.Text)));
        Assert.DoesNotMatch(AllClear(), shown);
    });

    [Fact]
    public void The_same_exam_always_gives_the_same_answer() => Assert.All(table.Distinct.Values, index =>
        Assert.Equivalent(RulesCore.Decide(States.At(index)), RulesCore.Decide(States.At(index)), strict: true));

    private void ForEachAnswer(Action<Decision> check) => Parallel.ForEach(table.Distinct.Values, index =>
    {
        foreach (var context in Contexts)
        {
            check(RulesCore.Decide(States.At(index) with { Context = context }));
        }
    });

    [GeneratedRegex(@"\b(safe|safely|ok|okay|clear|cleared|emergency|emergencies)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AllClear();
}
