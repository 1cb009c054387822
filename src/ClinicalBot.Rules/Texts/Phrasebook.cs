using System.Text;

namespace ClinicalBot.Rules;

/// <summary>The reasons and advice of a decision, put into words once for every basis and choice of sources.</summary>
internal static class Phrasebook
{
    private const int Variants = 6;

    public static readonly Reason[] Reasons = Build(RuleTable.Rules, (rule, basis, extra) => new Reason(
        rule.Id, rule.Urgency, basis, Sources(rule.Grounds, extra), Text("rule." + rule.Id, extra)));

    public static readonly Step[] Steps = Build(StepTable.Steps, (step, basis, extra) =>
        new Step(step.Id, Text("step." + step.Id, extra), Sources(step.Grounds, extra), basis));

    public static readonly Hold[] Holds = Build(HoldTable.Holds, (hold, basis, extra) => new Hold(
        hold.Id, Text("hold." + hold.Id, extra), Words.Of($"hold.{hold.Id}.until"), Sources(hold.Grounds, extra), basis));

    public static readonly Consideration[] Considerations = Build(ConsiderationTable.Considerations, (item, basis, extra) =>
        new Consideration(item.Id, Text("consideration." + item.Id, extra), Sources(item.Grounds, extra), basis));

    public static readonly CompositeFormat Reassure = CompositeFormat.Parse(Words.Of("step." + StepTable.Reassure));
    public static readonly CompositeFormat Recheck = CompositeFormat.Parse(Words.Of("step." + StepTable.Recheck));
    public static readonly CompositeFormat ExamineNow = CompositeFormat.Parse(Words.Of("step." + StepTable.ExamineNow));

    /// <summary>Where the words of a row are kept: one place per basis, and per with or without its extra source.</summary>
    public static int Index(int row, Grounds grounds, When when, Facts facts) =>
        (row * Variants) + ((int)grounds.BasisAt(facts, when) * 2) + (grounds.HasExtra(facts) ? 1 : 0);

    private static TPhrase[] Build<TRow, TPhrase>(TRow[] rows, Func<TRow, Basis, bool, TPhrase> phrase)
    {
        var phrases = new TPhrase[rows.Length * Variants];
        for (var i = 0; i < phrases.Length; i++)
        {
            phrases[i] = phrase(rows[i / Variants], (Basis)(i % Variants / 2), i % 2 == 1);
        }

        return phrases;
    }

    private static string[] Sources(Grounds grounds, bool extra) => extra ? grounds.SourcesWithExtra : grounds.Sources;

    private static string Text(string key, bool extra) => (extra ? Words.Find(key + ".extra") : null) ?? Words.Of(key);
}
