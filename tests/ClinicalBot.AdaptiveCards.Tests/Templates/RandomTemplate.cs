using System.Text.Json;
using CsCheck;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>Random templates within the subset and random data under the same few names, so that they meet often.</summary>
internal static class RandomTemplate
{
    private static readonly Gen<string> s_name = Pick("a", "b", "B", "list", "obj", "missing");

    private static readonly Gen<string> s_text = Pick(
        "", "a", "b", "word", "-5", "it's", "say \"hi\"", "back\\slash", "*x*", "${a}", "line\nline", "é🦵", "10", "9", "__proto_");

    private static readonly Gen<string> s_literal = Pick(
        "'a'", "\"b\"", "''", "\"it's\"", "'tab\tand }'", "'say \"hi\"'", "'*x*'", "0", "1", "2", "10", "true", "false");

    private static readonly Gen<string> s_path = Gen.Select(
        Pick("", "", "$root.", "$data.", "$ROOT"), s_name, Pick("", "", ".a", ".b", ".a.b", ".list", ".obj.b", ". a"),
        (root, name, rest) => root == "$ROOT" ? "$index" : root + name + rest);

    private static readonly Gen<string> s_scalar = Gen.Frequency(
        (5, s_text.Select(Quoted)),
        (4, Pick("0", "-0.5", "1", "2", "10", "1e21", "1e-7", "1e-17", "123456789012345680", "0.1", "3.14159")),
        (2, Pick("true", "false")),
        (1, Pick("null")));

    /// <summary>JSON.</summary>
    public static Gen<string> Data { get; } = Properties(Value(2));

    /// <summary>JSON.</summary>
    public static Gen<string> Template { get; } = Node(3);

    private static Gen<string> Value(int depth) => depth == 0
        ? s_scalar
        : Gen.Frequency((2, s_scalar), (2, Items(Value(depth - 1))), (3, Properties(Value(depth - 1))));

    private static Gen<string> Operand => Gen.Frequency((4, s_path), (2, s_literal), (1, Count));

    private static Gen<string> Count => s_path.Select(path => $"count({path})");

    private static Gen<string> Comparison =>
        Gen.Select(Operand, Pick("==", "!=", "<", ">", "<=", ">=", " == ", " < "), Operand, (left, symbol, right) => left + symbol + right);

    private static Gen<string> Term(int depth) => depth <= 0 ? s_path : Gen.Frequency(
        (3, s_path),
        (2, s_path.Select(path => $"exists({path})")),
        (1, Term(depth - 1).Select(term => $"!{term}")),
        (2, Condition(depth - 1).Select(condition => $"({condition})")));

    private static Gen<string> Condition(int depth) => depth < 0 ? s_path : Gen.Frequency(
        (3, Comparison),
        (2, Term(depth)),
        (3, Gen.Select(Condition(depth - 1), Pick("&&", "||", " && ", " || "), Condition(depth - 1), (left, symbol, right) => left + symbol + right)));

    private static Gen<string> Branch(int depth) => Gen.Frequency((2, s_literal), (3, Expression(depth)));

    private static Gen<string> Expression(int depth) => depth < 0 ? s_path : Gen.Frequency(
        (6, s_path),
        (5, Condition(depth)),
        (1, Count),
        (3, Gen.Select(Condition(depth - 1), Branch(depth - 1), Branch(depth - 1), (c, t, e) => $"if({c}, {t},{e})")));

    private static Gen<string> Text => Gen.Frequency(
        (4, Expression(2).Select(expression => $"${{{expression}}}")),
        (3, Gen.Select(Pick("", "x ", "\\$ ", "\\` ", "\\${a} ", "$ ", "} "), Expression(1), Pick("", "!", " ${a}", "$", "\\", "${ b }"),
            (l, e, r) => $"{l}${{{e}}}{r}")),
        (2, Pick("plain", "", "\\n", "`", "a $ b")));

    private static Gen<string> Node(int depth) => depth == 0
        ? Text.Select(Quoted)
        : Gen.Frequency(
            (3, Text.Select(Quoted)),
            (1, s_scalar),
            (2, Items(Node(depth - 1).Where(node => node != "null" && node[0] != '['))),
            (4, Object(depth)));

    private static Gen<string> Object(int depth) => Gen.Select(
        Pick("p", "q", "text", "title").Array[1, 3],
        Node(depth - 1).Array[3],
        Gen.Frequency((3, Pick("")), (2, Binding(1)), (1, Pick("{\"a\":[1,\"x\"]}", "[1,null,{\"a\":2}]", "null", "\"a\""))),
        Gen.Frequency((3, Pick("")), (2, Binding(2))),
        (names, values, data, when) =>
        {
            IEnumerable<string> members = names.Distinct().Zip(values, (name, value) => $"\"{name}\":{value}");
            members = data.Length == 0 ? members : members.Append($"\"$data\":{data}");
            return $"{{{string.Join(',', when.Length == 0 ? members : members.Prepend($"\"$when\":{when}"))}}}";
        });

    private static Gen<string> Binding(int depth) => Expression(depth).Select(expression => Quoted($"${{{expression}}}"));

    private static Gen<string> Items(Gen<string> item) => item.Array[0, 3].Select(items => $"[{string.Join(',', items)}]");

    private static Gen<string> Properties(Gen<string> value) => Gen.Select(s_name.Array[0, 5], value.Array[5], (names, values) =>
        $"{{{string.Join(',', names.Where(name => name != "missing").Distinct().Zip(values, (name, json) => $"\"{name}\":{json}"))}}}");

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
