using ClinicalBot.Phrases.Words;
using Superpower.Model;
using static ClinicalBot.Phrases.Times.TimeWords;

namespace ClinicalBot.Phrases.Times;

/// <summary>What stands near enough for a time to need it: grammars whose words are not there are not tried.</summary>
[Flags]
internal enum TimeHints
{
    /// <summary>Nothing of a time.</summary>
    None = 0,

    /// <summary>"h", "min", "days": an elapsed time.</summary>
    Unit = 1,

    /// <summary>A day by name or in figures.</summary>
    Day = 2,

    /// <summary>A clock time.</summary>
    Clock = 4,

    /// <summary>"at", "since": a bare hour may follow.</summary>
    Lead = 8,
}

/// <summary>Looks ahead once, a fixed number of tokens, so that a message takes time in proportion to its length.</summary>
internal static class TimeLookahead
{
    /// <summary>No time is longer than this.</summary>
    private const int Reach = 12;

    /// <summary>A date has two slashes and two dates have four; a longer row of them is none.</summary>
    private const int MostSlashes = 4;

    private static readonly Dictionary<string, TimeHints> Words = Table();

    /// <summary>What the next tokens hold.</summary>
    public static TimeHints Read(TokenList<TokenKind> tokens)
    {
        var hints = TimeHints.None;
        var slashes = 0;
        for (var i = 0; i < Reach; i++)
        {
            var next = tokens.ConsumeToken();
            if (!next.HasValue)
            {
                break;
            }

            hints |= Of(next.Value);
            slashes += next.Value.Kind == TokenKind.Slash ? 1 : 0;
            tokens = next.Remainder;
        }

        return slashes is > 0 and <= MostSlashes ? hints | TimeHints.Day | TimeHints.Unit : hints;
    }

    private static TimeHints Of(Token<TokenKind> token) => token.Kind switch
    {
        TokenKind.Word => Words.GetValueOrDefault(token.ToStringValue()),
        TokenKind.Colon => TimeHints.Clock | TimeHints.Unit,
        TokenKind.Dash => TimeHints.Day,
        TokenKind.Number when token.Span.Length >= 4 => TimeHints.Clock,
        TokenKind.Bound => TimeHints.Lead,
        _ => TimeHints.None,
    };

    private static Dictionary<string, TimeHints> Table()
    {
        var table = new Dictionary<string, TimeHints>(StringComparer.Ordinal);
        Add(TimeHints.Unit, [.. TimeWords.Of("hour"), .. TimeWords.Of("minute"), .. TimeWords.Of("day"), .. TimeWords.Of("week"), .. TimeWords.Of("unit")]);
        Add(TimeHints.Day, [.. Weekdays.Keys, .. Months.Keys, .. TimeWords.Of("tomorrow"), .. TimeWords.Of("yesterday"), .. TimeWords.Of("dayWord")]);
        Add(TimeHints.Clock, TimeWords.Of("clockWord"));
        Add(TimeHints.Lead, TimeWords.Of("leadHour"));
        return table;

        void Add(TimeHints hint, IEnumerable<string> words)
        {
            foreach (var word in words)
            {
                table[word] = table.GetValueOrDefault(word) | hint;
            }
        }
    }
}
