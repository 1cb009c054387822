namespace ClinicalBot.Phrases.Segments;

/// <summary>A heading in the folded text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, with its colon or dash.</param>
/// <param name="Part">The part of a handover it opens.</param>
internal sealed record Heading(int Start, int End, Part Part);

/// <summary>Finds the headings of SBAR, ISBAR, SOAP and discharge notes: words at the beginning of a line, or single letters with a colon where a
/// message has two different ones.</summary>
internal static class Headings
{
    private const int Longest = 30;

    private const string Word = "word";

    private const string Letter = "letter";

    private static readonly Dictionary<string, Part> Words = Table(Word);

    private static readonly Dictionary<string, Part> Letters = Table(Letter);

    /// <summary>The headings, in order.</summary>
    public static IReadOnlyList<Heading> Find(string text)
    {
        var words = new List<Heading>();
        var letters = new List<Heading>();
        var begins = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (begins && char.IsLetter(text[i]) && At(text, i) is { } heading)
            {
                words.Add(heading);
            }

            if (EndOfLetter(text, i) is { } end && Letters.TryGetValue(text[i].ToString(), out var part))
            {
                letters.Add(new Heading(i, end, part));
            }

            begins = text[i] == '\n' || text[i] == '.' && Follows(text, i) || begins && !char.IsLetter(text[i]);
        }

        var sure = letters.Select(l => text[l.Start]).Distinct().Count() > 1 ? letters : words.Count > 0 ? letters.FindAll(l => OpensLine(text, l.Start)) : [];
        return [.. words.Concat(sure).OrderBy(h => h.Start)];
    }

    private static bool OpensLine(string text, int i) => i == 0 || text[i - 1] == '\n';

    /// <summary>Where "S:", and at the beginning of a line "S - ", "S- " and "S)" end; null for no such letter.</summary>
    private static int? EndOfLetter(string text, int i)
    {
        var behind = text.AsSpan(i + 1);
        var opens = OpensLine(text, i);
        return opens && behind.StartsWith(" - ") ? i + 3
            : opens && (behind.StartsWith("- ") || behind.StartsWith(")")) || behind.StartsWith(":") && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) ? i + 2
            : null;
    }

    /// <summary>"... bowels normal. Plan: hourly obs": behind a full stop only a colon makes a heading.</summary>
    private static bool Follows(string text, int stop)
    {
        var colon = text.IndexOf(':', stop, Math.Min(Longest, text.Length - stop));
        return colon > stop && text.AsSpan(stop + 1, colon - stop - 1).IndexOfAny('\n', '.', ',') < 0;
    }

    private static Heading? At(string text, int start)
    {
        var rest = text.AsSpan(start);
        var length = rest.IndexOfAny(":\n*-\t") is >= 0 and var found ? found : rest.Length;
        return length <= Longest && Words.TryGetValue(rest[..length].Trim().ToString(), out var part)
            ? new Heading(start, text.Length - rest[length..].TrimStart(":*- \t").Length, part) : null;
    }

    private static Dictionary<string, Part> Table(string kind) => TableFile.Rows("headings.tsv").Where(row => row[1] == kind)
        .SelectMany(row => row[2].Split('|').Select(phrase => (phrase, Part: Enum.Parse<Part>(row[0], ignoreCase: true))))
        .ToDictionary(pair => pair.phrase, pair => pair.Part, StringComparer.Ordinal);
}
