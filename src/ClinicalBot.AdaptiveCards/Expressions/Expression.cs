namespace ClinicalBot.AdaptiveCards;

/// <summary>What an expression can give, as far as it is known before there is data.</summary>
[Flags]
internal enum ResultType
{
    Boolean = 1,
    Number = 2,
    String = 4,
    Array = 8,

    /// <summary>Anything: it depends on the data.</summary>
    Any = 16,
}

/// <summary>An expression inside <c>${}</c>. Its text is what the reference shows when it fails inside a sentence.</summary>
internal abstract class Expression
{
    public abstract ResultType Type { get; }

    /// <summary>As the reference writes a failed expression: <c>${...}</c>.</summary>
    public string Source => field ??= $"${{{this}}}";

    /// <param name="scope">Where names are looked up.</param>
    /// <param name="substitute">Whether a missing name gives its own text, <c>${name}</c>; conditions do not.</param>
    public abstract Value Evaluate(in Scope scope, bool substitute);

    /// <summary>All but false, null and missing is true: 0 and "" are true, unlike in JavaScript.</summary>
    public bool IsTrue(in Scope scope) => Evaluate(scope, substitute: false) is { Kind: not ValueKind.False, IsNothing: false, IsError: false };
}

/// <summary>A literal.</summary>
internal sealed class ConstantExpression(Value value) : Expression
{
    public override ResultType Type => value.Kind switch
    {
        ValueKind.True or ValueKind.False => ResultType.Boolean,
        ValueKind.Number => ResultType.Number,
        ValueKind.String => ResultType.String,
        _ => ResultType.Any,
    };

    public Value Value => value;

    public override Value Evaluate(in Scope scope, bool substitute) => value;

    public override string ToString() => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.String => $"'{value.AsString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'",
        _ => value.AsString(),
    };
}
