using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Memory in which a thread makes one card after the other, so that only the finished card is allocated.</summary>
internal sealed class Scratch
{
    /// <summary>A buffer that one large card made longer is not kept.</summary>
    private const int LongestKept = 64 * 1024;

    [ThreadStatic]
    private static Scratch? s_ofThisThread;

    private ArrayBufferWriter<byte> _data = new(4096);
    private ArrayBufferWriter<byte> _card = new(8192);

    /// <summary>What is taken from it is good until this thread takes the next one.</summary>
    public static Scratch OfThisThread => s_ofThisThread ??= new Scratch();

    /// <summary>The model as JSON, to be disposed before the next card.</summary>
    public JsonDocument Write<T>(T model, JsonTypeInfo<T> typeInfo)
    {
        _data = Emptied(_data);
        using var writer = new Utf8JsonWriter(_data, new JsonWriterOptions { Encoder = typeInfo.Options.Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, model, typeInfo);
        writer.Flush();
        return JsonDocument.Parse(_data.WrittenMemory);
    }

    /// <summary>The card, in memory of its own.</summary>
    public JsonElement Read(CardTemplate template, JsonElement data)
    {
        _card = Emptied(_card);
        template.Expand(data, _card);
        return JsonElement.Parse(_card.WrittenSpan);
    }

    private static ArrayBufferWriter<byte> Emptied(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity > LongestKept)
        {
            return new ArrayBufferWriter<byte>(4096);
        }

        buffer.ResetWrittenCount();
        return buffer;
    }
}
