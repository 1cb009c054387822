using ClinicalBot.Phrases.Times;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>A time in a message.</summary>
internal sealed record TimeLexeme(TimeExpression Expression, int Start, int End) : Lexeme(Made.Time.Word(), Start, End);

/// <summary>Turns tokens into lexemes: measures, times, then the longest phrase of the vocabulary; what is left is not understood.</summary>
internal static partial class Lexer
{
    /// <summary>Words that are never taken for a misspelling, and none of them for a misspelt one.</summary>
    private static readonly IReadOnlySet<TermKind> ExactOnly = new HashSet<TermKind>(Enum.GetValues<TermKind>().Except(
        [TermKind.Subject, TermKind.Quality, TermKind.Quantifier, TermKind.Complaint, TermKind.Agent, TermKind.Unknown, TermKind.Time, TermKind.Measure]));

    /// <summary>The vocabulary.</summary>
    public static Lexicon Lexicon { get; } = new(TableFile.WordRows, ExactOnly);

    /// <summary>The lexemes of folded text, in order.</summary>
    /// <param name="tokens">Of the folded text.</param>
    /// <param name="timesFirst">At the question about the time, "4/5 14:30" is a date rather than a grade.</param>
    public static List<Lexeme> Read(Token[] tokens, bool timesFirst)
    {
        var words = Spell(tokens);
        var lexemes = new List<Lexeme>(tokens.Length);
        var cursor = new Cursor(tokens);
        var (times, measures) = (new Grammar(cursor, TimeGrammar.Build), new Grammar(cursor, Measures.Build));
        Lexeme? owner = null;
        while (cursor.At < tokens.Length)
        {
            var at = cursor.At;
            var lexeme = Number(cursor, times, measures, tokens, timesFirst);
            if (lexeme is null)
            {
                lexeme = Phrase(tokens, words, at, out var taken) ?? Plain(tokens, at);
                cursor.Step(Math.Max(taken, 1));
            }

            var before = lexemes.LastOrDefault();
            if (lexeme.Is(Adjective) && before?.Is(Becoming) == true)
            {
                // "gone heavy" is heavy; "sensation gone" is not there.
                lexemes[^1] = before.As(Made.Being);
            }

            lexeme = Rewrite.InContext(lexeme, lexemes.LastOrDefault(), owner, cursor.Next.Kind == TokenKind.Slash);
            if (owner?.Is(SkinTemperature) == true && lexeme.Is(VitalFigure))
            {
                // "temp 37.1" is of the patient, "temp intact" of the skin.
                var temperature = lexemes.LastIndexOf(owner);
                lexemes[temperature] = owner.As(Made.Measured);
            }

            if (lexeme.Is(Downward) && cursor.Next.Kind != TokenKind.Word && lexemes.LastOrDefault()?.Is(Reducible) == true)
            {
                // "knee jerk down."
                lexeme = lexeme.As(Made.Poor);
            }

            owner = lexeme.Is(PassedOver) ? owner : lexeme;
            lexemes.Add(lexeme);
        }

        GradeBefore(lexemes);
        return lexemes;
    }

    /// <summary>"reflexes 2+ knee, 0 ankle": a bare figure before a place, where reflexes are spoken of.</summary>
    private static void GradeBefore(List<Lexeme> lexemes)
    {
        var reflexes = false;
        for (var i = 0; i + 1 < lexemes.Count; i++)
        {
            reflexes = (reflexes || lexemes[i].Is(ReflexForm)) && !lexemes[i].Is(EndsSentence);
            if (reflexes && lexemes[i].Is(Figure) && lexemes[i].Number <= Measures.BriskestReflex && lexemes[i + 1].Is(SmallPlace))
            {
                lexemes[i] = lexemes[i].As(Measures.ReflexOf(lexemes[i].Number));
            }
        }
    }

    private static Lexeme? Number(Cursor cursor, Grammar times, Grammar measures, Token[] tokens, bool timesFirst)
    {
        var start = cursor.At;
        var time = timesFirst ? TimeGrammar.Read(cursor, times) : null;
        var measure = time is null ? Measures.Read(cursor, measures) : null;
        time ??= measure is null ? TimeGrammar.Read(cursor, times) : null;
        if (cursor.At == start)
        {
            return null;
        }

        if (!timesFirst && time is TimeExpression.Calendar { Clock: not null, Day: not null } clocked && cursor.At - start > 3
            && tokens[(cursor.At - 3)..cursor.At] is [{ Kind: TokenKind.Number }, { Kind: TokenKind.Slash }, { Text: "5" }])
        {
            // "22:00 4/5" is a grade at ten.
            cursor.Step(-3);
            time = clocked with { Day = null };
        }

        var (first, end) = (tokens[start].Start, tokens[cursor.At - 1].End);
        return measure is null ? new TimeLexeme(time!, first, end) : new Lexeme(measure.Term, first, end) { Number = measure.Number };
    }
}
