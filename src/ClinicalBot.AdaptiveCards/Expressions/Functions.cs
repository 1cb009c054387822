namespace ClinicalBot.AdaptiveCards;

/// <summary>The few functions cards need; operators do the rest.</summary>
internal static class Functions
{
    public static Expression Call(Token name, List<Expression> arguments) => name.Text switch
    {
        "if" when arguments is [var condition, var whenTrue, var whenFalse] => new IfExpression(condition, whenTrue, whenFalse),
        "empty" when arguments is [var operand] => new EmptyExpression(operand),
        "exists" when arguments is [var operand] => new ExistsExpression(operand),
        "count" when arguments is [var operand] => new CountExpression(Typed(operand, ResultType.Array | ResultType.String, name)),
        "length" when arguments is [var operand] => new LengthExpression(Typed(operand, ResultType.String, name)),
        "join" when arguments is [var list, ConstantExpression { Type: ResultType.String } separator] =>
            new JoinExpression(Typed(list, ResultType.Array, name), separator),
        "if" or "empty" or "exists" or "count" or "length" or "join" =>
            throw new ExpressionException($"{name.Text} has other arguments: {Signature(name.Text)}", name.Position),
        _ => throw new ExpressionException(
            $"{name.Text} is not supported; there are if, empty, exists, count, length and join", name.Position),
    };

    private static Expression Typed(Expression argument, ResultType types, Token name) =>
        (argument.Type & (types | ResultType.Any)) != 0
            ? argument
            : throw new ExpressionException($"{name.Text} cannot take {argument}", name.Position);

    private static string Signature(string name) => name switch
    {
        "if" => "if(condition, then, else)",
        "join" => "join(list, 'separator')",
        _ => $"{name}(value)",
    };
}
