using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Equality of the template language.</summary>
internal static class ValueEquality
{
    // JavaScript's Number.EPSILON; .NET's double.Epsilon is another number.
    private const double Epsilon = 2.220446049250313E-16;

    public static bool AreEqual(Value left, Value right)
    {
        if (left.IsNothing || right.IsNothing)
        {
            return left.IsNothing && right.IsNothing;
        }

        return (left.Kind, right.Kind) switch
        {
            (ValueKind.Number, ValueKind.Number) => Math.Abs(left.Double - right.Double) < Epsilon || left.Double == right.Double,
            (ValueKind.String, ValueKind.String) => left.AsString() == right.AsString(),
            (ValueKind.Array, ValueKind.Array) => left.Element.GetArrayLength() == right.Element.GetArrayLength() &&
                left.Element.EnumerateArray().Zip(right.Element.EnumerateArray())
                    .All(pair => AreEqual(Value.From(pair.First), Value.From(pair.Second))),
            // Inside objects the reference compares exactly: null is not missing, and numbers have no tolerance.
            (ValueKind.Object, ValueKind.Object) => JsonElement.DeepEquals(left.Element, right.Element),
            _ => left.Kind == right.Kind,
        };
    }
}
