using System.Numerics;

namespace ClinicalBot.Rules;

/// <summary>A decision as bits: bit i of each set is row i of its table. Costs no allocation, so every combination can be tried.</summary>
internal readonly record struct Outcome(Facts Facts, Urgency Urgency, uint Rules, uint Steps, uint Holds, uint Considerations)
{
    /// <summary>Applies all tables to the facts of an exam, its case and its circumstances.</summary>
    public static Outcome Of(Facts facts)
    {
        var fired = Fired(facts);
        var urgency = UrgencyOf(fired);
        facts |= ResultOf(fired, urgency);
        return new(
            facts,
            urgency,
            fired,
            Given(StepTable.Steps, facts),
            Given(HoldTable.Holds, facts),
            Given(ConsiderationTable.Considerations, facts));
    }

    /// <summary>The rules that fire.</summary>
    public static uint Fired(Facts facts)
    {
        var fired = 0u;
        var rules = RuleTable.Rules;
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].When.Holds(facts))
            {
                fired |= 1u << i;
            }
        }

        return fired;
    }

    /// <summary>The first rule that fires is the most urgent. One always does; if none did, this would throw rather than reassure.</summary>
    public static Urgency UrgencyOf(uint fired) => RuleTable.Rules[BitOperations.TrailingZeroCount(fired)].Urgency;

    private static Facts ResultOf(uint fired, Urgency urgency)
    {
        var result = (fired & RuleTable.IncompleteRules) != 0 ? Facts.Incomplete : Facts.None;
        return result | urgency switch
        {
            Urgency.Recovered => Facts.IsRecovered | Facts.BelowEmergency,
            Urgency.Expected => Facts.IsExpected | Facts.BelowEmergency,
            Urgency.Incomplete => Facts.AboveExpected | Facts.BelowEmergency,
            Urgency.Urgent => Facts.AboveExpected | Facts.UrgentOrAbove | Facts.BelowEmergency,
            _ => Facts.AboveExpected | Facts.UrgentOrAbove | Facts.IsEmergency,
        };
    }

    private static uint Given(Advice[] table, Facts facts)
    {
        var given = 0u;
        for (var i = 0; i < table.Length; i++)
        {
            if (table[i].When.Holds(facts))
            {
                given |= 1u << i;
            }
        }

        return given;
    }
}
