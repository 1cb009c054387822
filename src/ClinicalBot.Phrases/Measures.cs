using System.Globalization;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using static ClinicalBot.Phrases.TokenParsers;

namespace ClinicalBot.Phrases;

/// <summary>A number that means something: a grade, a reflex, a dose or a spinal level.</summary>
/// <param name="Term">What it is.</param>
/// <param name="Number">Its amount, where it has one.</param>
/// <param name="Text">Its canonical text, for levels.</param>
internal sealed record Measure(Term Term, decimal Number = 0, string? Text = null);

/// <summary>Small grammars for "4/5", "2+", "2%", "0.5 ml", "L4-S1" and "70 deg".</summary>
internal static class Measures
{
    private static readonly TokenListParser<TokenKind, decimal> Number =
        Token.EqualTo(TokenKind.Number).Select(t => ToDecimal(t.ToStringValue()));

    private static readonly TokenListParser<TokenKind, TokenKind> Sign =
        FirstOf(Token.EqualTo(TokenKind.Plus), Token.EqualTo(TokenKind.Dash)).Select(t => t.Kind);

    /// <summary>The MRC scale: only 5/5 without a minus is full.</summary>
    private static readonly TokenListParser<TokenKind, Measure> Grade =
        from grade in Number.Where(n => n is >= 0 and <= 5)
        from sign in Sign.Select(s => (TokenKind?)s).OptionalOrDefault()
        from slash in Token.EqualTo(TokenKind.Slash)
        from five in Number.Where(n => n == 5)
        from late in Sign.Where(s => s == TokenKind.Dash).Select(s => (TokenKind?)s).Try().OptionalOrDefault()
        select new Measure(grade == 5 && sign != TokenKind.Dash && late is null ? Term.GradeFull : Term.GradeWeak, grade);

    private static readonly TokenListParser<TokenKind, Measure> SpokenGrade =
        from word in Word("grade", "mrc")
        from grade in Number.Where(n => n is >= 0 and <= 5)
        from sign in Sign.Select(s => (TokenKind?)s).OptionalOrDefault()
        select new Measure(grade == 5 && sign != TokenKind.Dash ? Term.GradeFull : Term.GradeWeak, grade);

    private static readonly TokenListParser<TokenKind, Measure> PlusGrade =
        from grade in Number.Where(n => n is >= 0 and <= 4)
        from plus in Token.EqualTo(TokenKind.Plus)
        select new Measure(grade switch { < 2 => Term.ReflexLow, 2 => Term.ReflexTwoPlus, _ => Term.ReflexBrisk }, grade);

    private static readonly TokenListParser<TokenKind, Measure> Pluses =
        from pluses in Token.EqualTo(TokenKind.Plus).AtLeastOnce()
        where pluses.Length > 1
        select new Measure(pluses.Length == 2 ? Term.ReflexTwoPlus : Term.ReflexBrisk, pluses.Length);

    private static readonly TokenListParser<TokenKind, Measure> Percent =
        from number in Number
        from unit in FirstOf(Token.EqualTo(TokenKind.Percent).Value(true), Word("percent", "pct").Value(true), Word("per").IgnoreThen(Word("cent")).Value(true))
        select new Measure(Term.Concentration, number);

    private static readonly TokenListParser<TokenKind, bool> Milliliter =
        Word("ml", "mls", "cc", "ccs", "milliliter", "milliliters", "millilitre", "millilitres").Value(true);

    private static readonly TokenListParser<TokenKind, Measure> Volume =
        from first in Number
        from second in FirstOf(Token.EqualTo(TokenKind.Dash).Value(true), Word("to").Value(true)).IgnoreThen(Number).Select(n => (decimal?)n).Try().OptionalOrDefault()
        from unit in Milliliter
        select new Measure(Term.Volume, Math.Max(first, second ?? first));

    private static readonly TokenListParser<TokenKind, Measure> Dose =
        from number in Number
        from unit in Word("mg", "mcg", "ug", "g", "units", "iu", "mgs")
        select new Measure(Term.Dose, number);

    private static readonly TokenListParser<TokenKind, Measure> Degrees =
        from number in Number
        from unit in FirstOf(Word("deg", "degs", "degree", "degrees"), Token.EqualTo(TokenKind.Other).Select(t => t.ToStringValue()).Where(sign => sign == "\u00b0"))
        select new Measure(Term.Degrees, number);

    private static readonly TokenListParser<TokenKind, Measure> Level =
        from letter in Token.EqualTo(TokenKind.Word).Where(t => t.Span.Length == 1)
        from number in Token.EqualTo(TokenKind.Number)
        where letter.Position.Absolute + 1 == number.Position.Absolute && IsVertebra(letter.ToStringValue(), number.ToStringValue())
        select new Measure(Term.Levels, 0, (letter.ToStringValue() + number.ToStringValue()).ToUpperInvariant());

    private static readonly TokenListParser<TokenKind, Measure> Levels =
        from first in Level
        from second in FirstOf(Token.EqualTo(TokenKind.Dash).Value(true), Token.EqualTo(TokenKind.Slash).Value(true), Word("to").Value(true))
            .IgnoreThen(FirstOf(Level.Select(l => l.Text!), Number.Where(n => n is >= 2 and <= 5).Select(n => "L" + n.ToString(CultureInfo.InvariantCulture))))
            .Where(text => string.CompareOrdinal(text, first.Text) > 0).Try().Optional()
        select new Measure(Term.Levels, 0, second is null ? first.Text : first.Text + "-" + second);

    private static readonly TokenListParser<TokenKind, Measure> AfterNumber = FirstOf(Grade, Percent, Volume, Dose, Degrees, PlusGrade);

    private static readonly TokenListParser<TokenKind, Measure> AfterWord = FirstOf(SpokenGrade, Levels);

    /// <summary>The measure that starts here, or null; <paramref name="rest"/> is what follows it.</summary>
    public static Measure? Read(TokenList<TokenKind> tokens, out TokenList<TokenKind> rest)
    {
        var first = tokens.ConsumeToken();
        var result = first.HasValue
            ? first.Value.Kind switch
            {
                TokenKind.Number when HasUnit(first.Remainder) => AfterNumber(tokens),
                TokenKind.Word => AfterWord(tokens),
                TokenKind.Plus => Pluses(tokens),
                _ => TokenListParserResult.Empty<TokenKind, Measure>(tokens),
            }
            : TokenListParserResult.Empty<TokenKind, Measure>(tokens);
        rest = result.Remainder;
        return result.HasValue ? result.Value : null;
    }

    /// <summary>A number alone, or before another, measures nothing.</summary>
    private static bool HasUnit(TokenList<TokenKind> afterNumber) =>
        afterNumber.ConsumeToken() is { HasValue: true, Value.Kind: not (TokenKind.Number or TokenKind.Comma or TokenKind.Stop or TokenKind.Question or TokenKind.Colon) };

    /// <summary>A number of the message; what is too long for a number counts as the largest.</summary>
    public static decimal ToDecimal(string digits) =>
        digits.Length <= 12 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 999_999_999m;

    private static bool IsVertebra(string letter, string number) => letter switch
    {
        "l" => number is "1" or "2" or "3" or "4" or "5",
        "s" => number is "1" or "2" or "3" or "4" or "5",
        "t" => number is "10" or "11" or "12",
        _ => false,
    };
}
