namespace ClinicalBot.Phrases.Words;

/// <summary>One pattern of a rule.</summary>
internal sealed class Pattern(Symbol[] elements)
{
    private HashSet<string>? _begins;

    public Symbol[] Symbols => elements;

    /// <summary>What it can begin with: no other token is tried.</summary>
    public HashSet<string> Begins => _begins ??= [.. elements.TakeWhile((_, i) => elements.Take(i).All(before => before.MayLack || before.Looks is not null))
        .Where(element => element.Looks is null).SelectMany(element => element.Begins)];
}

/// <summary>One element of a pattern: the name of a rule, row, kind of token or form of figures; as what the reader knows it and what is found; whether it
/// only looks ("&amp;" must follow, "!" must not); how often it stands ("?", "*"); and the bounds of its value, or number of digits.</summary>
internal sealed record Symbol(string Name, TokenKind? Kind, Row Own, Row As, char? Looks, char Often, decimal Least, decimal Most)
{
    public bool IsMany => Often == '*';

    public bool MayLack => Looks == '!' || Often is '?' or '*';

    public bool Takes(decimal value) => value >= Least && value <= Most;

    /// <summary>What it can begin with: rows, and kinds of tokens behind a dot.</summary>
    public IEnumerable<string> Begins => Grammar.Rules.TryGetValue(Name, out var patterns) ? patterns.SelectMany(pattern => pattern.Begins)
        : [Name == Grammar.Level ? Cursor.NameOf(TokenKind.Word)
            : Name is Grammar.Figure or Grammar.Whole or Grammar.Digits or Grammar.Dotted ? Cursor.NameOf(TokenKind.Number) : Name];

    public static Symbol Parse(string text)
    {
        var named = text.Trim('&', '!', '?', '*').Split('=');
        var bounds = named[^1].Split('(', '-', ')');
        var name = bounds[0];
        return new Symbol(name, name[0] == '.' ? Enum.Parse<TokenKind>(name[1..], ignoreCase: true) : null, RowOf(name),
            RowOf(named.Length > 1 ? named[0] : name), text[0] is '&' or '!' ? text[0] : null, text[^1],
            bounds.Length > 1 ? Cursor.ToDecimal(bounds[1]) : decimal.MinValue, bounds.ElementAtOrDefault(2) is { Length: > 0 } most
                ? Cursor.ToDecimal(most) : decimal.MaxValue);
    }

    private static Row RowOf(string name) => Enum.TryParse<Row>(name, ignoreCase: true, out var row) ? row : Row.None;
}
