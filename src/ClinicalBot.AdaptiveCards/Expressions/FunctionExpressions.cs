namespace ClinicalBot.AdaptiveCards;

/// <summary><c>if(condition, then, else)</c>.</summary>
internal sealed class IfExpression(Expression condition, Expression whenTrue, Expression whenFalse) : Expression
{
    public override ResultType Type => ResultType.Any;

    public override Value Evaluate(in Scope scope, bool substitute) =>
        (condition.IsTrue(scope) ? whenTrue : whenFalse).Evaluate(scope, substitute);

    public override string ToString() => $"if({condition}, {whenTrue}, {whenFalse})";
}

/// <summary><c>empty(x)</c>: nothing, "", an empty list or object. Of a number or boolean it is false.</summary>
internal sealed class EmptyExpression(Expression operand) : Expression
{
    public override ResultType Type => ResultType.Boolean;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var value = operand.Evaluate(scope, substitute: false);
        return Value.Of(value.Kind switch
        {
            ValueKind.Null or ValueKind.Undefined => true,
            ValueKind.String => value.AsString().Length == 0,
            ValueKind.Array => value.Element.GetArrayLength() == 0,
            ValueKind.Object => value.Element.GetPropertyCount() == 0,
            _ => false,
        });
    }

    public override string ToString() => $"empty({operand})";
}

/// <summary><c>exists(x)</c>: neither null nor missing.</summary>
internal sealed class ExistsExpression(Expression operand) : Expression
{
    public override ResultType Type => ResultType.Boolean;

    public override Value Evaluate(in Scope scope, bool substitute) =>
        Value.Of(operand.Evaluate(scope, substitute: false) is { IsNothing: false, IsError: false });

    public override string ToString() => $"exists({operand})";
}

/// <summary><c>count(x)</c>: how many items a list, properties an object or UTF-16 code units a text has; all else fails.</summary>
internal sealed class CountExpression(Expression operand) : Expression
{
    public override ResultType Type => ResultType.Number;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var value = operand.Evaluate(scope, substitute);
        return value.Kind switch
        {
            ValueKind.String => Value.Of(value.AsString().Length),
            ValueKind.Array => Value.Of(value.Element.GetArrayLength()),
            ValueKind.Object => Value.Of(value.Element.GetPropertyCount()),
            _ => Value.Error,
        };
    }

    public override string ToString() => $"count({operand})";
}

/// <summary><c>length(x)</c>: the UTF-16 code units of a text, 0 for what is missing; all else fails.</summary>
internal sealed class LengthExpression(Expression operand) : Expression
{
    public override ResultType Type => ResultType.Number;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var value = operand.Evaluate(scope, substitute);
        return value.Kind switch
        {
            ValueKind.String => Value.Of(value.AsString().Length),
            ValueKind.Undefined => Value.Of(0d),
            _ => Value.Error,
        };
    }

    public override string ToString() => $"length({operand})";
}

/// <summary><c>join(list, 'separator')</c>; all but a list fails.</summary>
internal sealed class JoinExpression(Expression list, ConstantExpression separator) : Expression
{
    public override ResultType Type => ResultType.String;

    public override Value Evaluate(in Scope scope, bool substitute)
    {
        var value = list.Evaluate(scope, substitute);
        return value.Kind == ValueKind.Array ? Value.Of(Value.Join(value.Element, separator.Value.AsString())) : Value.Error;
    }

    public override string ToString() => $"join({list}, {separator})";
}
