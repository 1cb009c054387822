using ClinicalBot.Phrases.Times;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Clauses;

/// <summary>A time in a message.</summary>
internal sealed record TimeLexeme(TimeExpression Time, int Start, int End) : Lexeme(TermKind.Time, "time", "-", Start, End);

/// <summary>Turns tokens into lexemes: measures, times, then the longest phrase of the vocabulary; what is left is not understood.</summary>
internal static partial class Lexer
{
    private static readonly IReadOnlySet<TermKind> ExactOnly = new HashSet<TermKind>
    {
        TermKind.Value, TermKind.Cue, TermKind.Modifier, TermKind.Joint, TermKind.Whole, TermKind.Verb, TermKind.Filler, TermKind.Side, TermKind.Event,
            TermKind.Everyday, TermKind.Heading,
        TermKind.Vital, TermKind.Act, TermKind.Outside, TermKind.Mark,
    };

    /// <summary>Milliliters in the bladder that count as retention.</summary>
    private const decimal Retention = 500;

    /// <summary>Degrees Celsius between which a figure is a body temperature.</summary>
    private const decimal Coldest = 33;

    private const decimal Hottest = 43;

    /// <summary>The vocabulary.</summary>
    public static Lexicon Lexicon { get; } = new(TableFile.Names.Where(n => n.StartsWith("words.", StringComparison.Ordinal)).SelectMany(TableFile.Rows),
        ExactOnly);

    /// <summary>The lexemes of folded text, in order.</summary>
    /// <param name="tokens">Of the folded text.</param>
    /// <param name="timesFirst">At the question about the time, "4/5 14:30" is a date rather than a grade.</param>
    public static List<Lexeme> Read(Token[] tokens, bool timesFirst)
    {
        var words = Spell(tokens);
        var lexemes = new List<Lexeme>(tokens.Length);
        var cursor = new Cursor(tokens);
        Lexeme? owner = null;
        while (cursor.At < tokens.Length)
        {
            var at = cursor.At;
            var lexeme = Number(cursor, tokens, timesFirst);
            if (lexeme is null)
            {
                lexeme = Phrase(tokens, words, at, out var taken) ?? Plain(tokens, at);
                cursor.Step(Math.Max(taken, 1));
            }

            if (lexeme is { Kind: TermKind.Quality, Form: "adj" } && lexemes.Count > 0 && lexemes[^1].Form == "becoming")
            {
                // "gone heavy" is heavy; "sensation gone" is not there.
                lexemes[^1] = lexemes[^1] with { Kind = TermKind.Verb };
            }

            lexeme = InContext(lexeme, lexemes, owner, cursor.Next.Kind);
            owner = Owns(lexeme) ? lexeme : owner;
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
            reflexes = (reflexes || lexemes[i].Form == "reflex") && !lexemes[i].IsMark("stop") && !lexemes[i].IsMark("semicolon");
            if (reflexes && lexemes[i] is { Kind: TermKind.Unknown, Form: "number", Number: <= 4 } && lexemes[i + 1] is { Id: "knee" or "ankle" }
                or { Form: "reflex" })
            {
                lexemes[i] = lexemes[i] with { Kind = TermKind.Value, Id = lexemes[i].Number < 2 ? "bad" : lexemes[i].Number == 2 ? "good" : "brisk",
                    Form = "grade" };
            }
        }
    }

