using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

internal enum PathRoot
{
    Data,
    Root,
    Index,
}

/// <summary>A step of a path: a name, or a position in a list.</summary>
internal readonly record struct PathStep(string? Name, int Index)
{
    public byte[]? Utf8Name { get; } = Name is null ? null : Encoding.UTF8.GetBytes(Name);
}

/// <summary>A path into the data, e.g. <c>steps[0].text</c> or <c>$root.urgency</c>. Names match whatever their case.</summary>
internal sealed class PathExpression(PathRoot root, PathStep[] steps, string text) : Expression
{
    private readonly PathExpression? _list =
        steps is [.., { Name: null }] ? new PathExpression(root, steps[..^1], text[..text.LastIndexOf('[')]) : null;

    public override ResultType Type => ResultType.Any;

    public override string ToString() => text;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        if (_list is not null)
        {
            return ElementAt(_list.Evaluate(scope, substitute), steps[^1].Index);
        }

        var value = root switch
        {
            PathRoot.Root => scope.Root,
            PathRoot.Index => scope.Index < 0 ? Value.Undefined : Value.Of(scope.Index),
            _ => scope.Data,
        };
        foreach (var step in steps)
        {
            value = Step(value, step);
        }

        return value.Kind == ValueKind.Undefined && substitute ? Value.Of(Source) : value;
    }

    /// <summary>A list's item at the end of a path: outside of the list is an error; of nothing it is nothing.</summary>
    private static Value ElementAt(Value list, int index)
    {
        if (list.IsNothing)
        {
            return Value.Undefined;
        }

        return list.Kind == ValueKind.Array && index < list.Element.GetArrayLength() ? Value.From(list.Element[index]) : Value.Error;
    }

    private static Value Step(Value value, PathStep step)
    {
        if (value.Kind == ValueKind.Array && step.Name is null)
        {
            return step.Index < value.Element.GetArrayLength() ? Value.From(value.Element[step.Index]) : Value.Undefined;
        }

        return value.Kind == ValueKind.Object && step.Utf8Name is { } name ? Property(value.Element, name, step.Name!) : Value.Undefined;
    }

    private static Value Property(JsonElement instance, byte[] utf8Name, string name)
    {
        foreach (var property in instance.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(property);
            if (Ascii.EqualsIgnoreCase(raw, utf8Name) ||
                (raw.Contains((byte)'\\') && property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                return Value.From(instance.GetProperty(property.Name));
            }
        }

        return Value.Undefined;
    }
}
