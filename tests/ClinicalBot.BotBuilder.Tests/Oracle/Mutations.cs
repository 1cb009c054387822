using System.Text;
using System.Text.Json.Nodes;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>Changes bodies: half of them value by value, so that the JSON stays sound, half of them byte by byte. Seeded.</summary>
internal sealed class Mutations(int seed)
{
    // What a value is replaced by, or a property added with.
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "7", "2.50", "1e3", "12345678901234567890123", "0.12345678901234567890123", "\"\"", "\" \"", "\"true\"", "\"7\"",
        "\"2026-03-02T07:00:00\"", "\"2026-03-02T08:15:30.125+01:00\"", "\"2026-03-02\"", "\"yesterday\"", "{}", "[]", "[null]", "[{}]",
        "{\"id\":\"x\"}", "[{\"id\":\"x\"}]", "{\"at\":\"2026-03-02T08:15:30.125+01:00\"}", "\"a\\u0007b\"", "\"\\ud83e\\uddb5\"",
            "\"ftp://connector.example/\"",
    ];

    // Names of the Activity schema, those that ours does not name among them.
    private static readonly string[] Names =
    [
        "callerId", "topicName", "historyDisclosed", "suggestedActions", "reactionsAdded", "reactionsRemoved", "textHighlights", "expiration", "code",
        "relatesTo", "label", "valueType", "listenFor", "semanticAction", "inputHint", "speak", "summary", "importance", "deliveryMode", "attachmentLayout",
        "action", "replyToId", "name", "value", "membersAdded", "membersRemoved", "localTimestamp", "localTimezone", "attachments", "future",
    ];

    private static readonly string[] Tokens =
    [
        "null", "\"\"", "{}", "[", "{", "\\ud800", "\\u0000", ",", ":", "'", "\"type\":\"event\",", "\"id\":7,", "\"text\":\"a\",", "\u00e9", "NaN",
        "/* note */", "// note\n", "\n", "}", "]", "\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One changed body.</summary>
    public byte[] Next()
    {
        var shape = Shapes.All.Values.ElementAt(_random.Next(Shapes.All.Count)).DeepClone().AsObject();
        return _random.Next(2) == 0 ? OfValues(shape) : OfBytes(Encoding.UTF8.GetBytes(shape.ToJsonString()));
    }

    private byte[] OfValues(JsonObject body)
    {
        for (var changes = _random.Next(1, 3); changes > 0; changes--)
        {
            var inside = Objects(body).ToList() is var objects ? objects[_random.Next(objects.Count)] : body;
            var name = inside.Count > 0 ? inside.ElementAt(_random.Next(inside.Count)).Key : "added";
            switch (_random.Next(5))
            {
                case 0:
                    inside.Remove(name);
                    break;
                case 1:
                    body[Names[_random.Next(Names.Length)]] = Value();
                    break;
                case 2:
                    var moved = inside[name]?.DeepClone();
                    inside.Remove(name);
                    inside[char.ToUpperInvariant(name[0]) + name[1..]] = moved;
                    break;
                default:
                    inside[name] = Value();
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private byte[] OfBytes(byte[] body)
    {
        var bytes = new List<byte>(body);
        var at = _random.Next(bytes.Count);
        var length = Math.Min(_random.Next(1, 24), bytes.Count - at);
        switch (_random.Next(5))
        {
            case 0:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                // After a brace or a comma, where a property may stand.
                var place = bytes.IndexOf((byte)(_random.Next(2) == 0 ? ',' : '{'), at);
                bytes.InsertRange(place < 0 ? 1 : place + 1, Encoding.UTF8.GetBytes(Tokens[_random.Next(Tokens.Length)]));
                break;
            default:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[_random.Next(Tokens.Length)]));
                break;
        }

        return [.. bytes];
    }

    private JsonNode? Value() => JsonNode.Parse(Values[_random.Next(Values.Length)]);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property => Objects(property.Value)).Prepend(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
