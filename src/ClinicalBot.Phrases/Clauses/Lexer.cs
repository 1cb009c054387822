using ClinicalBot.Phrases.Times;
using ClinicalBot.Phrases.Words;
using Superpower.Model;

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

    /// <summary>The vocabulary.</summary>
    public static Lexicon Lexicon { get; } = new(TableFile.Names.Where(n => n.StartsWith("words.", StringComparison.Ordinal)).SelectMany(TableFile.Rows),
        ExactOnly);

    /// <summary>The lexemes of folded text, in order.</summary>
    /// <param name="tokens">Of the folded text.</param>
    /// <param name="timesFirst">At the question about the time, "4/5 14:30" is a date rather than a grade.</param>
    public static List<Lexeme> Read(Token<TokenKind>[] tokens, bool timesFirst)
    {
        var words = Spell(tokens);
        var lexemes = new List<Lexeme>(tokens.Length);
        var rest = new TokenList<TokenKind>(tokens);
        for (var i = 0; i < tokens.Length;)
        {
            var lexeme = Number(rest, timesFirst, out var after) ?? Phrase(tokens, words, i, out var taken) switch
            {
                { } phrase => Taken(phrase, taken, ref rest),
                null => Taken(Plain(tokens, i), 1, ref rest),
            };
            if (after.Position > i)
            {
                rest = after;
            }

            i = rest.Position;
            lexemes.Add(InContext(lexeme, lexemes, i < tokens.Length && tokens[i].Kind == TokenKind.Slash));
        }

        return lexemes;
    }

    /// <summary>A bare figure behind a vital sign belongs to it; behind a muscle group or reflex it is a grade.</summary>
    private static Lexeme InContext(Lexeme lexeme, List<Lexeme> before, bool beforeSlash)
    {
        if (lexeme.Kind == TermKind.Unknown && before.Count > 0 && before[^1].Form == "title")
        {
            // "Dr Smith" is a name.
            return lexeme with { Kind = TermKind.Filler };
        }

        if (lexeme is { Kind: TermKind.Event, Id: "block" } && before.Count > 0 && before[^1].Id is "drug" or "antiplatelet" or "medicine")
        {
            // "enoxaparin injection 6 h ago" is not the block.
            return lexeme with { Id = "otherevent" };
        }

        var owner = before.FindLast(l => l is not ({ Kind: TermKind.Mark, Id: "separator" or "dash" } or { Kind: TermKind.Filler, Form: not "vital" }
            or { Kind: TermKind.Joint, Id: "slash" } or { Kind: TermKind.Side or TermKind.Verb or TermKind.Modifier }));
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

        return owner is null || lexeme is not { Kind: TermKind.Unknown, Form: "number" } || beforeSlash && owner.Kind != TermKind.Vital ? lexeme
            : owner switch
            {
                { Kind: TermKind.Vital, Id: "gcs" } when lexeme.Number < 14 => lexeme with { Kind = TermKind.Outside, Id = "toxicity" },
                { Kind: TermKind.Vital } or { Form: "vital" } => lexeme with { Kind = TermKind.Filler, Form = "vital" },
                { Form: "grade" } when before[^1].Id is "became" or "now" && lexeme.Number <= 5 => lexeme with { Kind = TermKind.Value, Id = lexeme.Number == 5
                    ? "good" : "bad", Form = "grade" },
                { Form: "mrc" or "level" } or { Kind: TermKind.Whole, Id: "rest" } when lexeme.Number <= 5 => lexeme with { Kind = TermKind.Value, Id = lexeme.Number == 5 ? "good" : "bad",
                    Form = "grade" },
                { Form: "reflex" } when lexeme.Number <= 4 => lexeme with { Kind = TermKind.Value, Id = lexeme.Number < 2 ? "bad" : lexeme.Number == 2
                    ? "good" : "brisk", Form = "grade" },
                _ => lexeme,
            };
    }

    private static Lexeme Taken(Lexeme lexeme, int count, ref TokenList<TokenKind> rest)
    {
        for (var k = 0; k < count; k++)
        {
            rest = rest.ConsumeToken().Remainder;
        }

        return lexeme;
    }

    private static Lexeme? Number(TokenList<TokenKind> rest, bool timesFirst, out TokenList<TokenKind> after)
    {
        var early = timesFirst ? TimeGrammar.Read(rest, out after) : null;
        if (early is null && Measures.Read(rest, out after) is { } measure)
        {
            return Span(rest, after, (start, end) => new Lexeme(measure.Kind, measure.Id, measure.Kind == TermKind.Value
                ? rest.ConsumeToken().Value.Kind == TokenKind.Plus ? "plus" : "grade"
                : measure.Kind == TermKind.Subject ? "level" : "-", start, end) { Number = measure.Number });
        }

        after = rest;
        if ((early ?? TimeGrammar.Read(rest, out after)) is { } time)
        {
            if (early is not null)
            {
                TimeGrammar.Read(rest, out after);
            }

            return Span(rest, after, (start, end) => new TimeLexeme(time, start, end));
        }

        after = default;
        return null;
    }

    private static Lexeme Span(TokenList<TokenKind> rest, TokenList<TokenKind> after, Func<int, int, Lexeme> make)
    {
        var first = rest.ConsumeToken().Value;
        var end = first.Position.Absolute + first.Span.Length;
        for (var at = rest; at.Position < after.Position;)
        {
            var next = at.ConsumeToken();
            end = next.Value.Position.Absolute + next.Value.Span.Length;
            at = next.Remainder;
        }

        return make(first.Position.Absolute, end);
    }
}
