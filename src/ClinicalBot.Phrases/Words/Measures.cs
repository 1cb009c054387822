using System.Globalization;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using static ClinicalBot.Phrases.Words.TokenParsers;

namespace ClinicalBot.Phrases.Words;

/// <summary>A number that means something: a grade, a reflex, a dose or a spinal level.</summary>
/// <param name="Kind">The part it plays.</param>
/// <param name="Id">What it is, e.g. "good" for 5/5, "bad" for 4/5, "percent", "l4-s1".</param>
/// <param name="Number">Its amount, where it has one.</param>
internal sealed record Measure(TermKind Kind, string Id, decimal Number = 0);

/// <summary>Small grammars for "4/5", "2+", "2%", "0.5 ml", "L4-S1" and "70 deg".</summary>
internal static class Measures
{
    private static readonly TokenListParser<TokenKind, decimal> Number =
        Token.EqualTo(TokenKind.Number).Select(t => ToDecimal(t.ToStringValue()));

    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five"];

    private static readonly HashSet<string> Units = ["h", "hr", "hrs", "hour", "hours", "min", "mins", "minutes", "day", "days", "d", "week", "weeks"];

    private static readonly string[] Romans = ["0", "i", "ii", "iii", "iv", "v"];

    private static readonly TokenListParser<TokenKind, decimal> Digit = Word(Digits).Select(word => (decimal)Array.IndexOf(Digits, word));

    private static readonly TokenListParser<TokenKind, TokenKind> Sign =
        FirstOf(Token.EqualTo(TokenKind.Plus), Token.EqualTo(TokenKind.Dash), Token.EqualTo(TokenKind.Separator)).Select(t => t.Kind);

    /// <summary>The MRC scale: only 5/5 without a minus is full.</summary>
    private static readonly TokenListParser<TokenKind, Measure> Grade =
        from grade in Number.Where(n => n is >= 0 and <= 5)
        from sign in Sign.Select(s => (TokenKind?)s).OptionalOrDefault()
        from over in FirstOf(Token.EqualTo(TokenKind.Slash).Value(true), Word("out").IgnoreThen(Word("of")).Value(true))
        from five in Number.Where(n => n == 5)
        from late in Sign.Where(s => s == TokenKind.Dash).Select(s => (TokenKind?)s).Try().OptionalOrDefault()
        select Graded(grade, sign is not null && sign != TokenKind.Plus || late is not null);

    /// <summary>"three over five", "five out of five", as dictated.</summary>
    private static readonly TokenListParser<TokenKind, Measure> DictatedGrade =
        from grade in Digit
        from over in FirstOf(Word("over").Value(true), Word("out").IgnoreThen(Word("of")).Value(true), Token.EqualTo(TokenKind.Slash).Value(true))
        from five in Digit.Where(n => n == 5)
        select Graded(grade, minus: false);

    private static readonly TokenListParser<TokenKind, Measure> SpokenGrade =
        from word in Word("grade", "gr", "mrc", "m")
        from again in Word("grade", "gr").Optional()
        from grade in Number.Where(n => n is >= 0 and <= 5)
        from sign in Sign.Select(s => (TokenKind?)s).OptionalOrDefault()
        from end in Token.EqualTo(TokenKind.Slash).IgnoreThen(Number).Select(n => (decimal?)n).Try().OptionalOrDefault()
        select Graded(grade, sign is not null && sign != TokenKind.Plus);

    /// <summary>"grade IV", "grade four", "mrc III".</summary>
    private static readonly TokenListParser<TokenKind, Measure> RomanGrade =
        from word in Word("grade", "gr", "mrc")
        from again in Word("grade", "gr").Optional()
        from grade in FirstOf(Word(Romans).Select(word => (decimal)Array.IndexOf(Romans, word)), Digit)
        select Graded(grade, minus: false);

    private static readonly TokenListParser<TokenKind, Measure> PlusGrade =
        from grade in Number.Where(n => n is >= 0 and <= 4)
        from plus in Token.EqualTo(TokenKind.Plus)
        select Reflex(grade);

    private static readonly TokenListParser<TokenKind, Measure> Pluses =
        from pluses in Token.EqualTo(TokenKind.Plus).AtLeastOnce()
        where pluses.Length > 1
        select Reflex(pluses.Length);

    private static readonly TokenListParser<TokenKind, Measure> Percent =
        from number in Number
        from unit in FirstOf(Token.EqualTo(TokenKind.Percent).Value(true), Word("percent", "pct").Value(true), Word("per").IgnoreThen(Word("cent")).Value(true))
        select new Measure(TermKind.Measure, "percent", number);

    private static readonly TokenListParser<TokenKind, Measure> Volume =
        from first in Number
        from second in FirstOf(Token.EqualTo(TokenKind.Dash).Value(true), Word("to").Value(true)).IgnoreThen(Number).Select(n =>
            (decimal?)n).Try().OptionalOrDefault()
        from unit in Word("ml", "mls", "cc", "ccs", "milliliter", "milliliters", "millilitre", "millilitres")
        select new Measure(TermKind.Measure, "volume", Math.Max(first, second ?? first));

    private static readonly TokenListParser<TokenKind, Measure> Dose =
        from number in Number
        from unit in Word("mg", "mcg", "ug", "g", "units", "iu", "mgs")
        select new Measure(TermKind.Measure, "dose", number);

    private static readonly TokenListParser<TokenKind, Measure> Degrees =
        from number in Number
        from unit in FirstOf(Word("deg", "degs", "degree", "degrees"), Token.EqualTo(TokenKind.Other).Select(t => t.ToStringValue()).Where(sign =>
            sign == "\u00b0"))
        select new Measure(TermKind.Measure, "degrees", number);

