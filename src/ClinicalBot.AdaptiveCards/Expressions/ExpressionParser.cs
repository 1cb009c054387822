using System.Globalization;

namespace ClinicalBot.AdaptiveCards;

/// <summary>
/// Parses the text between <c>${</c> and <c>}</c>. Only paths, literals and counts can be compared, and once: so nothing depends on the
/// reference's precedence, which binds == tighter than &lt;.
/// </summary>
internal sealed class ExpressionParser
{
    // Loosest first; "<=" before "<", which is the beginning of it.
    private static readonly string[][] s_levels = [["||"], ["&&"], ["==", "!=", "<=", ">=", "<", ">"]];

    // A template is written by people; nothing legible is longer. So neither parsing nor evaluating can nest deeper.
    private const int MaxTerms = 32;

    /// <summary>What follows an expression; inside of one it stands in quotes only.</summary>
    private const char End = '}';

    private readonly string _text;
    private int _at;
    private int _terms;

    private ExpressionParser(string text) => _text = text;

    public static Expression Parse(string text)
    {
        var parser = new ExpressionParser(text);
        var expression = parser.ParseLevel(0);
        return parser.Next() != End ? throw parser.Unexpected()
            : expression.Kind == ExpressionKind.Literal ? throw new ExpressionException("a constant needs no ${}", 0)
            : expression;
    }

    private Expression ParseLevel(int level)
    {
        if (level == s_levels.Length)
        {
            return ParseTerm();
        }

        var left = ParseLevel(level + 1);
        while (Array.Find(s_levels[level], Take) is { } symbol)
        {
            Func<Expression, Expression> checkedFor = symbol is "||" or "&&" ? Condition : Operand;
            left = Operations.Binary(symbol, checkedFor(left), checkedFor(ParseLevel(level + 1)));
        }

        return left;
    }

    private Expression ParseTerm()
    {
        if (++_terms > MaxTerms)
        {
            throw Error("this is too long: compute it in code");
        }

        return Next() switch
        {
            '!' when Take("!") => Operations.Not(Condition(ParseTerm())),
            '(' when Take("(") => Closed(ParseLevel(0)),
            '\'' or '"' => ParseText(),
            '$' or '_' => ParseName(),
            var c when char.IsAsciiDigit(c) => ParseNumber(),
            var c when char.IsAsciiLetter(c) => ParseName(),
            _ => throw Unexpected(),
        };
    }

    private Expression ParseText()
    {
        var end = _text.IndexOf(_text[_at], _at + 1);
        // An expression that ends inside of quotes never gets here: TextParser finds no closing brace.
        var text = _text[(_at + 1)..end];
        if (text.Contains('\\', StringComparison.Ordinal))
        {
            throw Error("no backslash here: a quote goes between quotes of the other kind, anything else into the data");
        }

        _at = end + 1;
        return Operations.Literal(Value.Of(text));
    }

    private Expression ParseNumber()
    {
        var start = _at;
        return int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Next() != '.'
            ? Operations.Literal(Value.Of(number))
            : throw new ExpressionException($"only whole numbers up to {int.MaxValue} are supported", start);
    }

    private Expression ParseName()
    {
        var start = _at;
        var name = Word();
        return name switch
        {
            _ when Take("(") => ParseCall(name, start),
            "true" or "false" => Operations.Literal(Value.Of(name == "true")),
            "null" or "undefined" => throw new ExpressionException($"use exists(x) or !exists(x) instead of {name}", start),
            ['$', ..] and not ("$data" or "$root" or "$index") =>
                throw new ExpressionException($"{name} is not supported; there are $data, $root and $index", start),
            _ => ParsePath(name),
        };
    }

    private Expression ParsePath(string first)
    {
        List<string> names = [first];
        while (Take("."))
        {
            names.Add(Next() == '_' || char.IsAsciiLetter(Next()) ? Word() : throw Error("a name belongs after '.'"));
        }

        return Operations.Path(names);
    }

    private Expression ParseCall(string name, int start)
    {
        List<Expression> arguments = [ParseLevel(0)];
        while (Take(","))
        {
            arguments.Add(ParseLevel(0));
        }

        return (name, Closed(arguments)) switch
        {
            ("if", [var condition, var whenTrue, var whenFalse]) => Operations.If(Condition(condition), whenTrue, whenFalse),
            ("exists", [{ Kind: ExpressionKind.Path } path]) => Operations.Exists(path),
            ("count", [{ Kind: ExpressionKind.Path } path]) => Operations.Count(path),
            _ => throw new ExpressionException(
                $"{name}({string.Join(", ", arguments)}) is not supported; there are if(condition, then, else), exists(path) and count(path): " +
                "compute the rest in code", start),
        };
    }

    /// <summary>Refuses literals and counts, for 0 and "" are true, and if, for which the operators do.</summary>
    private Expression Condition(Expression expression) => expression.Kind is ExpressionKind.Path or ExpressionKind.Condition
        ? expression
        : throw Error($"{expression} is no condition: compare it, as in count(x) > 0, or use && and || instead of if");

    private Expression Operand(Expression expression) => expression.Kind is ExpressionKind.Path or ExpressionKind.Literal or ExpressionKind.Count
        ? expression
        : throw Error($"{expression} cannot be compared, only paths, texts, whole numbers, true, false and count(x): use ! && ||");

    /// <summary>The next character that is no white space.</summary>
    private char Next()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
        {
            _at++;
        }

        return _at < _text.Length ? _text[_at] : End;
    }

    /// <summary>The next character, and the letters, digits and underscores that follow it.</summary>
    private string Word()
    {
        var start = _at++;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool Take(string symbol)
    {
        Next();
        var taken = _text.AsSpan(_at).StartsWith(symbol, StringComparison.Ordinal);
        _at += taken ? symbol.Length : 0;
        return taken;
    }

    /// <summary>Takes the parenthesis that belongs after it.</summary>
    private T Closed<T>(T inside) => Take(")") ? inside : throw (Next() == End ? Error("')' is missing here") : Unexpected());

    private ExpressionException Unexpected() => Error(Next() switch
    {
        End => "the expression ends too early",
        '+' or '-' or '*' or '/' or '%' => "there is no arithmetic: compute it in code; texts are joined by \"${a} ${b}\"",
        '?' => "there is no ?: use if(condition, then, else) and exists(x)",
        '[' => "there are no []: repeat an object with \"$data\", or name the item in the data",
        '=' => "compare with ==",
        '&' or '|' => "join conditions with && and ||",
        var other => $"'{other}' does not belong here",
    });

    private ExpressionException Error(string reason) => new(reason, _at);
}

/// <summary>An expression that leaves the subset.</summary>
/// <param name="reason">Why, and what to write instead.</param>
/// <param name="position">Where in the expression, from 0.</param>
internal sealed class ExpressionException(string reason, int position) : Exception(reason)
{
    public int Position => position;
}
