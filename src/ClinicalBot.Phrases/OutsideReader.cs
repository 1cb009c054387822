using ClinicalBot.Phrases.Scope;

namespace ClinicalBot.Phrases;

/// <summary>Recognizes whom and what this tool is not for: patients, emergencies of another kind, other procedures and limbs, other languages.</summary>
internal static class OutsideReader
{
    /// <summary>Words by which a patient who writes is told from a clinician, as <c>people.tsv</c> names them.</summary>
    private enum Role
    {
        Other, Mine, Iam, I, Feels, Symptom, Body, Examines, Kin, Self, Staff, Me,
    }

    private static readonly ILookup<string, Role> Roles = TableFile.Rows("people.tsv").SelectMany(row => row[1].Split('|').Select(word =>
        (word, Role: Enum.Parse<Role>(row[0], ignoreCase: true)))).ToLookup(pair => pair.word, pair => pair.Role, StringComparer.Ordinal);

    private static readonly Dictionary<string, HashSet<string>> Languages = TableFile.Rows("languages.tsv").ToDictionary(row => row[0], row =>
        row[1].Split('|').ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly (string Language, int First, int Last)[] Scripts = [.. TableFile.Rows("scripts.tsv").Select(row =>
        (row[0], Convert.ToInt32(row[1], 16), Convert.ToInt32(row[2], 16)))];

    /// <summary>Adds what the message is outside of, and the language it is in where that is not English.</summary>
    public static Reading Complete(Reading reading, MessageReader message)
    {
        var outside = message.Clauses.SelectMany(clause => clause.Lexemes.Where(l => l.Is(Outside) && !IsDenied(clause, l))).ToList();
        var words = message.Text.Text.Split([' ', '\n', '\t', ',', '.', ';', ':', '!', '?', '(', ')', '"', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        var language = Language(words, message);
        return reading with
        {
            Outside = outside.Has(Toxicity) ? OutsideTool.CallForHelp
                : IsFirstPerson(words) ? OutsideTool.Patient
                : language is not null ? OutsideTool.OtherLanguage
                : outside.Has(OtherRegion) || outside.Has(Procedure) && !message.Clauses.Any(c => c.Has(Mbb)) ? OutsideTool.OtherProcedure
                : null,
            Language = language,
        };
    }

    /// <summary>Any mention counts that is not plainly denied; "not breathing" is no denial.</summary>
    private static bool IsDenied(Clause clause, Lexeme lexeme) =>
        clause.Lexemes.Of(DenyOrNo).Count == 1 && !clause.Asked && !clause.Has(AskedOrDoubted)
        && ClauseCues.Of(clause.Lexemes, 0, Array.IndexOf(clause.Lexemes, lexeme)) is [CueKind.Denied or CueKind.AnsweredNo]
        || lexeme.Is(OtherLimb) && clause.Has(Good) && !clause.Has(Deny);

    private static bool IsFirstPerson(string[] words)
    {
        bool Is(int at, Role role) => at < words.Length && Roles[words[at]].Contains(role);
        bool Among(int from, int count, Role role) => Enumerable.Range(from, count).Any(at => Is(at, role));

        var places = Enumerable.Range(0, words.Length).ToList();
        // "I am a patient here"; "my leg is numb from the shot they gave me".
        var said = $" {string.Join(' ', words)} ";
        return Roles.Any(each => each.Contains(Role.Self) && said.Contains($" {each.Key} ", StringComparison.Ordinal))
            || places.Exists(at => Is(at, Role.Me)) && places.Exists(at => Is(at, Role.Mine) && Is(at + 1, Role.Body))
                && !places.Exists(at => Is(at, Role.Other) && !Is(at, Role.Staff))
            || places.Exists(at => Is(at, Role.Mine) && Is(at + 1, Role.Kin))
            || !Among(0, words.Length, Role.Other) && places.Exists(at => Is(at, Role.Mine) && Among(at + 1, 3, Role.Body)
                || (Is(at, Role.Iam) || Is(at, Role.I) && Is(at + 1, Role.Feels)) && Among(at + 1, 5, Role.Symptom) && !Among(at + 1, 2, Role.Examines));
    }

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

    private static string? Script(string text) =>
        text.FirstOrDefault(c => char.IsLetter(c) && c > 0x370) is var first and not '\0'
            ? Array.Find(Scripts, script => first >= script.First && first <= script.Last).Language : null;
}
