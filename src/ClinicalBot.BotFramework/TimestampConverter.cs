using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.BotFramework;

/// <summary>
/// ISO 8601 instants of the protocol. One without an offset is UTC, as the schema says; System.Text.Json would take the zone of this
/// machine, and the same activity would then mean different instants on different nodes.
/// </summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out var instant))
        {
            if (instant.Kind == DateTimeKind.Unspecified)
            {
                return new DateTimeOffset(instant, TimeSpan.Zero);
            }

            if (reader.TryGetDateTimeOffset(out var withOffset))
            {
                return withOffset;
            }
        }

        throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
