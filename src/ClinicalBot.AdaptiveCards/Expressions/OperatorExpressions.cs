namespace ClinicalBot.AdaptiveCards;

/// <summary><c>&amp;&amp;</c>: what fails counts as false, and what follows it is not evaluated.</summary>
internal sealed class AndExpression(Expression left, Expression right) : Expression
{
    public override ResultType Type => ResultType.Boolean;

    public override Value Evaluate(in Scope scope, bool substitute) => Value.Of(left.IsTrue(scope) && right.IsTrue(scope));

    public override string ToString() => $"({left} && {right})";
}

/// <summary><c>||</c>: true, or else the right side as it is, which may be null or missing. The reference has it so.</summary>
internal sealed class OrExpression(Expression left, Expression right) : Expression
{
    public override ResultType Type => ResultType.Boolean;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        if (left.IsTrue(scope))
        {
            return Value.Of(true);
        }

        var last = right.Evaluate(scope, substitute: false);
        return last.Kind switch
        {
            ValueKind.Null or ValueKind.Undefined or ValueKind.False => last,
            ValueKind.FailedComparison => Value.Of(false),
            ValueKind.Error => Value.Undefined,
            _ => Value.Of(true),
        };
    }

    public override string ToString() => $"({left} || {right})";
}

/// <summary><c>!</c></summary>
internal sealed class NotExpression(Expression operand) : Expression
{
    public override ResultType Type => ResultType.Boolean;

    public override Value Evaluate(in Scope scope, bool substitute) => Value.Of(!operand.IsTrue(scope));

    public override string ToString() => $"!({operand})";
}

/// <summary><c>==</c> and <c>!=</c>. Null and missing are equal; lists and objects are compared by value.</summary>
internal sealed class EqualityExpression(bool negated, Expression left, Expression right) : Expression
{
    public override ResultType Type => ResultType.Boolean;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var (first, second) = (left.Evaluate(scope, substitute: false), right.Evaluate(scope, substitute: false));
        if (first.IsError || second.IsError)
        {
            return Value.Of(false);
        }

        return Value.Of(ValueEquality.AreEqual(first, second) != negated);
    }

    public override string ToString() => $"({left} {(negated ? "!=" : "==")} {right})";
}

/// <summary><c>&lt; &lt;= &gt; &gt;=</c> between two numbers or two texts (by UTF-16 code unit). With nothing it is false; else it fails.</summary>
internal sealed class RelationalExpression(string symbol, Expression left, Expression right) : Expression
{
    public override ResultType Type => ResultType.Boolean;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var (first, second) = (left.Evaluate(scope, substitute: false), right.Evaluate(scope, substitute: false));
        if (first.IsError || second.IsError || first.IsNothing || second.IsNothing)
        {
            return Value.Of(false);
        }

        return (first.Kind, second.Kind) switch
        {
            (ValueKind.Number, ValueKind.Number) => Value.Of(Holds(first.Double.CompareTo(second.Double))),
            (ValueKind.String, ValueKind.String) => Value.Of(Holds(string.CompareOrdinal(first.AsString(), second.AsString()))),
            _ => Value.FailedComparison,
        };
    }

    public override string ToString() => $"({left} {symbol} {right})";

    private bool Holds(int order) => symbol switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };
}

/// <summary><c>+</c>: the sum of two numbers, else the two as one text. Null, booleans, lists and objects fail.</summary>
internal sealed class AddExpression(Expression left, Expression right) : Expression
{
    public override ResultType Type => ResultType.Number | ResultType.String;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var (first, second) = (left.Evaluate(scope, substitute), right.Evaluate(scope, substitute));
        return (first.Kind, second.Kind) switch
        {
            (ValueKind.Number, ValueKind.Number) => Value.Of(first.Double + second.Double),
            (ValueKind.Number, ValueKind.Undefined) or (ValueKind.Undefined, ValueKind.Number) => Value.Error,
            (ValueKind.Number or ValueKind.String or ValueKind.Undefined, ValueKind.Number or ValueKind.String or ValueKind.Undefined) =>
                Value.Of(first.AsString() + second.AsString()),
            _ => Value.Error,
        };
    }

    public override string ToString() => $"({left} + {right})";
}
