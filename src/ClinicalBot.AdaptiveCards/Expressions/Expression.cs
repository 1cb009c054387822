namespace ClinicalBot.AdaptiveCards;

/// <summary>What an expression is, which decides where it may stand.</summary>
internal enum ExpressionKind
{
    Literal,
    Path,
    Count,
    Condition,
    If,
}

/// <summary>Evaluates an expression.</summary>
/// <param name="scope">Where names are looked up.</param>
/// <param name="substitute">Whether a missing name gives its own text, <c>${name}</c>; conditions do not.</param>
internal delegate Value Evaluation(in Scope scope, bool substitute);

/// <summary>An expression inside <c>${}</c>, compiled.</summary>
/// <param name="kind">Where it may stand.</param>
/// <param name="text">As the reference writes it, which it shows when the expression fails inside a sentence.</param>
/// <param name="evaluate">What it gives.</param>
internal sealed class Expression(ExpressionKind kind, string text, Evaluation evaluate)
{
    public ExpressionKind Kind => kind;

    /// <summary>With its braces: <c>${...}</c>.</summary>
    public string Source { get; } = $"${{{text}}}";

    public Value Evaluate(in Scope scope, bool substitute) => evaluate(scope, substitute);

    public bool IsTrue(in Scope scope) => evaluate(scope, substitute: false).IsTrue;

    public override string ToString() => text;
}

/// <summary>Where an expression looks things up.</summary>
/// <param name="Root">$root.</param>
/// <param name="Data">$data, where a name without $ is looked up.</param>
/// <param name="Index">$index; negative outside of a repeated object.</param>
internal readonly record struct Scope(Value Root, Value Data, int Index);
