namespace ClinicalBot.Phrases.Words;

/// <summary>Words by kind, id and form, as tables write them: "cue:deny,no", "quality/noun", "filler/!vital" (any form but that), "*:leg" (any kind).</summary>
internal sealed record WordSelector(TermKind? Kind, string[] Ids, bool OtherIds, string[] Forms, bool OtherForms)
{
    /// <summary>Several selectors, separated by spaces.</summary>
    public static WordSelector[] ParseAll(string text) => [.. text.Split(' ').Select(Parse)];

    /// <summary>Whether a word is one of them.</summary>
    public bool Takes(Term term) => (Kind is null || Kind == term.Kind)
        && (Ids.Length == 0 || Array.IndexOf(Ids, term.Id) >= 0 != OtherIds) && (Forms.Length == 0 || Array.IndexOf(Forms, term.Form) >= 0 != OtherForms);

    private static WordSelector Parse(string text)
    {
        var parts = text.Split('/');
        var named = parts[0].Split(':');
        var (ids, forms) = (named.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(1) ?? "");
        return new WordSelector(named[0] == "*" ? null : Enum.Parse<TermKind>(named[0], ignoreCase: true), List(ids), ids.StartsWith('!'), List(forms),
            forms.StartsWith('!'));
    }

    private static string[] List(string text) => text.TrimStart('!').Split(',', StringSplitOptions.RemoveEmptyEntries);
}
