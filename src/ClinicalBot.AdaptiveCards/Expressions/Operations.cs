using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>What each form of the language does.</summary>
internal static class Operations
{
    // JavaScript's Number.EPSILON, within which the reference takes numbers for equal; .NET's double.Epsilon is another number.
    private const double Epsilon = 2.220446049250313E-16;

    public static Expression Literal(Value value) => new(
        ExpressionKind.Literal,
        value.Kind == JsonValueKind.String ? $"'{value.Text!.Replace("'", "\\'", StringComparison.Ordinal)}'" : value.AsText()!,
        (in _, _) => value);

    /// <param name="names">They match whatever their case. The first may be $root, $data or $index.</param>
    public static Expression Path(List<string> names)
    {
        var text = string.Join('.', names);
        var (source, root) = ($"${{{text}}}", names[0]);
        byte[][] steps = [.. names.Where(name => name[0] != '$').Select(Encoding.ASCII.GetBytes)];
        return new(ExpressionKind.Path, text, (in scope, substitute) =>
        {
            var value = root switch
            {
                "$root" => scope.Root,
                "$index" => scope.Index < 0 ? default : Value.Of(scope.Index),
                _ => scope.Data,
            };
            foreach (var name in steps)
            {
                value = Property(value, name);
            }

            return substitute && value.Kind == JsonValueKind.Undefined ? Value.Of(source) : value;
        });
    }

    public static Expression If(Expression condition, Expression whenTrue, Expression whenFalse) => new(
        ExpressionKind.If,
        $"if({condition}, {whenTrue}, {whenFalse})",
        (in scope, substitute) => (condition.IsTrue(scope) ? whenTrue : whenFalse).Evaluate(scope, substitute));

    /// <summary>Neither null nor missing.</summary>
    public static Expression Exists(Expression path) => new(
        ExpressionKind.Condition, $"exists({path})", (in scope, _) => Value.Of(!path.Evaluate(scope, substitute: false).IsNothing));

    /// <summary>How many items a list, properties an object or UTF-16 code units a text has; all else fails.</summary>
    public static Expression Count(Expression path) => new(ExpressionKind.Count, $"count({path})", (in scope, substitute) =>
    {
        var value = path.Evaluate(scope, substitute);
        return value.Kind switch
        {
            JsonValueKind.String => Value.Of(value.AsText()!.Length),
            JsonValueKind.Array => Value.Of(value.Element.GetArrayLength()),
            JsonValueKind.Object => Value.Of(value.Element.GetPropertyCount()),
            _ => Value.Failure,
        };
    });

    public static Expression Not(Expression operand) =>
        new(ExpressionKind.Condition, $"!({operand})", (in scope, _) => Value.Of(!operand.IsTrue(scope)));

    public static Expression Binary(string symbol, Expression left, Expression right) => new(
        ExpressionKind.Condition,
        $"({left} {symbol} {right})",
        symbol switch
        {
            "&&" => (in scope, _) => Value.Of(left.IsTrue(scope) && right.IsTrue(scope)),
            "||" => (in scope, _) => left.IsTrue(scope) ? Value.Of(true) : LastOfOr(right.Evaluate(scope, substitute: false)),
            _ => (in scope, _) => Compare(symbol, left.Evaluate(scope, substitute: false), right.Evaluate(scope, substitute: false)),
        });

    /// <summary>Null and what is missing stay what they are. The reference has it so.</summary>
    private static Value LastOfOr(Value value) => value is { IsNothing: true, Failed: false } ? value : Value.Of(value.IsTrue);

    /// <summary>Numbers and texts (by UTF-16 code unit) have an order. With nothing it is false; else it fails.</summary>
    private static Value Compare(string symbol, Value left, Value right) => (symbol, left.Kind, right.Kind) switch
    {
        _ when left.Failed || right.Failed => Value.Of(false),
        ("==", _, _) => Value.Of(AreEqual(left, right)),
        ("!=", _, _) => Value.Of(!AreEqual(left, right)),
        (_, JsonValueKind.Number, JsonValueKind.Number) => Value.Of(Holds(symbol, left.Number.CompareTo(right.Number))),
        (_, JsonValueKind.String, JsonValueKind.String) => Value.Of(Holds(symbol, string.CompareOrdinal(left.AsText(), right.AsText()))),
        _ => left.IsNothing || right.IsNothing ? Value.Of(false) : Value.Failure,
    };

    private static bool AreEqual(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => left.Number == right.Number || Math.Abs(left.Number - right.Number) < Epsilon,
        (JsonValueKind.String, JsonValueKind.String) => left.AsText() == right.AsText(),
        (JsonValueKind.Array, JsonValueKind.Array) => left.Element.GetArrayLength() == right.Element.GetArrayLength() &&
            left.Element.EnumerateArray().Zip(right.Element.EnumerateArray(), (one, other) => AreEqual(Value.From(one), Value.From(other))).All(same => same),
        // Inside objects the reference compares exactly: numbers have no tolerance.
        (JsonValueKind.Object, JsonValueKind.Object) => JsonElement.DeepEquals(left.Element, right.Element),
        _ => left.Kind == right.Kind || (left.IsNothing && right.IsNothing),
    };

    private static bool Holds(string symbol, int order) => symbol switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };

    /// <summary>The first property of that name, as in the reference. No serializer escapes letters, so the raw name will do.</summary>
    private static Value Property(Value value, byte[] name)
    {
        if (value.Kind == JsonValueKind.Object)
        {
            foreach (var property in value.Element.EnumerateObject())
            {
                if (Ascii.EqualsIgnoreCase(JsonMarshal.GetRawUtf8PropertyName(property), name))
                {
                    return Value.From(property.Value);
                }
            }
        }

        return default;
    }
}
