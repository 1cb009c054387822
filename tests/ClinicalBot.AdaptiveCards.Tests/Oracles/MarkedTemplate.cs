using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>
/// Gives the reference our escaping: wherever a template must escape, each expression is wrapped in a function that puts marks around its
/// text, and what stands between the marks is escaped afterwards.
/// </summary>
internal static partial class MarkedTemplate
{
    public static JsonNode? Mark(JsonElement node) => Mark(node, new Position(null, TextRole.Plain, "", InArray: false));

    /// <summary>Escapes between the marks and takes the marks away.</summary>
    public static JsonElement Resolve(JsonElement card) => JsonSerializer.SerializeToElement(ResolveNode(card));

    private static JsonNode? Mark(JsonElement node, Position position)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Object:
                return new JsonObject(node.EnumerateObject().Select(property => KeyValuePair.Create(
                    property.Name,
                    property.Name is "$data" or "$when"
                        ? JsonNode.Parse(property.Value.GetRawText())
                        : Mark(property.Value, position.Property(node, property.Name)))));
            case JsonValueKind.Array:
                return new JsonArray([.. node.EnumerateArray().Select((item, index) => Mark(item, position.Item(index)))]);
            case JsonValueKind.String when node.GetString()!.Contains("${", StringComparison.Ordinal):
                return Mark(TextParser.Parse(node.GetString()!), position.Role);
            default:
                return JsonNode.Parse(node.GetRawText());
        }
    }

    private static string Mark(TextPart[] parts, TextRole role)
    {
        var function = role switch
        {
            TextRole.Markdown => "markdown",
            TextRole.DateText => "dateText",
            _ => "",
        };
        var suffix = parts is [{ Expression: not null }] ? "Value" : "Part";
        return string.Concat(parts.Select(part =>
            part.Literal?.Replace("`", "\\`", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal)
            ?? (function.Length == 0 ? part.Expression!.Source : $"${{{function}{suffix}({part.Expression})}}")));
    }

    private static JsonNode? ResolveNode(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(node.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, ResolveNode(p.Value)))),
        JsonValueKind.Array => new JsonArray([.. node.EnumerateArray().Select(ResolveNode)]),
        JsonValueKind.String => DateMarks().Replace(
            MarkdownMarks().Replace(node.GetString()!, match => CardText.Escape(match.Groups[1].Value)),
            match => match.Groups[1].Value.Replace("{", "{\u2060", StringComparison.Ordinal)),
        _ => JsonNode.Parse(node.GetRawText()),
    };

    [GeneratedRegex("\uE000([^\uE001]*)\uE001")]
    private static partial Regex MarkdownMarks();

    [GeneratedRegex("\uE002([^\uE003]*)\uE003")]
    private static partial Regex DateMarks();
}
