namespace ClinicalBot.Phrases.Words;

/// <summary>Which words belong to which class, from <c>classes.tsv</c>.</summary>
internal static class WordClasses
{
    private static readonly Dictionary<WordClass, WordSelector[]> Rows = TableFile.Rows("classes.tsv").ToDictionary(
        row => Enum.Parse<WordClass>(row[0]), row => WordSelector.ParseAll(row[1]));

    private static readonly WordSelector[][] Selectors = [.. Enum.GetValues<WordClass>().Select(each => Rows[each])];

    /// <summary>Class by class, whether a term belongs to it.</summary>
    public static bool[] Of(Term term) => Array.ConvertAll(Selectors, selectors => Array.Exists(selectors, selector => selector.Takes(term)));

    /// <summary>Whether a word belongs to one of these classes.</summary>
    public static bool Is(this Lexeme lexeme, params ReadOnlySpan<WordClass> classes)
    {
        foreach (var each in classes)
        {
            if (lexeme.Term.Is(each))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of one of these classes is among them.</summary>
    public static bool Has(this IReadOnlyList<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes) => lexemes.IndexOf(classes) >= 0;

    /// <inheritdoc cref="Has(IReadOnlyList{Lexeme}, ReadOnlySpan{WordClass})"/>
    public static bool Has(this IEnumerable<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes) => lexemes.ToList().IndexOf(classes) >= 0;

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
    public static Lexeme? First(this IReadOnlyList<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes) =>
        lexemes.IndexOf(classes) is >= 0 and var found ? lexemes[found] : null;

    /// <summary>Those that belong to a class.</summary>
    public static List<Lexeme> Of(this IEnumerable<Lexeme> lexemes, WordClass wordClass) => [.. lexemes.Where(lexeme => lexeme.Term.Is(wordClass))];

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
}
