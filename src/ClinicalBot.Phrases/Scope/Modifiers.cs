using ClinicalBot.Phrases.Times;

namespace ClinicalBot.Phrases.Scope;

/// <summary>What takes certainty away from all that a clause says: words of doubt, and where it stands. The names are rows of <c>modifiers.tsv</c>.</summary>
internal static class Modifiers
{
    public const string Past = "past";
    public const string Known = "known";
    public const string Changed = "changed";
    private const string Advice = "advice";
    private const string Asking = "asking";
    private const string History = "history";
    private const string Plan = "plan";
    private const string Question = "question";
    private const string Slightly = "slightly";
    private const string Void = "void";

    /// <summary>Words that are no doubt by themselves but cast one here: what a table of words and modifiers says of them.</summary>
    private static readonly (string Name, WordClass Words)[] Implied = [.. TableFile.Rows("implied.tsv").Select(row =>
        (row[0], Enum.Parse<WordClass>(row[1])))];

    /// <summary>Whether it is of a time to come.</summary>
    public static bool IsOfLater(string modifier) => modifier is Plan or Advice or Asking;

    /// <summary>The modifiers of a clause, in the order they count. It is void when what it says reassures of nothing (<see cref="VoidSentences"/>), and
    /// advice behind what the patient was told to watch for.</summary>
    public static IReadOnlyList<string> Of(Clause clause, bool isVoid, bool isAdvice)
    {
        var first = clause.Lexemes.First(Element)?.Start ?? int.MaxValue;
        // "when" behind what is said ("numb when he stood up") or before who did it ("when we turned her") asks nothing, and reassures of nothing.
        var modifiers = new List<string>();
        foreach (var lexeme in clause.Lexemes)
        {
            Add(lexeme.Is(Modifier), lexeme.Is(When) && (lexeme.Start > first
                || clause.Lexemes.SkipWhile(each => each != lexeme).ElementAtOrDefault(1)?.Is(PronounOrNeutral) == true) ? Past : lexeme.Id);
        }

        Add(clause.Asked, Question);
        Add(clause.Has(Final) && clause.Lexemes.SkipWhile(l => !l.Is(Final)).Has(Element), Slightly);
        foreach (var (name, words) in Implied)
        {
            Add(clause.Has(words), name);
        }

        Add(isVoid, Void);
        Add(clause.Has(Time) && !clause.Has(LastBlock) && clause.Lexemes.OfType<TimeLexeme>().Any(time => !IsToday(time)), Past);
        Add(isAdvice, Advice);
        Add(clause.Part == Part.Plan, Plan);
        Add(clause.Part == Part.History, History);
        return modifiers;

        void Add(bool holds, string modifier)
        {
            if (holds)
            {
                modifiers.Add(modifier);
            }
        }
    }

    /// <summary>The modifiers of a clause that names a whole group at once.</summary>
    public static IEnumerable<string> OfWhole(Clause clause, bool isVoid) => [.. clause.Lexemes.Of(Modifier).Select(l => l.Id),
        .. clause.Asked ? [Question] : Array.Empty<string>(), .. isVoid ? [Void] : Array.Empty<string>(), .. clause.Has(Time) ? [Past] : Array.Empty<string>()];

    /// <summary>"Today SLR able" is of now.</summary>
    private static bool IsToday(TimeLexeme lexeme) =>
        lexeme.Expression is TimeExpression.Calendar { Clock: null, Day: Day.Relative { DaysBack: 0, Part: DayPart.None } };
}
