using System.Globalization;
using System.Text;

namespace ClinicalBot.Rules.Tests.Docs;

/// <summary>Writes docs/clinical-basis.md from the rules themselves.</summary>
internal static class ClinicalBasis
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!-- Generated from the rules. Do not edit. To write it anew:
                 WRITE_CLINICAL_BASIS=1 dotnet run --project tests/ClinicalBot.Rules.Tests -- -class "*ClinicalBasisTests" -->

            # Clinical basis

            What the triage of a numb leg after a lumbar medial branch block rests on, statement by statement and rule by rule.
            Ruleset `{RulesCore.Ruleset.Id}` {RulesCore.Ruleset.Version}.

            ## What to know about the source

            - It is an unsigned summary, called "the source document" here. No professional body issued it.
            - It cites references 1 to 7 but has no list of them, so they cannot be looked up. The numbers are kept below as they stand.
            - It contradicts itself on dermatomal numbness: S06 and S24 read as if it were expected of the block, S46 says it should not occur.
              The rules take the safe side: dermatomal numbness is urgent at any time.
            - It speaks of "beyond" 4 and 24 hours and is silent on exactly 4 and 24 hours. The rules count both as beyond.
            - It says nothing of an unknown time, of findings that were not assessed, or of red flags in the first 4 hours. What the rules do
              there is listed under local safety choices.
            - All texts are our own words. They support a clinician's judgment and do not replace it.

            ## What stands behind the source

            The text stands word for word on a public question-and-answer page (droracle.ai, article 739331), last updated 2026-01-19,
            headed "content is pending human review". Four of its references are probable, not confirmed:

            | Its reference | Probably | Worth knowing |
            | --- | --- | --- |
            | 1 and 2 | obstetric neuraxial practice (Yentis 2020) | the words of the straight-leg-raise rule come from there, not from lumbar blocks |
            | 3 | Lee 2012 (J Korean Neurosurg Soc 52:228) | "25 to 30 %" is 3 of 12 events |
            | 5 | a cadaver study of 0.25 and 0.5 mL | spread of dye, no patients |
            | 7 | Patel 2024 | pain scores; it says nothing about neurologic examination, so S47 reaches further than its study |

            ## How an urgency is found

            Every rule whose condition holds fires; the highest urgency wins. From low to high: recovered, expected, incomplete, urgent,
            emergency. A finding that is unknown or not assessed never counts as reassuring. Time zero is the last local-anesthetic injection.

            Each rule rests on one of three grounds:

            - **stated**: the source document says it;
            - **derived**: it follows by combining statements;
            - **local safety**: a safe-side choice where the source document is silent or contradicts itself.


            """);
        DecisionTable(page);
        Rules(page);
        Advice(page);
        LocalChoices(page);
        Statements(page);
        Reference(page);
        return page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static void DecisionTable(StringBuilder page)
    {
        page.Append("""
            ## Decision table, reduced

            Each row is one exam that is otherwise normal and complete: numb within the block area, straight-leg raise and all groups normal, no
            red flag. When several rows apply, the highest urgency counts.


            """);
        string[] head = ["Finding", .. Examples.Times.Select(time => time.Name)];
        Row(page, head);
        Row(page, head.Select(_ => "---"));
        foreach (var (name, change) in Examples.Findings)
        {
            Row(page, [name, .. Examples.Times.Select(time => RulesCore.Decide(change(Exams.Numb(time.Elapsed))).Urgency.ToString().ToLowerInvariant())]);
        }

        page.Append("""

            Across the exams of one case: weaker than the best earlier exam counts as progressive weakness, a red flag, whatever was answered.
            Numbness that returns is at least urgent. After numbness from 4 h on, or any emergency, the case stays at least urgent until a named
            clinician closes it.


            """);
    }

    private static void Rules(StringBuilder page)
    {
        page.Append("## Rules and the statements behind them\n\n");
        Row(page, ["Rule", "Fires when", "Gives", "Grounds", "Statements", "Why"]);
        Row(page, ["---", "---", "---", "---", "---", "---"]);
        foreach (var rule in Catalog.Rules)
        {
            Row(page, [rule.Id, rule.When, Word(rule.Urgency), Word(rule.Basis), Sources(rule.Sources, rule.Added), rule.Text]);
        }

        page.Append('\n');
    }

    private static void Advice(StringBuilder page)
    {
        page.Append("## Steps, holds and considerations\n\n");
        Row(page, ["Kind", "Id", "Given when", "Grounds", "Statements", "Text"]);
        Row(page, ["---", "---", "---", "---", "---", "---"]);
        foreach (var advice in Catalog.Advice)
        {
            Row(page,
            [
                Word(advice.Kind), advice.Id, advice.When, Word(advice.Basis), Sources(advice.Sources, advice.Added),
                advice.Text.Replace("{0}", advice.Id == "examineNow" ? "(findings)" : "(clock time)", StringComparison.Ordinal),
            ]);
        }

        page.Append("""

            Contacts: urgent calls the proceduralist or anesthesiologist; an emergency also neurology; a red flag also the person who arranges an MRI.
            That no hold is shown never means fit for discharge. Advice ends where the same findings would decide differently: at 4 h or 24 h;
            when the time or a deciding finding is unknown, after the recheck interval.


            """);
    }

    private static void LocalChoices(StringBuilder page)
    {
        page.Append("""
            ## Local safety choices

            A site should read these and agree to them: here the rules go beyond the source document, always toward more care.

            - An unknown time counts as 4 to 24 hours, and the steps say to treat it as 24 hours or more if that cannot be ruled out.
            - Exactly 4 h and exactly 24 h belong to the later band.
            - Numbness that was not given counts as present.
            - The recheck interval, 30 minutes unless the site sets another, and with it how long advice lasts when the time or a deciding
              finding is unknown.
            - Neurology as a contact in every emergency.
            - Advice whose time ran out and that nobody answered for 15 minutes escalates as if unchanged, marked "not re-examined".


            """);
        Row(page, ["What", "Is a local safety choice"]);
        Row(page, ["---", "---"]);
        foreach (var (id, basis, when) in Catalog.Rules.Select(rule => (rule.Id, rule.Basis, rule.LocalSafetyWhen))
            .Concat(Catalog.Advice.Select(advice => (advice.Id, advice.Basis, advice.LocalSafetyWhen))))
        {
            if (basis == Basis.LocalSafety || when is not null)
            {
                Row(page, [id, when ?? "always"]);
            }
        }

        page.Append('\n');
    }

    private static void Statements(StringBuilder page)
    {
        page.Append("""
            ## Statements and what rests on them

            "S" and the number of the line it stands on; S02a and S02b are the two halves of line 2.


            """);
        foreach (var section in Catalog.Statements.GroupBy(statement => (statement.Section, statement.Part)))
        {
            page.Append(CultureInfo.InvariantCulture, $"### {section.Key.Section}{(section.Key.Part is { } part ? ": " + part : "")}\n\n");
            Row(page, ["Statement", "Says", "References", "Used by"]);
            Row(page, ["---", "---", "---", "---"]);
            foreach (var statement in section)
            {
                Row(page, [statement.Id, statement.Text, string.Join(", ", statement.References), string.Join(", ", Trace.UsersOf(statement.Id))]);
            }

            page.Append('\n');
        }
    }

    private static void Reference(StringBuilder page)
    {
        page.Append("## Quick reference\n\n");
        foreach (var topic in Catalog.Reference.GroupBy(entry => entry.Topic))
        {
            page.Append(CultureInfo.InvariantCulture, $"### {Word(topic.Key)}\n\n");
            foreach (var entry in topic)
            {
                page.Append(CultureInfo.InvariantCulture, $"- **{entry.Title}** ({string.Join(", ", entry.Sources)}): {entry.Text}\n");
            }

            page.Append('\n');
        }
    }

    private static string Sources(IReadOnlyList<string> sources, AddedSource? added) =>
        string.Join(", ", sources) + (added is null ? "" : $"; {added.Source} when {added.When}");

    /// <summary>"LocalSafety" reads "local safety".</summary>
    private static string Word(Enum value) =>
        string.Concat(value.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0
            ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));

    private static void Row(StringBuilder page, IEnumerable<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
