using System.Globalization;
using System.Numerics;
using System.Text;

namespace ClinicalBot.Rules;

/// <summary>Puts an outcome into words.</summary>
internal static class DecisionWriter
{
    private static readonly ContactRole[] UrgentContacts = [ContactRole.Proceduralist];
    private static readonly ContactRole[] EmergencyContacts = [ContactRole.Proceduralist, ContactRole.Neurology];
    private static readonly ContactRole[] RedFlagContacts = [ContactRole.Proceduralist, ContactRole.Neurology, ContactRole.Mri];

    public static Decision Write(Assessment exam, Outcome outcome, RulesSettings settings)
    {
        var facts = outcome.Facts;
        var validUntil = Validity.ValidUntil(exam, facts, settings);
        var headline = Headline.Of(outcome);
        var phrases = Phrasebook.In(settings.Culture);
        return new Decision(
            outcome.Urgency,
            BandOf(facts),
            FactReader.Elapsed(exam) is { } elapsed ? (int)elapsed.TotalMinutes : null,
            phrases.Of(headline),
            Steps(exam, outcome, validUntil, settings, phrases),
            Holds(outcome, phrases),
            Considerations(outcome, phrases),
            Contacts(facts),
            Gaps.Missing(exam, facts),
            validUntil,
            Reasons(outcome, phrases),
            RulesCore.Ruleset)
        {
            HeadlineSources = headline.Sources,
        };
    }

    private static Band BandOf(Facts facts) =>
        (facts & Facts.Under4h) != Facts.None ? Band.Under4h
        : (facts & Facts.From24h) != Facts.None ? Band.From24h
        : Band.From4hTo24h;

    private static Step[] Steps(Assessment exam, Outcome outcome, DateTimeOffset? validUntil, RulesSettings settings, Phrasebook phrases)
    {
        var steps = new Step[BitOperations.PopCount(outcome.Steps)];
        var next = 0;
        for (var bits = outcome.Steps; bits != 0; bits &= bits - 1)
        {
            var row = BitOperations.TrailingZeroCount(bits);
            var advice = StepTable.Steps[row];
            var step = phrases.Steps[Phrasebook.Index(row, advice.Grounds, advice.When, outcome.Facts)];
            steps[next++] = advice.Id switch
            {
                StepTable.ExamineNow => ExamineNow(step, exam, outcome, phrases),
                StepTable.Reassure => step with { Text = Clock(phrases.Reassure, Validity.FirstBoundary(exam)!.Value, settings) },
                StepTable.Recheck => step with
                {
                    Text = Clock(phrases.Recheck, Validity.RecheckAt(exam, outcome.Facts, validUntil, settings), settings),
                },
                _ => step,
            };
        }

        return steps;
    }

    private static Step ExamineNow(Step step, Assessment exam, Outcome outcome, Phrasebook phrases)
    {
        var basis = Basis.Stated;
        var sources = new List<string>();
        for (var bits = outcome.Rules & RuleTable.IncompleteRules; bits != 0; bits &= bits - 1)
        {
            var rule = RuleTable.Rules[BitOperations.TrailingZeroCount(bits)];
            var ruleBasis = rule.Grounds.BasisAt(outcome.Facts, rule.When);
            basis = ruleBasis > basis ? ruleBasis : basis;
            sources.AddRange(rule.Grounds.Sources);
        }

        var findings = Gaps.Undecided(exam, outcome.Facts).Select(path => phrases.Findings[path]);
        var text = string.Format(CultureInfo.InvariantCulture, phrases.ExamineNow, string.Join(", ", findings));
        return step with { Text = text, Sources = sources, Basis = basis };
    }

    private static string Clock(CompositeFormat text, DateTimeOffset instant, RulesSettings settings) =>
        string.Format(CultureInfo.InvariantCulture, text, (settings.ClockTime ?? ClockTime.Default)(instant));

    private static Reason[] Reasons(Outcome outcome, Phrasebook phrases)
    {
        var reasons = new Reason[BitOperations.PopCount(outcome.Rules)];
        var next = 0;
        for (var bits = outcome.Rules; bits != 0; bits &= bits - 1)
        {
            var row = BitOperations.TrailingZeroCount(bits);
            var rule = RuleTable.Rules[row];
            reasons[next++] = phrases.Reasons[Phrasebook.Index(row, rule.Grounds, rule.When, outcome.Facts)];
        }

        return reasons;
    }

    private static Hold[] Holds(Outcome outcome, Phrasebook phrases)
    {
        var holds = new Hold[BitOperations.PopCount(outcome.Holds)];
        var next = 0;
        for (var bits = outcome.Holds; bits != 0; bits &= bits - 1)
        {
            var row = BitOperations.TrailingZeroCount(bits);
            var advice = HoldTable.Holds[row];
            holds[next++] = phrases.Holds[Phrasebook.Index(row, advice.Grounds, advice.When, outcome.Facts)];
        }

        return holds;
    }

    private static Consideration[] Considerations(Outcome outcome, Phrasebook phrases)
    {
        var considerations = new Consideration[BitOperations.PopCount(outcome.Considerations)];
        var next = 0;
        for (var bits = outcome.Considerations; bits != 0; bits &= bits - 1)
        {
            var row = BitOperations.TrailingZeroCount(bits);
            var advice = ConsiderationTable.Considerations[row];
            var item = phrases.Considerations[Phrasebook.Index(row, advice.Grounds, advice.When, outcome.Facts)];
            considerations[next++] = (outcome.Facts & advice.MarkedWhen) == Facts.None ? item : item with { Marked = true };
        }

        return considerations;
    }

    private static ContactRole[] Contacts(Facts facts) =>
        (facts & Facts.UrgentOrAbove) == Facts.None ? []
        : (facts & Facts.IsEmergency) == Facts.None ? UrgentContacts
        : (facts & Facts.RedFlag) == Facts.None ? EmergencyContacts
        : RedFlagContacts;
}
