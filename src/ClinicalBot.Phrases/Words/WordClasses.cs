namespace ClinicalBot.Phrases.Words;

/// <summary>Which words belong to which class, from <c>classes.tsv</c>.</summary>
internal static class WordClasses
{
    private static readonly WordSelector[][] Selectors = Load();

    /// <summary>Whether a word belongs to one of these classes.</summary>
    public static bool Is(this Lexeme lexeme, params ReadOnlySpan<WordClass> classes)
    {
        foreach (var each in classes)
        {
            foreach (var selector in Selectors[(int)each])
            {
                if (selector.Takes(lexeme))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a word of one of these classes is among them.</summary>
    public static bool Has(this IEnumerable<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes) => lexemes.First(classes) is not null;

    /// <summary>Whether all of them belong to one of these classes.</summary>
    public static bool AreAll(this IEnumerable<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes)
    {
        foreach (var lexeme in lexemes)
        {
            if (!lexeme.Is(classes))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first that belongs to one of these classes; null for none.</summary>
    public static Lexeme? First(this IEnumerable<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes)
    {
        foreach (var lexeme in lexemes)
        {
            if (lexeme.Is(classes))
            {
                return lexeme;
            }
        }

        return null;
    }

    /// <summary>Those that belong to a class.</summary>
    public static List<Lexeme> Of(this IEnumerable<Lexeme> lexemes, WordClass wordClass) => [.. lexemes.Where(lexeme => lexeme.Is(wordClass))];

    /// <summary>Where the first of these classes stands; -1 for nowhere.</summary>
    public static int IndexOf(this IReadOnlyList<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes)
    {
        for (var i = 0; i < lexemes.Count; i++)
        {
            if (lexemes[i].Is(classes))
            {
                return i;
            }
        }

        return -1;
    }

    private static WordSelector[][] Load()
    {
        var rows = TableFile.Rows("classes.tsv").ToDictionary(row => Enum.Parse<WordClass>(row[0]), row => WordSelector.ParseAll(row[1]));
        return [.. Enum.GetValues<WordClass>().Select(each => rows[each])];
    }
}
