using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClinicalBot.Rules;

/// <summary>Names what decides. The hash changes with any statement, rule, piece of advice or text.</summary>
internal static class RulesetHash
{
    public static readonly RulesetInfo Info = new("lumbar-mbb-numbness", "1.0.0", Compute());

    private static string Compute()
    {
        var content = new StringBuilder();
        foreach (var statement in StatementTable.Statements)
        {
            Line(content, "statement", statement.Id, statement.Line, statement.Section, statement.Part, string.Join(',', statement.References));
        }

        foreach (var rule in RuleTable.Rules)
        {
            Line(content, "rule", rule.Id, rule.Urgency, Condition(rule.When), Ground(rule.Grounds));
        }

        Rows(content, "step", StepTable.Steps);
        Rows(content, "hold", HoldTable.Holds);
        Rows(content, "consideration", ConsiderationTable.Considerations);
        foreach (var entry in ReferenceTable.Entries)
        {
            Line(content, "reference", entry.Topic, entry.Id, string.Join(',', entry.Sources));
        }

        foreach (var headline in Headline.All)
        {
            Line(content, "headline", headline.Text, string.Join(',', headline.Sources));
        }

        foreach (var text in Words.All())
        {
            Line(content, "text", text.Key, text.Value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    private static void Rows(StringBuilder content, string kind, Advice[] table)
    {
        foreach (var row in table)
        {
            Line(content, kind, row.Id, row.MarkedWhen, Condition(row.When), Ground(row.Grounds));
        }
    }

    private static string Condition(When when) => $"{when.All}|{when.Any}";

    private static string Ground(Grounds grounds) =>
        $"{grounds.Basis}|{Condition(grounds.Needs)}|{grounds.Otherwise}|{string.Join(',', grounds.Sources)}|{grounds.ExtraWhen}|{grounds.ExtraSource}";

    private static void Line(StringBuilder content, params object?[] fields) =>
        content.AppendJoin('\t', fields.Select(field => Convert.ToString(field, CultureInfo.InvariantCulture))).Append('\n');
}