    private static readonly TokenListParser<TokenKind, string> Level =
        from letter in Token.EqualTo(TokenKind.Word).Where(t => t.Span.Length == 1)
        from number in Token.EqualTo(TokenKind.Number)
        where letter.Position.Absolute + 1 == number.Position.Absolute && IsVertebra(letter.ToStringValue(), number.ToStringValue())
        select letter.ToStringValue() + number.ToStringValue();

    private static readonly TokenListParser<TokenKind, Measure> Levels =
        from first in Level
        from others in FirstOf(Token.EqualTo(TokenKind.Dash).Value(true), Token.EqualTo(TokenKind.Slash).Value(true), Word("to").Value(true))
            .IgnoreThen(FirstOf(Level, Number.Where(n => n is >= 1 and <= 5).Select(n => (first[0] == 's' ? "s"
                : "l") + n.ToString(CultureInfo.InvariantCulture))))
            .Where(text => string.CompareOrdinal(text, first) > 0).Try().Many()
        select new Measure(TermKind.Subject, others.Length == 0 ? first : first + "-" + others[^1]);

    /// <summary>"5 minus", "4 plus out of 5".</summary>
    private static readonly TokenListParser<TokenKind, Measure> WordGrade =
        from grade in Number.Where(n => n is >= 0 and <= 5)
        from sign in Word("minus", "plus")
        from five in Word("out").IgnoreThen(Word("of")).IgnoreThen(Number).Select(n => (decimal?)n).Try().OptionalOrDefault()
        select Graded(grade, sign == "minus");

    /// <summary>"61F", "64 year old", "58 yo", "70-year-old": nobody's block was that long ago.</summary>
    private static readonly TokenListParser<TokenKind, Measure> Age =
        from years in Number.Where(n => n is >= 16 and <= 110 && n % 1 == 0)
        from dash in Token.EqualTo(TokenKind.Dash).OptionalOrDefault()
        from unit in FirstOf(Word("f", "yo", "yof", "yom", "male", "female"), Word("year", "years", "yr", "yrs", "y").Then(unit =>
            FirstOf(Token.EqualTo(TokenKind.Dash).Value(true), Token.EqualTo(TokenKind.Slash).Value(true)).OptionalOrDefault().IgnoreThen(Word("old", "o"))))
        select new Measure(TermKind.Filler, "age");

    /// <summary>"numb x 3 h" is how long.</summary>
    private static readonly TokenListParser<TokenKind, bool> NoUnit = input => input.ConsumeToken() is { HasValue: true, Value.Kind: TokenKind.Word } next
        && next.Value.Span.Length < 8 && Units.Contains(next.Value.ToStringValue()) ? TokenListParserResult.Empty<TokenKind, bool>(input)
        : TokenListParserResult.Value(true, input, input);

    /// <summary>"x2": how often.</summary>
    private static readonly TokenListParser<TokenKind, Measure> Times =
        from x in Word("x")
        from number in Number.Where(n => n is >= 1 and <= 9)
        from end in NoUnit
        select new Measure(TermKind.Filler, "times");

    private static readonly TokenListParser<TokenKind, Measure> AfterNumber = FirstOf(Age, Grade, WordGrade, Percent, Volume, Dose, Degrees, PlusGrade);

    private static readonly TokenListParser<TokenKind, Measure> AfterWord = FirstOf(SpokenGrade, RomanGrade, DictatedGrade, Times, Levels);

    /// <summary>Reads a measure at the start; the rest is what follows it.</summary>
    public static Measure? Read(TokenList<TokenKind> tokens, out TokenList<TokenKind> rest)
    {
        var first = tokens.ConsumeToken();
        var result = first.HasValue
            ? first.Value.Kind switch
            {
                TokenKind.Number when HasUnit(first.Remainder) => AfterNumber(tokens),
                TokenKind.Word when first.Value.Span.Length is >= 1 and <= 5 => AfterWord(tokens),
                TokenKind.Plus => Pluses(tokens),
                _ => TokenListParserResult.Empty<TokenKind, Measure>(tokens),
            }
            : TokenListParserResult.Empty<TokenKind, Measure>(tokens);
        rest = result.Remainder;
        return result.HasValue ? result.Value : null;
    }

    /// <summary>Digits as a number; longer than any clinical number becomes a very large one.</summary>
    public static decimal ToDecimal(string digits) =>
        digits.Length <= 12 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 999_999_999m;

    /// <summary>Most numbers in a message stand alone; only what follows tells.</summary>
    private static bool HasUnit(TokenList<TokenKind> afterNumber) =>
        afterNumber.ConsumeToken() is { HasValue: true, Value.Kind: not (TokenKind.Number or TokenKind.Comma or TokenKind.Stop or TokenKind.Line
            or TokenKind.Question or TokenKind.Colon) };

    private static Measure Graded(decimal grade, bool minus) => new(TermKind.Value, grade == 5 && !minus ? "good" : "bad", grade);

    private static Measure Reflex(decimal grade) => new(TermKind.Value, grade < 2 ? "bad" : grade == 2 ? "good" : "brisk", grade);

    private static bool IsVertebra(string letter, string number) => letter switch
    {
        "l" => number is "1" or "2" or "3" or "4" or "5",
        "s" => number is "1" or "2" or "3" or "4" or "5",
        "t" => number is "10" or "11" or "12",
        _ => false,
    };
}
