using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Turns a template into a program. What has no binding inside becomes one constant.</summary>
internal sealed class TemplateCompiler
{
    private readonly List<Instruction> _program = [];

    private TemplateCompiler()
    {
    }

    public static Instruction[] Compile(ReadOnlyMemory<byte> utf8, string fileName)
    {
        var source = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(source, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var compiler = new TemplateCompiler();
            // The program outlives the document, so literals of $data need their own copy.
            var root = document.RootElement.Clone();
            compiler.Add(root, new Position(null, TextRole.Plain, "", InArray: false));
            return [.. compiler._program];
        }
        catch (TemplateException error)
        {
            var (line, column) = SourcePlace.Of(source.Span, error.Pointer);
            throw new CardException($"{fileName}({line},{column}) {error.Pointer}: {error.Message}");
        }
        catch (JsonException error)
        {
            throw new CardException($"{fileName}({error.LineNumber + 1},{error.BytePositionInLine + 1}): no valid JSON: {error.Message}");
        }
    }

    private void Add(JsonElement node, Position position)
    {
        if (position.InArray && node.ValueKind is JsonValueKind.Null or JsonValueKind.Array)
        {
            throw new TemplateException("null or a list directly inside a list is dropped or flattened by the template language", position.Pointer);
        }

        switch (node.ValueKind)
        {
            case JsonValueKind.String when node.GetString()!.Contains("${", StringComparison.Ordinal):
                AddText(node.GetString()!, position);
                break;
            case JsonValueKind.Object:
                AddObject(node, position);
                break;
            case JsonValueKind.Array:
                AddArray(node, position);
                break;
            default:
                AddConstant(node, position);
                break;
        }
    }

    private void AddConstant(JsonElement node, Position position) =>
        Emit(new Instruction(Operation.Constant) { Raw = JsonSerializer.SerializeToUtf8Bytes(node, TemplateJson.Default.JsonElement) }, position);

    private void AddText(string text, Position position)
    {
        TextPart[] parts;
        try
        {
            parts = TextParser.Parse(text);
        }
        catch (ExpressionException error)
        {
            throw new TemplateException($"{error.Message} (character {error.Position + 1} of the text)", position.Pointer);
        }

        if (position.Structural)
        {
            throw new TemplateException("data must not decide this property: it is part of the card's structure", position.Pointer);
        }

        Emit(
            parts is [{ Expression: { } only }]
                ? new Instruction(Operation.Bind) { Expression = only, Role = position.Role }
                : new Instruction(Operation.Text) { Parts = parts, Role = position.Role },
            position);
    }

    private void AddArray(JsonElement node, Position position)
    {
        var start = _program.Count;
        Emit(new Instruction(Operation.StartArray), position);
        var index = 0;
        foreach (var item in node.EnumerateArray())
        {
            Add(item, position.Item(index++));
        }

        Emit(new Instruction(Operation.EndArray), Position.Closing);
        Fold(start, node, position);
    }

    private void AddObject(JsonElement node, Position position)
    {
        var scope = AddScope(node, position);
        var inner = scope is null ? position : position with { Name = null, InArray = true };
        var start = _program.Count;
        Emit(new Instruction(Operation.StartObject), inner);
        foreach (var property in node.EnumerateObject())
        {
            if (property.Name is "$data" or "$when")
            {
                continue;
            }

            var child = position.Property(node, property.Name);
            if (property.Name.Contains("${", StringComparison.Ordinal) ||
                property.Name is "$root" or "$index" or "$host" or "$_acTemplateVersion")
            {
                throw new TemplateException($"\"{property.Name}\" cannot be the name of a property", child.Pointer);
            }

            Add(property.Value, child);
        }

        Emit(new Instruction(Operation.EndObject), Position.Closing);
        if (scope is null)
        {
            Fold(start, node, position);
        }
        else
        {
            scope.End = _program.Count;
        }
    }

    private Instruction? AddScope(JsonElement node, Position position)
    {
        var when = node.TryGetProperty("$when", out var whenNode) ? Binding(whenNode, position.Pointer + "/$when") : null;
        if (!node.TryGetProperty("$data", out var dataNode))
        {
            return when is null ? null : Emit(new Instruction(Operation.Scope) { When = when }, position);
        }

        var isBinding = dataNode.GetRawText().Contains("${", StringComparison.Ordinal);
        var data = new ScopeData(isBinding ? Binding(dataNode, position.Pointer + "/$data") : null, dataNode);
        return Emit(new Instruction(Operation.Scope) { When = when, Data = data }, position);
    }

    /// <summary>A string that is one binding and nothing else.</summary>
    private static Expression Binding(JsonElement node, string pointer)
    {
        try
        {
            return node.ValueKind == JsonValueKind.String && TextParser.Parse(node.GetString()!) is [{ Expression: { } only }]
                ? only
                : throw new TemplateException("this must be one binding, \"${...}\"", pointer);
        }
        catch (ExpressionException error)
        {
            throw new TemplateException($"{error.Message} (character {error.Position + 1} of the text)", pointer);
        }
    }

    private Instruction Emit(Instruction instruction, Position position)
    {
        var placed = instruction with { Name = position.Encoded, InArray = position.InArray, Pointer = position.Pointer };
        _program.Add(placed);
        return placed;
    }

    /// <summary>Replaces the instructions since <paramref name="start"/> by one constant if nothing in them depends on data.</summary>
    private void Fold(int start, JsonElement node, Position position)
    {
        if (_program.Skip(start).All(i => i.Operation is not (Operation.Bind or Operation.Text or Operation.Scope)))
        {
            _program.RemoveRange(start, _program.Count - start);
            AddConstant(node, position);
        }
    }
}

/// <summary>A template that leaves the subset.</summary>
internal sealed class TemplateException(string reason, string pointer) : Exception(reason)
{
    public string Pointer => pointer;
}
