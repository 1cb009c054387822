namespace ClinicalBot.Conversations.Cases;

/// <summary>A typed command about cases: a word, and perhaps the reference of a case. Read in one pass.</summary>
internal static class CaseCommand
{
    private const int MaxReference = 16;
    private const string UseChannel = "use this channel for escalation";

    private static readonly string[] Words = ["CASES", "CASE", "REASSESS", "CLOSE", "REOPEN", "VOID", "WRONG PATIENT", "ABOUT"];

    /// <summary>The word in upper case and what was typed for a reference, perhaps empty; null when the text is no command.</summary>
    /// <param name="text">As it came through the door.</param>
    public static (string Word, string Reference)? Read(string text)
    {
        foreach (var word in Words)
        {
            if (After(text, word) is { } rest && After(rest, "CASE ") is var named && Plain(named ?? rest) is { Length: <= MaxReference } reference && reference.All(IsOfReference))
            {
                return (word, reference);
            }
        }

        return null;
    }

    /// <summary>"Use this channel for escalations".</summary>
    public static bool IsUseThisChannel(string text) =>
        Plain(text) is { Length: <= 40 } plain && (plain.Equals(UseChannel, StringComparison.OrdinalIgnoreCase) || plain.Equals(UseChannel + "s", StringComparison.OrdinalIgnoreCase));

    /// <summary>What follows a word at the beginning; null when the text does not begin with it.</summary>
    private static string? After(string text, string word)
    {
        var begun = text.TrimStart();
        return begun.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (word[^1] == ' ' || begun.Length == word.Length || !IsOfWord(begun[word.Length]))
            ? begun[word.Length..].Trim()
            : null;
    }

    private static string Plain(string text) => text.TrimEnd() is [.. var begun, '.' or '!'] ? begun.TrimEnd() : text.TrimEnd();

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsOfReference(char c) => IsOfWord(c) || char.IsWhiteSpace(c) || c is '–' or '.' or '-';
}
