using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;

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
        var lineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                lineStart = true;
            }
            else if (text[i] == '.' && Follows(text, i))
            {
                lineStart = true;
            }
            else if (lineStart && char.IsLetter(text[i]))
            {
                lineStart = false;
                if (At(text, i) is { } heading)
                {
                    words.Add(heading);
                }
            }

            if ((i == 0 || text[i - 1] == '\n') && Dashed(text, i) is { } dashed && Letters.TryGetValue(text[i].ToString(), out var dashedPart))
            {
                letters.Add(new Heading(i, dashed, dashedPart));
            }
            else if (i + 1 < text.Length && (text[i + 1] == ':' || text[i + 1] == ')' && (i == 0 || text[i - 1] == '\n'))
                && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                && Letters.TryGetValue(text[i].ToString(), out var part))
            {
                letters.Add(new Heading(i, i + 2, part));
            }
        }

        var sure = letters.Select(l => text[l.Start]).Distinct().Count() > 1 ? letters
            : words.Count > 0 ? letters.FindAll(l => l.Start == 0 || text[l.Start - 1] == '\n') : [];
        return [.. words.Concat(sure).OrderBy(h => h.Start)];
    }

    /// <summary>Where "S - " and "S- " end; null for another letter.</summary>
    private static int? Dashed(string text, int letter)
    {
        var dash = letter + 1 < text.Length && text[letter + 1] == ' ' ? letter + 2 : letter + 1;
        return dash + 1 < text.Length && text[dash] == '-' && text[dash + 1] == ' ' ? dash + 1 : null;
    }

    /// <summary>"... bowels normal. Plan: hourly obs": behind a full stop only a colon makes a heading.</summary>
    private static bool Follows(string text, int stop)
    {
        var colon = text.IndexOf(':', stop, Math.Min(Longest, text.Length - stop));
        return colon > stop && text.AsSpan(stop + 1, colon - stop - 1).IndexOfAny('\n', '.', ',') < 0;
    }

    private static Heading? At(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && text[end] is not (':' or '\n' or '*' or '-' or '\t'))
        {
            end++;
        }

        var closed = end == text.Length || text[end] is ':' or '\n' or '*' or '-' or '\t';
        if (!closed || !Words.TryGetValue(text[start..end].Trim(), out var part))
        {
            return null;
        }

        while (end < text.Length && text[end] is ':' or '*' or '-' or ' ' or '\t')
        {
            end++;
        }

        return new Heading(start, end, part);
    }

    private static Dictionary<string, Part> Table(string kind) =>
        TableFile.Rows("headings.tsv").Where(row => row[1] == kind).SelectMany(row => row[2].Split('|').Select(phrase =>
            (phrase, Enum.Parse<Part>(row[0], ignoreCase: true)))).ToDictionary(pair => pair.phrase, pair => pair.Item2, StringComparer.Ordinal);
}
