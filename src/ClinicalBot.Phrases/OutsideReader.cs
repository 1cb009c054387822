using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Scope;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases;

/// <summary>Recognizes whom and what this tool is not for: patients, emergencies of another kind, other procedures and limbs, other languages.</summary>
internal static class OutsideReader
{
    private static readonly ILookup<string, string> Lists = TableFile.Rows("people.tsv").SelectMany(row =>
        row[1].Split('|').Select(word => (row[0], word))).ToLookup(pair => pair.Item1, pair => pair.word, StringComparer.Ordinal);

    private static readonly Dictionary<string, HashSet<string>> Languages = TableFile.Rows("languages.tsv").ToDictionary(row => row[0], row =>
        row[1].Split('|').ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Adds what the message is outside of, and the language it is in where that is not English.</summary>
    public static Reading Complete(Reading reading, MessageReader message)
    {
        var outside = message.Clauses.SelectMany(clause => clause.Lexemes.Where(l => l.Kind == TermKind.Outside && !IsDenied(clause, l))).Select(l =>
            l.Id).ToHashSet(StringComparer.Ordinal);
        var words = message.Text.Text.Split([' ', '\n', '\t', ',', '.', ';', ':', '!', '?', '(', ')', '"', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        var language = Language(words, message);
        return reading with
        {
            Outside = outside.Contains("toxicity") ? OutsideTool.CallForHelp
                : IsFirstPerson(words) ? OutsideTool.Patient
                : language is not null ? OutsideTool.OtherLanguage
                : outside.Contains("cervical") || outside.Contains("limb") || outside.Contains("procedure")
                    && !message.Clauses.Any(c => c.Has(TermKind.Event, "mbb")) ? OutsideTool.OtherProcedure
                : null,
            Language = language,
        };
    }

    /// <summary>Any mention counts that is not plainly denied; "not breathing" is no denial.</summary>
    private static bool IsDenied(Clause clause, Lexeme lexeme) =>
        clause.Lexemes.Count(l => l is { Kind: TermKind.Cue, Id: "deny" or "no" }) == 1 && !clause.Asked
            && !clause.Has(TermKind.Modifier, "hedge", "asking", "unknown")
        && ClauseCues.Of(clause.Lexemes, 0, clause.Lexemes.ToList().IndexOf(lexeme)) is ["denied" or "answeredNo"]
        || lexeme.Id == "limb" && clause.Has(TermKind.Value, "good") && !clause.Has(TermKind.Cue, "deny");

    private static bool IsFirstPerson(string[] words)
    {
        if (words.Zip(words.Skip(1)).Any(pair => Lists["mine"].Contains(pair.First) && Lists["kin"].Contains(pair.Second)))
        {
            return true;
        }

        if (IsSaidOfMe(words))
        {
            return true;
        }

        if (words.Any(Lists["other"].Contains))
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (Lists["mine"].Contains(words[i]) && words.Skip(i + 1).Take(3).Any(Lists["body"].Contains))
            {
                return true;
            }

            var speaks = Lists["iam"].Contains(words[i]) || Lists["i"].Contains(words[i]) && i + 1 < words.Length && Lists["feels"].Contains(words[i + 1]);
            if (speaks && words.Skip(i + 1).Take(5).Any(Lists["symptom"].Contains) && !words.Skip(i + 1).Take(2).Any(Lists["examines"].Contains))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"I am a patient here"; "my leg is numb from the shot they gave me".</summary>
    private static bool IsSaidOfMe(string[] words) => $" {string.Join(' ', words)} " is var said && Lists["self"].Any(phrase =>
            said.Contains($" {phrase} ", StringComparison.Ordinal))
        || words.Contains("me") && words.Zip(words.Skip(1)).Any(pair => Lists["mine"].Contains(pair.First) && Lists["body"].Contains(pair.Second))
            && words.All(word => !Lists["other"].Contains(word) || word is "they" or "them");

    /// <summary>Two words of another language, and more of them than words understood.</summary>
    private static string? Language(string[] words, MessageReader message)
    {
        var own = words.Where(word => !Lexer.Lexicon.Knows(word)).ToList();
        var best = Languages.Select(l => (l.Key, Count: own.Count(l.Value.Contains))).MaxBy(l => l.Count);
        // "Le" and "la" are abbreviations here and words there.
        var understood = words.Count(word => word.Length > 1 && Lexer.Lexicon.Knows(word) && !(best.Count > 1 && Languages[best.Key].Contains(word)));
        var foreign = message.Text.Text.Count(c => char.IsLetter(c) && c > 0x370);
        return foreign > message.Text.Text.Length / 3 ? Script(message.Text.Text) : best.Count >= 2 && best.Count >= understood ? best.Key : null;
    }

    private static string? Script(string text) => text.FirstOrDefault(c => char.IsLetter(c) && c > 0x370) switch
    {
        >= '\u0400' and <= '\u052f' => "ru",
        >= '\u0600' and <= '\u06ff' => "ar",
        >= '\u0900' and <= '\u097f' => "hi",
        >= '\u0980' and <= '\u09ff' => "bn",
        >= '\u3040' and <= '\u30ff' => "ja",
        >= '\u4e00' and <= '\u9fff' => "zh",
        _ => null,
    };
}
