using System.Globalization;
using System.Text;

namespace ClinicalBot.AdaptiveCards;

/// <summary>
/// Parses the text between <c>${</c> and <c>}</c>. Precedence is the reference's, which is not C#'s: == and != bind tighter than
/// &lt; and &gt;. All operators associate to the left.
/// </summary>
internal sealed class ExpressionParser
{
    // Loosest first.
    private static readonly string[][] s_levels = [["||"], ["&&"], ["<", "<=", ">", ">="], ["==", "!="], ["+"]];

    // A template is written by people; nothing legible nests deeper, and the parser recurses.
    private const int MaxDepth = 32;

    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;

    private ExpressionParser(List<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_at];

    public static Expression Parse(string text)
    {
        var parser = new ExpressionParser(ExpressionLexer.Read(text));
        var expression = parser.ParseLevel(0);
        if (parser.Current.Kind != TokenKind.End)
        {
            throw parser.Unexpected();
        }

        return expression is ConstantExpression
            ? throw new ExpressionException("a constant needs no ${}", 0)
            : expression;
    }

    private Expression ParseLevel(int level)
    {
        if (level == s_levels.Length)
        {
            return ParseUnary();
        }

        var left = ParseLevel(level + 1);
        while (Current.Kind == TokenKind.Symbol && s_levels[level].Contains(Current.Text))
        {
            var symbol = _tokens[_at++];
            left = Combine(symbol, left, ParseLevel(level + 1));
        }

        return left;
    }

    private static Expression Combine(Token symbol, Expression left, Expression right)
    {
        switch (symbol.Text)
        {
            case "||":
                return new OrExpression(left, right);
            case "&&":
                return new AndExpression(left, right);
            case "==":
            case "!=":
                return new EqualityExpression(symbol.Text == "!=", left, right);
            case "+":
                Require(left, ResultType.Number | ResultType.String, symbol);
                Require(right, ResultType.Number | ResultType.String, symbol);
                return new AddExpression(left, right);
            default:
                return new RelationalExpression(symbol.Text, left, right);
        }
    }

    private static void Require(Expression operand, ResultType types, Token at)
    {
        if ((operand.Type & (types | ResultType.Any)) == 0)
        {
            throw new ExpressionException($"'{at.Text}' cannot take {operand}", at.Position);
        }
    }

    private Expression ParseUnary()
    {
        if (++_depth > MaxDepth)
        {
            throw new ExpressionException("this is nested too deeply", Current.Position);
        }

        var expression = Take("!") ? new NotExpression(ParseUnary()) : ParsePrimary();
        _depth--;
        return expression;
    }

    private Expression ParsePrimary()
    {
        var token = _tokens[_at++];
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new ConstantExpression(Value.Of(double.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.String:
                return new ConstantExpression(Value.Of(token.Text));
            case TokenKind.Name when Take("("):
                return ParseCall(token);
            case TokenKind.Name:
                return ParseName(token);
            case TokenKind.Symbol when token.Text == "(":
                var inner = ParseLevel(0);
                Expect(")");
                return inner;
            default:
                _at--;
                throw Unexpected();
        }
    }

    private Expression ParseCall(Token name)
    {
        List<Expression> arguments = [];
        while (!Take(")"))
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(ParseLevel(0));
        }

        return Functions.Call(name, arguments);
    }

    private Expression ParseName(Token token)
    {
        switch (token.Text)
        {
            case "true":
            case "false":
                return new ConstantExpression(Value.Of(token.Text == "true"));
            case "null":
                return new ConstantExpression(new Value(ValueKind.Null, default, null, 0));
            case "undefined":
                throw new ExpressionException("use null instead of undefined", token.Position);
            case "$root":
                return ParseSteps(PathRoot.Root, [], token.Text);
            case "$data":
                return ParseSteps(PathRoot.Data, [], token.Text);
            case "$index":
                return ParseSteps(PathRoot.Index, [], token.Text);
            case ['$', ..]:
                throw new ExpressionException($"{token.Text} is not supported; there are $data, $root and $index", token.Position);
            default:
                return ParseSteps(PathRoot.Data, [new PathStep(token.Text, 0)], token.Text);
        }
    }

    private PathExpression ParseSteps(PathRoot root, List<PathStep> steps, string first)
    {
        var text = new StringBuilder(first);
        while (true)
        {
            if (Take("."))
            {
                var name = _tokens[_at++];
                if (name.Kind != TokenKind.Name || name.Text[0] == '$')
                {
                    throw new ExpressionException("a name belongs after '.'", name.Position);
                }

                steps.Add(new PathStep(name.Text, 0));
                text.Append('.').Append(name.Text);
            }
            else if (Take("["))
            {
                var index = _tokens[_at++];
                if (index.Kind != TokenKind.Number || !int.TryParse(index.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    throw new ExpressionException("only a whole number belongs in []", index.Position);
                }

                Expect("]");
                steps.Add(new PathStep(null, number));
                text.Append(CultureInfo.InvariantCulture, $"[{number}]");
            }
            else
            {
                return new PathExpression(root, [.. steps], text.ToString());
            }
        }
    }

    private bool Take(string symbol)
    {
        var taken = Current.Kind == TokenKind.Symbol && Current.Text == symbol;
        _at += taken ? 1 : 0;
        return taken;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw new ExpressionException($"'{symbol}' is missing here", Current.Position);
        }
    }

    private ExpressionException Unexpected() =>
        new(Current.Kind == TokenKind.End ? "the expression ends too early" : $"'{Current.Text}' does not belong here", Current.Position);
}
