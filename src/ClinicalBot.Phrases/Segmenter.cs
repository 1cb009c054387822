using ClinicalBot.Phrases.Times;
using ClinicalBot.Phrases.Vocabulary;
using Superpower.Model;

namespace ClinicalBot.Phrases;

/// <summary>Turns text into pieces: measures and times first, then the longest vocabulary phrase, then cut where a negation or a value ends.</summary>
internal static class Segmenter
{
    private static readonly Lexicon Lexicon = new(
        [.. GeneralVocabulary.Entries, .. MotorVocabulary.Entries, .. SensationVocabulary.Entries, .. RedFlagVocabulary.Entries, .. ContextVocabulary.Entries],
        [
            Term.Negation, Term.None, Term.Good, Term.FullStrength, Term.Able, Term.Unable, Term.Resolved, Term.Returned, Term.WithinBlockArea, Term.And, Term.Or,
            Term.But, Term.Except, Term.Otherwise, Term.Yes, Term.Filler, Term.Lift, Term.Left, Term.Right, Term.Present, Term.Negative, Term.Continent,
            Term.Aspirated, Term.NegativeAspiration, Term.Contrast, Term.Maybe, Term.Asking, Term.Hedge, Term.Past,
        ],
        GeneralVocabulary.NeverCorrected);

    private static readonly HashSet<string> Pronouns =
        ["he", "she", "it", "they", "i", "we", "hes", "shes", "its", "theyre", "ive", "im", "that", "thats", "wait", "sorry", "actually"];

    /// <summary>The pieces of a message, in order; "4/5" is a date before a grade only where times come first.</summary>
    public static IReadOnlyList<Piece> Read(TokenList<TokenKind> tokens, bool timesFirst)
    {
        var pieces = new List<Piece>();
        var current = new List<Lexeme>();
        var joint = Term.Stop;
        var sentence = 0;
        foreach (var lexeme in Scan(tokens, timesFirst))
        {
            if (lexeme.Term is Term.And or Term.Comma or Term.But or Term.Except or Term.Stop or Term.Question)
            {
                var isQuestion = lexeme.Term == Term.Question;
                if (current.Count > 0 || isQuestion && pieces.Count == 0)
                {
                    PieceSplitter.AddTo(pieces, joint, current, isQuestion);
                    for (var i = sentence; isQuestion && i < pieces.Count; i++)
                    {
                        pieces[i].InQuestion = true;
                    }

                    current = [];
                    joint = isQuestion ? Term.Stop : lexeme.Term;
                }
                else if (lexeme.Term is Term.But or Term.Except or Term.Stop || joint is not (Term.But or Term.Except or Term.Stop))
                {
                    joint = isQuestion ? Term.Stop : lexeme.Term;
                }

                // "Saddle numb. But bladder ok?" asks about the bladder only.
                sentence = lexeme.Term is Term.Stop or Term.Question ? pieces.Count : sentence;
            }
            else
            {
                current.Add(lexeme);
            }
        }

        if (current.Count > 0)
        {
            PieceSplitter.AddTo(pieces, joint, current, isQuestion: false);
        }

        return JoinAnswers(pieces);
    }

    /// <summary>"Saddle? No." is one statement.</summary>
    private static List<Piece> JoinAnswers(List<Piece> pieces)
    {
        for (var i = pieces.Count - 1; i > 0; i--)
        {
            var answer = pieces[i].Lexemes.Where(l => l.Term != Term.Filler).ToList();
            if (pieces[i - 1].IsQuestion && !pieces[i].IsQuestion && answer.Count == 1 && (answer[0].Term is Term.Yes or Term.Negation || answer[0] is { Term: Term.None, Text: "none" }))
            {
                pieces[i - 1] = new Piece(pieces[i - 1].Joint, [.. pieces[i - 1].Lexemes, answer[0]], isQuestion: false);
                pieces.RemoveAt(i);
            }
        }

        return pieces;
    }