    /// <summary>A bare figure behind a vital sign belongs to it; behind a muscle group or reflex it is a grade.</summary>
    private static Lexeme InContext(Lexeme lexeme, List<Lexeme> before, Lexeme? owner, TokenKind next)
    {
        if (lexeme.Kind == TermKind.Unknown && before.Count > 0 && before[^1].Form == "title")
        {
            // "Dr Smith" is a name.
            return lexeme with { Kind = TermKind.Filler };
        }

        if (lexeme is { Kind: TermKind.Unknown, Form: "number" } && before.Count > 0 && before[^1].Id == "place")
        {
            // "chair 4", "FY2".
            return lexeme with { Kind = TermKind.Filler };
        }

        if (owner is { Id: "temp" } && lexeme is { Form: "number", Number: >= Coldest and <= Hottest } && before.FindLastIndex(l => l.Id == "temp") is >= 0
            and var fever)
        {
            // "temp 37.1" is of the patient, "temp intact" of the skin.
            before[fever] = before[fever] with { Kind = TermKind.Vital };
            return lexeme with { Kind = TermKind.Filler, Form = "vital" };
        }

        if (lexeme is { Kind: TermKind.Unknown, Id: "down" } && next != TokenKind.Word && before.Count > 0
            && before[^1] is { Form: "reflex" or "modality" } or { Id: "sense" or "power" })
        {
            // "knee jerk down."
            return lexeme with { Kind = TermKind.Value, Id = "bad" };
        }

        if (lexeme is { Kind: TermKind.Unknown, Id: "week" } && owner is { Form: "mrc" })
        {
            return lexeme with { Kind = TermKind.Quality, Id = "weak", Form = "adj" };
        }

        if (lexeme is { Kind: TermKind.Event, Id: "block" } && before.Count > 0 && before[^1].Id is "drug" or "antiplatelet" or "medicine")
        {
            // "enoxaparin injection 6 h ago" is not the block.
            return lexeme with { Id = "otherevent" };
        }

        if (owner is { Id: "residual" } && (lexeme.Id == "volume" || lexeme.Form == "number"))
        {
            // What a bladder scan shows: from half a liter on it is retention, below that it is asked.
            return lexeme.Number >= Retention ? lexeme with { Kind = TermKind.Value, Id = "bad", Form = "-" } : lexeme with { Kind = TermKind.Filler };
        }

        if (lexeme is { Id: "brisk", Form: "grade" } && owner is { Form: "mrc", Id: not ("knee" or "ankle") })
        {
            // "HF 4+" is a grade of strength, "KJ 4+" of a reflex.
            return lexeme with { Id = "bad" };
        }

        return owner is null || lexeme is not { Kind: TermKind.Unknown, Form: "number" } || next == TokenKind.Slash && owner.Kind != TermKind.Vital ? lexeme
            : owner switch
            {
                { Id: "gcs" } when lexeme.Number < 14 => lexeme with { Kind = TermKind.Outside, Id = "toxicity" },
                { Kind: TermKind.Vital } or { Form: "vital" } => lexeme with { Kind = TermKind.Filler, Id = owner.Id, Form = "vital" },
                { Form: "grade" } when before[^1].Id is "became" or "now" && lexeme.Number <= 5 => lexeme with { Kind = TermKind.Value, Id = lexeme.Number == 5
                    ? "good" : "bad", Form = "grade" },
                { Form: "mrc" or "level" } or { Kind: TermKind.Whole, Id: "rest" } when lexeme.Number <= 5 =>
                    lexeme with { Kind = TermKind.Value, Id = lexeme.Number == 5 ? "good" : "bad",
                    Form = "grade" },
                { Form: "reflex" } when lexeme.Number <= 4 => lexeme with { Kind = TermKind.Value, Id = lexeme.Number < 2 ? "bad" : lexeme.Number == 2
                    ? "good" : "brisk", Form = "grade" },
                _ => lexeme,
            };
    }

    /// <summary>Whether a figure further on may belong to it: marks, sides and fillers are passed over.</summary>
    private static bool Owns(Lexeme lexeme) => lexeme is not ({ Kind: TermKind.Mark, Id: "separator" or "dash" } or { Kind: TermKind.Filler, Form: not "vital" }
        or { Kind: TermKind.Joint, Id: "slash" } or { Kind: TermKind.Side or TermKind.Verb or TermKind.Modifier });

    private static Lexeme? Number(Cursor cursor, Token[] tokens, bool timesFirst)
    {
        var start = cursor.At;
        var time = timesFirst ? TimeGrammar.Read(cursor) : null;
        var measure = time is null ? Measures.Read(cursor) : null;
        time ??= measure is null ? TimeGrammar.Read(cursor) : null;
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
        return measure is null ? new TimeLexeme(time!, first, end) : new Lexeme(measure.Kind, measure.Id, measure.Form, first, end) { Number = measure.Number };
    }
}
