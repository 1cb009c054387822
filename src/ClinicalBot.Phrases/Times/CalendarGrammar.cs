using System.Globalization;
using NodaTime;
using ClinicalBot.Phrases.Words;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using static ClinicalBot.Phrases.Times.TimeWords;
using static ClinicalBot.Phrases.Words.TokenParsers;

namespace ClinicalBot.Phrases.Times;

/// <summary>"14:30", "0830", "5pm", "noon", "half past two", "yesterday", "this morning", "Friday", "22 Nov", "11/22".</summary>
internal static class CalendarGrammar
{
    private static readonly TokenListParser<TokenKind, bool> Pm =
        FirstOf(
            Word("am", "pm").Select(w => w == "pm"),
            from letter in Word("a", "p")
            from dot in Token.EqualTo(TokenKind.Stop).OptionalOrDefault()
            from m in Word("m")
            from end in Token.EqualTo(TokenKind.Stop).OptionalOrDefault()
            select letter == "p");

    private static readonly TokenListParser<TokenKind, int> TwoDigits =
        Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length is 1 or 2).Select(t => int.Parse(t, CultureInfo.InvariantCulture));

    private static readonly TokenListParser<TokenKind, int> Hour = FirstOf(TwoDigits, NumberWord.Select(n => (int)n));

    private static readonly TokenListParser<TokenKind, Clock> Colon =
        from text in Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length is 1 or 2)
        from colon in Token.EqualTo(TokenKind.Colon)
        from minute in Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length == 2).Select(t =>
            int.Parse(t, CultureInfo.InvariantCulture))
        from seconds in Token.EqualTo(TokenKind.Colon).IgnoreThen(Number).Try().OptionalOrDefault()
        from pm in Pm.Select(p => (bool?)p).Try().OptionalOrDefault()
        from hours in Word(Of("hours")).Try().Optional()
        let hour = int.Parse(text, CultureInfo.InvariantCulture)
        where IsClock(hour, minute, pm)
        select Make(hour, minute, pm, text[0] == '0');

    /// <summary>"8.30am", "14.30": a full stop where others put a colon.</summary>
    private static readonly TokenListParser<TokenKind, Clock> Dotted =
        from text in Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length is 4 or 5 && t[^3] == '.')
        from pm in Pm.Select(p => (bool?)p).Try().OptionalOrDefault()
        let hour = int.Parse(text[..^3], CultureInfo.InvariantCulture)
        let minute = int.Parse(text[^2..], CultureInfo.InvariantCulture)
        where IsClock(hour, minute, pm)
        select Make(hour, minute, pm, text[0] == '0');

    /// <summary>"0830", "1430 hrs", "0830h": the 24-hour clock.</summary>
    private static readonly TokenListParser<TokenKind, Clock> ThreeDigits =
        from text in Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length == 3 && !t.Contains('.', StringComparison.Ordinal))
        from pm in Pm
        let hour = text[0] - '0'
        let minute = int.Parse(text[1..], CultureInfo.InvariantCulture)
        where IsClock(hour, minute, pm)
        select Make(hour, minute, pm, leadingZero: false);

    private static readonly TokenListParser<TokenKind, Clock> Military =
        from text in Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length == 4 && !t.Contains('.', StringComparison.Ordinal))
        from pm in Pm.Select(p => (bool?)p).Try().OptionalOrDefault()
        let hour = int.Parse(text[..2], CultureInfo.InvariantCulture)
        let minute = int.Parse(text[2..], CultureInfo.InvariantCulture)
        where IsClock(hour, minute, pm)
        select pm is null ? new Clock(new LocalTime(hour, minute), HalfDayMissing: false) : Make(hour, minute, pm, leadingZero: true);

    /// <summary>"14h30", "02h30": two digits on either side of the letter.</summary>
    private static readonly TokenListParser<TokenKind, Clock> LetterClock =
        from hours in Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length == 2).Select(t =>
            int.Parse(t, CultureInfo.InvariantCulture))
        from letter in Word("h")
        from minutes in Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length == 2).Select(t =>
            int.Parse(t, CultureInfo.InvariantCulture))
        where IsClock(hours, minutes, null)
        select new Clock(new LocalTime(hours, minutes), HalfDayMissing: false);

    /// <summary>"fourteen thirty", "sixteen hundred hours", as dictated.</summary>
    private static readonly TokenListParser<TokenKind, Clock> Spoken =
        from hour in NumberWord.Where(n => n is >= 10 and < 24)
        from minute in FirstOf(Word("hundred").Value(0), from ten in NumberWord.Where(n => n is >= 10 and < 60) from one in NumberWord.Where(n =>
            n < 10).Try().OptionalOrDefault() select (int)(ten % 10 == 0 ? ten + one : ten))
        from hours in Word("hours", "hrs").Optional()
        select new Clock(new LocalTime((int)hour, minute), HalfDayMissing: false);

    /// <summary>Four digits with "hrs" or "h".</summary>
    public static readonly TokenListParser<TokenKind, Clock> MilitaryHours = FirstOf(LetterClock, Spoken, FourDigits);

    private static TokenListParser<TokenKind, Clock> FourDigits =>
        from text in Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length == 4 && !t.Contains('.', StringComparison.Ordinal))
        from hours in Word(Of("hoursHr"))
        let hour = int.Parse(text[..2], CultureInfo.InvariantCulture)
        let minute = int.Parse(text[2..], CultureInfo.InvariantCulture)
        where IsClock(hour, minute, null)
        select new Clock(new LocalTime(hour, minute), HalfDayMissing: false);

    private static readonly TokenListParser<TokenKind, Clock> HourWithHalf =
        from hour in Hour
        from pm in Pm
        where IsClock(hour, 0, pm)
        select Make(hour, 0, pm, leadingZero: false);

    private static readonly TokenListParser<TokenKind, Clock> Named =
        FirstOf(
            Word(Of("noon")).Value(new Clock(new LocalTime(12, 0), HalfDayMissing: false)),
            Word("midnight").Value(new Clock(LocalTime.Midnight, HalfDayMissing: false)));

    private static readonly TokenListParser<TokenKind, Clock> HalfPast =
        from part in FirstOf(Word("half").Value(30), Word("quarter").Value(15), Hour)
        from minutes in Word(Of("minutes")).Optional()
        from past in Word(Of("pastTo"))
        from hour in Hour
        from oclock in OClock.Try().Optional()
        from pm in Pm.Select(p => (bool?)p).Try().OptionalOrDefault()
        where IsClock(hour, 0, pm) && hour is >= 1 and <= 12 && part is > 0 and < 60 && (past is "past" || past is "to" && part is 15 or 5 or 10 or 20 or 25)
        select past is "past" ? Make(hour, part, pm, leadingZero: false) : Make(hour == 1 ? 12 : hour - 1, 60 - part, hour == 12 && pm is not null ? !pm
            : pm, leadingZero: false);

    private static readonly TokenListParser<TokenKind, Clock> OClockHour =
        from hour in Hour
        from oclock in OClock
        from pm in Pm.Select(p => (bool?)p).Try().OptionalOrDefault()
        where IsClock(hour, 0, pm)
        select Make(hour, 0, pm, leadingZero: false);

    private static TokenListParser<TokenKind, string> OClock => FirstOf(Word("oclock"), Word("o").IgnoreThen(Word("clock")));

    /// <summary>A clock time nobody takes for another number, except four digits, which <see cref="TimeExpression.Calendar.Explicit"/> tells.</summary>
    public static readonly TokenListParser<TokenKind, (Clock Clock, bool Explicit)> ClockTime =
        FirstOf(FirstOf(Colon, HalfPast, OClockHour, HourWithHalf, ThreeDigits, Named).Select(c => (c, true)), FirstOf(Military, Dotted)
            .Select(c => (c, false)));

    /// <summary>"at 9", "at two": only after "at", "since" or a day.</summary>
    public static readonly TokenListParser<TokenKind, (Clock Clock, bool Explicit)> BareHour =
        from hour in Hour
        from hours in Word(Of("hours")).Try().Optional()
        where IsClock(hour, 0, null)
        select (Make(hour, 0, null, leadingZero: false), false);

    private static readonly TokenListParser<TokenKind, DayPart> Part =
        FirstOf(
            Word("morning", "am").Value(DayPart.Morning),
            Word(Of("afternoon")).Value(DayPart.Afternoon),
            Word("evening").Value(DayPart.Evening),
            Word("night", "nite").Value(DayPart.Night));

    private static readonly TokenListParser<TokenKind, Day> NamedRelative =
        FirstOf(
            from word in Word("today") from part in Part.Try().OptionalOrDefault() select (Day)new Day.Relative(0, part),
            from word in Word(Of("yesterday")) from part in Part.Try().OptionalOrDefault() select (Day)new Day.Relative(1, part),
            from word in Word(Of("tomorrow")) from part in Part.Try().OptionalOrDefault() select (Day)new Day.Relative(-1, part),
            Word("tonight", "tonite").Value((Day)new Day.Relative(0, DayPart.Evening)),
            from earlier in Word("earlier").Optional() from word in Word("this") from part in Part select (Day)new Day.Relative(0, part),
            from earlier in Word("earlier") from word in Word("today") select (Day)new Day.Relative(0, DayPart.None),
            from word in Word("in", "during") from the in Word("the") from part in Part select (Day)new Day.Relative(0, part),
            from word in Word("last") from part in Part.Where(p => p is DayPart.Night or DayPart.Evening) select (Day)new Day.Relative(1, part),
            from n in Number.Where(n => n is >= 1 and <= 30 && n % 1 == 0) from unit in Word("day", "days") from ago in Word("ago",
                "back") select (Day)new Day.Relative((int)n, DayPart.None),
            from the in Word("the").Optional() from day in Word("day") from before in Word("before",
                "b4") from yesterday in Word("yesterday") select (Day)new Day.Relative(2, DayPart.None));

    private static readonly TokenListParser<TokenKind, Day> NextWeekday =
        from next in Word("next")
        from name in Token.EqualTo(TokenKind.Word).Select(t => t.ToStringValue()).Where(Weekdays.ContainsKey)
        from part in Part.Try().OptionalOrDefault()
        select (Day)new Day.NextWeekday(Weekdays[name]);

    private static readonly TokenListParser<TokenKind, Day> Weekday =
        from last in Word("last", "past").Optional()
        from name in Token.EqualTo(TokenKind.Word).Select(t => t.ToStringValue()).Where(Weekdays.ContainsKey)
        from part in Part.Try().OptionalOrDefault()
        select (Day)new Day.Weekday(Weekdays[name], last is not null);

    private static readonly TokenListParser<TokenKind, int> Month =
        Token.EqualTo(TokenKind.Word).Select(t => t.ToStringValue()).Where(Months.ContainsKey).Select(m => Months[m]);

    private static readonly TokenListParser<TokenKind, int> DayNumber =
        TwoDigits.Where(d => d is >= 1 and <= 31).Then(d => Word(Of("ordinal")).Optional().Value(d));

    private static readonly TokenListParser<TokenKind, int> Year =
        Token.EqualTo(TokenKind.Comma).OptionalOrDefault().IgnoreThen(
            Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length == 4 && t.StartsWith("20", StringComparison.Ordinal))
                .Select(t => int.Parse(t, CultureInfo.InvariantCulture)));

    private static TokenListParser<TokenKind, (Clock Clock, bool Explicit)> AtClock => Word("at").IgnoreThen(ClockTime);

    /// <summary>"2030" after a date is half past eight rather than a year; only these years are one, or any that a clock time follows.</summary>
    private static readonly TokenListParser<TokenKind, int> NearYear = input =>
    {
        var year = Year(input);
        return year.HasValue && (year.Value is >= 2024 and <= 2029 || ClockTime(year.Remainder).HasValue || AtClock(year.Remainder).HasValue) ? year
            : TokenListParserResult.Empty<TokenKind, int>(input);
    };

    private static readonly TokenListParser<TokenKind, Day> Written =
        FirstOf(
            from day in DayNumber
            from of in Word("of").Optional()
            from month in Month
            from year in NearYear.Select(y => (int?)y).Try().OptionalOrDefault()
            select (Day)new Day.Date(month, day, year, Numeric: false),
            from month in Month
            from day in DayNumber
            from year in NearYear.Select(y => (int?)y).Try().OptionalOrDefault()
            select (Day)new Day.Date(month, day, year, Numeric: false));

    private static readonly TokenListParser<TokenKind, Day> Iso =
        from year in Token.EqualTo(TokenKind.Number).Select(t => t.ToStringValue()).Where(t => t.Length == 4
            && !t.Contains('.', StringComparison.Ordinal)).Select(t => int.Parse(t, CultureInfo.InvariantCulture))
        from dash in FirstOf(Token.EqualTo(TokenKind.Dash), Token.EqualTo(TokenKind.Slash))
        from month in TwoDigits.Where(m => m is >= 1 and <= 12)
        from dash2 in FirstOf(Token.EqualTo(TokenKind.Dash), Token.EqualTo(TokenKind.Slash))
        from day in TwoDigits.Where(d => d is >= 1 and <= 31)
        select (Day)new Day.Date(month, day, year, Numeric: false);

    private static readonly TokenListParser<TokenKind, Day> Slashed =
        from first in TwoDigits.Where(n => n is >= 1 and <= 31)
        from slash in Token.EqualTo(TokenKind.Slash)
        from second in TwoDigits.Where(n => n is >= 1 and <= 31)
        from year in Token.EqualTo(TokenKind.Slash).IgnoreThen(Number.Where(y => y is >= 20 and <= 99 or >= 2000 and <= 2099)).Select(y =>
            (int?)(y < 100 ? y + 2000 : y)).Try().OptionalOrDefault()
        where first <= 12 || second <= 12
        select (Day)new Day.Date(first, second, year, Numeric: true);

    /// <summary>A day by name, weekday or written date.</summary>
    public static readonly TokenListParser<TokenKind, Day> NamedDay = FirstOf(NamedRelative, Written, Iso, NextWeekday, Weekday);

    /// <summary>A day in figures; only where a clock time or a block stands with it.</summary>
    public static readonly TokenListParser<TokenKind, Day> NumericDay = Slashed.Try();

    private static bool IsClock(int hour, int minute, bool? pm) => minute is >= 0 and < 60 && hour >= 0 && (pm is null ? hour < 24 : hour is >= 1 and <= 23);

    private static Clock Make(int hour, int minute, bool? pm, bool leadingZero)
    {
        if (pm is not null && hour <= 12)
        {
            return new Clock(new LocalTime(hour % 12 + (pm.Value ? 12 : 0), minute), HalfDayMissing: false);
        }

        var missing = pm is null && !leadingZero && hour is >= 1 and <= 12;
        return new Clock(new LocalTime(missing ? hour % 12 : hour, minute), missing);
    }
}
