using System.Buffers;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Runs a program once.</summary>
internal sealed class Expander(Instruction[] program, string fileName, Utf8JsonWriter writer, bool escape)
{
    private readonly ArrayBufferWriter<char> _text = new(256);

    public void Run(JsonElement root)
    {
        var data = Value.From(root);
        Run(0, program.Length, new Scope(data, data, -1));
    }

    private void Run(int start, int end, in Scope scope)
    {
        for (var at = start; at < end; at++)
        {
            var instruction = program[at];
            switch (instruction.Operation)
            {
                case Operation.Scope:
                    RunScope(instruction, at + 1, scope);
                    at = instruction.End - 1;
                    break;
                case Operation.Bind:
                    WriteBinding(instruction, scope);
                    break;
                case Operation.Text:
                    WriteText(instruction, scope);
                    break;
                default:
                    WriteFixed(instruction);
                    break;
            }
        }
    }

    private void WriteFixed(Instruction instruction)
    {
        WriteName(instruction);
        switch (instruction.Operation)
        {
            case Operation.Constant:
                writer.WriteRawValue(instruction.Raw, skipInputValidation: true);
                break;
            case Operation.StartObject:
                writer.WriteStartObject();
                break;
            case Operation.EndObject:
                writer.WriteEndObject();
                break;
            case Operation.StartArray:
                writer.WriteStartArray();
                break;
            default:
                writer.WriteEndArray();
                break;
        }
    }

    private void RunScope(Instruction instruction, int body, in Scope outer)
    {
        Value data = default;
        if (instruction.Data is { } source)
        {
            data = source.Expression is null ? Value.From(source.Literal) : source.Expression.Evaluate(outer, substitute: true);
            if (data.Failed)
            {
                throw Refuse(instruction, $"${{{source.Expression}}} has no value for $data");
            }
        }

        if (data.Kind == JsonValueKind.Array)
        {
            RunEach(instruction, body, data, outer);
            return;
        }

        var scope = data.Kind == JsonValueKind.Undefined ? outer : outer with { Data = data };
        var holds = Holds(instruction, scope);
        if (!instruction.InArray)
        {
            WriteName(instruction);
        }

        if (holds)
        {
            Run(body, instruction.End, scope);
        }
        else if (!instruction.InArray)
        {
            writer.WriteNullValue();
        }
    }

    private void RunEach(Instruction instruction, int body, Value data, in Scope outer)
    {
        var kept = new List<Scope>();
        var index = 0;
        foreach (var item in data.Element.EnumerateArray())
        {
            var scope = new Scope(outer.Root, Value.From(item), index++);
            if (Holds(instruction, scope))
            {
                kept.Add(scope);
            }
        }

        if (!instruction.InArray)
        {
            WriteSingle(instruction, body, kept);
            return;
        }

        foreach (var scope in kept)
        {
            Run(body, instruction.End, scope);
        }
    }

    /// <summary>A property holds one value: nothing kept is null, several are an array. So does the reference.</summary>
    private void WriteSingle(Instruction instruction, int body, List<Scope> kept)
    {
        WriteName(instruction);
        if (kept.Count == 0)
        {
            writer.WriteNullValue();
            return;
        }

        if (kept.Count > 1)
        {
            writer.WriteStartArray();
        }

        foreach (var scope in kept)
        {
            Run(body, instruction.End, scope);
        }

        if (kept.Count > 1)
        {
            writer.WriteEndArray();
        }
    }

    private void WriteName(Instruction instruction)
    {
        if (instruction.Name is { } name)
        {
            writer.WritePropertyName(name);
        }
    }

    private static bool Holds(Instruction instruction, in Scope scope) =>
        instruction.When is null || instruction.When.Evaluate(scope, substitute: false).Kind == JsonValueKind.True;

    private void WriteBinding(Instruction instruction, in Scope scope)
    {
        var value = instruction.Expression!.Evaluate(scope, substitute: true);
        if (value.Failed)
        {
            throw Refuse(instruction, $"{instruction.Expression.Source} has no value");
        }

        switch (value.Kind)
        {
            case JsonValueKind.Undefined when instruction.Name is not null:
            case JsonValueKind.Null when instruction.Name is null && instruction.InArray:
                return;
            case JsonValueKind.Array or JsonValueKind.Object when instruction.Role != TextRole.Payload:
                throw Refuse(instruction, $"${{{instruction.Expression}}} is an object or array: only text, numbers and booleans fit here");
        }

        WriteName(instruction);
        if (value.Kind == JsonValueKind.Array && instruction.InArray)
        {
            foreach (var item in value.Element.EnumerateArray())
            {
                item.WriteTo(writer);
            }
        }
        else if (value.Kind == JsonValueKind.String && escape && instruction.Role is TextRole.Markdown or TextRole.DateText)
        {
            _text.ResetWrittenCount();
            Append(value.AsText()!, instruction.Role);
            writer.WriteStringValue(_text.WrittenSpan);
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private void WriteText(Instruction instruction, in Scope scope)
    {
        _text.ResetWrittenCount();
        foreach (var part in instruction.Parts)
        {
            if (part.Literal is not null)
            {
                _text.Write(part.Literal);
                continue;
            }

            var value = part.Expression!.Evaluate(scope, substitute: true);
            // An expression that fails inside a text stays visible as it was written; the lint reports it.
            var text = value.Failed ? part.Expression.Source : value.AsText();
            Append(text ?? throw Refuse(instruction, $"${{{part.Expression}}} is {NoText(value)} inside a text"), instruction.Role);
        }

        WriteName(instruction);
        writer.WriteStringValue(_text.WrittenSpan);
    }

    private void Append(string text, TextRole role)
    {
        switch (escape ? role : TextRole.Plain)
        {
            case TextRole.Markdown:
                CardText.Escape(text, _text);
                break;
            case TextRole.DateText:
                CardText.DefuseDates(text, _text);
                break;
            default:
                _text.Write(text);
                break;
        }
    }

    private static string NoText(Value value) =>
        value.IsNothing ? "null" : value.Kind == JsonValueKind.Number ? "a number that needs an exponent" : "an object or array";

    private CardException Refuse(Instruction instruction, string reason) => new($"{fileName}{instruction.Pointer}: {reason}");
}