    private static List<Lexeme> Scan(TokenList<TokenKind> list, bool timesFirst)
    {
        var tokens = list.ToArray();
        var typed = Array.ConvertAll(tokens, t => t.ToStringValue());
        var words = Correct(tokens, typed);
        var lexemes = new List<Lexeme>();
        var rest = list;
        for (var i = 0; i < tokens.Length;)
        {
            var taken = 1;
            if (timesFirst && TimeGrammar.Read(rest, out var after) is { } early)
            {
                taken = after.Position - rest.Position;
                lexemes.Add(new Lexeme(Term.Time, string.Join(' ', typed[i..(i + taken)])) { Time = early });
            }
            else if (Measures.Read(rest, out after) is { } measure)
            {
                taken = after.Position - rest.Position;
                lexemes.Add(new Lexeme(measure.Term, string.Join(' ', typed[i..(i + taken)])) { Number = measure.Number, Canonical = measure.Text });
            }
            else if (!timesFirst && TimeGrammar.Read(rest, out after) is { } time)
            {
                taken = after.Position - rest.Position;
                lexemes.Add(new Lexeme(Term.Time, string.Join(' ', typed[i..(i + taken)])) { Time = time });
            }
            else if (IsQuery(tokens, i))
            {
                // "?cauda equina": a query, not the end of a question.
                lexemes.Add(new Lexeme(Term.Comma, typed[i]));
                lexemes.Add(new Lexeme(Term.Maybe, typed[i]));
            }
            else if (typed[i] is "no" or "nope" or "nah" && i + 1 < typed.Length && Pronouns.Contains(typed[i + 1]))
            {
                // "No it's numb" denies what was said before, not what follows.
                lexemes.Add(new Lexeme(Term.Comma, typed[i]));
                lexemes.Add(new Lexeme(Term.Negation, typed[i]));
                lexemes.Add(new Lexeme(Term.Comma, typed[i]));
            }
            else if (Lexicon.Longest(words, i, out var length) is { } phrase)
            {
                taken = length;
                var corrected = !words.AsSpan(i, taken).SequenceEqual(typed.AsSpan(i, taken));
                lexemes.Add(new Lexeme(phrase.Term, string.Join(' ', words[i..(i + taken)])) { Corrected = corrected, Canonical = phrase.Canonical ?? phrase.Words[0] });
            }
            else if (Punctuation(tokens[i].Kind) is { } term)
            {
                lexemes.Add(new Lexeme(term, typed[i]));
            }
            else
            {
                lexemes.Add(new Lexeme(Term.Unknown, typed[i]));
            }

            for (var k = 0; k < taken; k++)
            {
                rest = rest.ConsumeToken().Remainder;
            }

            i += taken;
        }

        return lexemes;
    }

    /// <summary>A question mark right before a word, with nothing, a space or a stop before it.</summary>
    private static bool IsQuery(Token<TokenKind>[] tokens, int at)
    {
        if (tokens[at].Kind != TokenKind.Question || at + 1 == tokens.Length || tokens[at + 1].Kind != TokenKind.Word)
        {
            return false;
        }

        var start = tokens[at].Position.Absolute;
        return at == 0 || tokens[at + 1].Position.Absolute == start + 1 && (tokens[at - 1].Kind is TokenKind.Stop or TokenKind.Comma || tokens[at - 1].Position.Absolute + tokens[at - 1].Span.Length < start);
    }

    /// <summary>Comparing a word with the vocabulary is the dearest step: each word of a message is compared once.</summary>
    private static string[] Correct(Token<TokenKind>[] tokens, string[] typed)
    {
        var corrected = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = (string[])typed.Clone();
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Word)
            {
                continue;
            }

            if (!corrected.TryGetValue(typed[i], out var word))
            {
                corrected[typed[i]] = word = Lexicon.Correct(typed[i]);
            }

            words[i] = word;
        }

        return words;
    }

    private static Term? Punctuation(TokenKind kind) => kind switch
    {
        TokenKind.Comma => Term.Comma,
        TokenKind.Stop => Term.Stop,
        TokenKind.Question => Term.Question,
        TokenKind.Plus => Term.And,
        TokenKind.Dash or TokenKind.Colon => Term.Filler,
        _ => null,
    };
}
