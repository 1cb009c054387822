using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>One step of a compiled card. Steps run in order; a scope jumps over its body when nothing is kept.</summary>
internal enum Operation
{
    /// <summary>Writes <see cref="Instruction.Raw"/>, a value without any binding.</summary>
    Constant,
    StartObject,
    EndObject,
    StartArray,
    EndArray,

    /// <summary>Writes the value of one expression with its JSON type.</summary>
    Bind,

    /// <summary>Writes a string made of literal text and expressions.</summary>
    Text,

    /// <summary>The body up to <see cref="Instruction.End"/>, once for each item of $data for which $when is true.</summary>
    Scope,
}

/// <summary>What a host does with a string.</summary>
internal enum TextRole
{
    /// <summary>Shows it as it is.</summary>
    Plain,

    /// <summary>Renders it as markdown, after replacing {{DATE(...)}} and {{TIME(...)}}.</summary>
    Markdown,

    /// <summary>Replaces {{DATE(...)}} and {{TIME(...)}}, no markdown.</summary>
    DateText,

    /// <summary>Keeps it for us: the data of an action, where objects and arrays are allowed too.</summary>
    Payload,
}

/// <summary>A literal or an expression inside a string; exactly one of the two is set.</summary>
internal readonly record struct TextPart(string? Literal, Expression? Expression);

internal sealed record Instruction(Operation Operation)
{
    /// <summary>The property this value belongs to; null inside an array and at the root.</summary>
    public JsonEncodedText? Name { get; init; }

    public byte[]? Raw { get; init; }

    public Expression? Expression { get; init; }

    public TextPart[] Parts { get; init; } = [];

    public TextRole Role { get; init; }

    public ScopeData? Data { get; init; }

    public Expression? When { get; init; }

    public bool InArray { get; init; }

    /// <summary>Of a scope: the index after its body.</summary>
    public int End { get; set; }

    /// <summary>JSON pointer into the template, for errors.</summary>
    public string Pointer { get; init; } = "";
}

/// <summary>What $data names: an expression, or a literal of the template.</summary>
internal sealed record ScopeData(Expression? Expression, JsonElement Literal);
