using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace ClinicalBot.Stories;

/// <summary>Wire shapes bent and broken: values of other types, sizes and depths, whole parts gone or doubled, bytes flipped.</summary>
internal static class Hostile
{
    private static readonly string[] Said =
    [
        "triage", "3 h ago", "unknown", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes", "no", "not sure",
        "back", "help", "why", "cancel", "restart", "change motor", "wrong patient", "saddle", "can't pee, on apixaban", "bolus 12 ml 2% lidocaine left L4 L5",
        "1e999 h ago", "99999999999999999999 h ago", "31.02.2026 25:61", "-3 h ago", "<at>Bot</at>", "<at><at><at>", "[x](javascript:alert(1)) **b**",
            "${text}",
        "'; DROP TABLE claim; --", "\u202e\u0000\u0007", "\ud83e\uddb5 numb", "0", "  ", "\n\n\n",
    ];

    private static readonly string[] Words =
    [
        "msteams", "emulator", "personal", "channel", "message", "invoke", "event", "add", "adaptiveCard/action", "triage/answer", "triage/set", "triage/back",
        "triage/continue", "triage/takeBack", "help", "expectReplies", "msg:1:0", "29:nurse", "28:bot", "a:chat", "9999-12-31T23:59:59-14:00",
            "0001-01-01T00:00:00+14:00",
        "Mars/Phobos", "http://localhost:9", "http://127.0.0.1:1/%2e%2e", "https://evil.example", "file:///etc/passwd", "..", "a/../b?c#d", "time",
            "1", "automatic",
    ];

    private static readonly Gen<JsonNode?> Value = Gen.Frequency(
        (6, OneOf(Said).Select(text => (JsonNode?)JsonValue.Create(text))),
        (4, OneOf(Words).Select(text => (JsonNode?)JsonValue.Create(text))),
        (2, Gen.Const(() => (JsonNode?)null)),
        (1, Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value))),
        (1, Gen.Double.Where(double.IsFinite).Select(value => (JsonNode?)JsonValue.Create(value))),
        (1, Gen.Int[0, 20_000].Select(length => (JsonNode?)JsonValue.Create(new string('a', length)))),
        (1, Gen.Int[0, 70].Select(depth => (JsonNode?)Nest(depth))),
        (1, Gen.Const(() => (JsonNode?)new JsonObject())),
        (1, Gen.Int[0, 40].Select(count => (JsonNode?)new JsonArray([.. Enumerable.Range(0, count).Select(i => (JsonNode?)JsonValue.Create(i))]))));

    /// <summary>The body of a request.</summary>
    public static Gen<byte[]> Body { get; } = Gen.Select(
        OneOf(Shapes.All),
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 9], Value).Array[0, 4],
        Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 3])).SelectMany(count => Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 3], Gen.Byte).Array[count]),
        (shape, edits, flips) => Flip(Encoding.UTF8.GetBytes(Edit(shape, edits)), flips));

    private static Gen<string> OneOf(IReadOnlyList<string> texts) => Gen.Int[0, texts.Count - 1].Select(at => texts[at]);

    private static string Edit(string shape, (int At, int How, JsonNode? Value)[] edits)
    {
        var root = JsonNode.Parse(shape)!.AsObject();
        // Ids differ, so that an input is mostly not taken for a redelivery.
        root["id"] = edits.Length == 0 ? "same" : "m" + string.Join('-', edits.Select(edit => edit.At));
        foreach (var (at, how, value) in edits)
        {
            var places = Places(root).ToList();
            var (parent, name) = places[at % places.Count];
            if (how == 0)
            {
                parent.Remove(name);
            }
            else if (how == 1)
            {
                parent["extra"] = parent[name]?.DeepClone();
            }
            else
            {
                parent[name] = value?.DeepClone();
            }
        }

        return root.ToJsonString(new JsonSerializerOptions { MaxDepth = 200 });
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode node)
    {
        if (node is JsonObject parent)
        {
            foreach (var (name, child) in parent)
            {
                yield return (parent, name);
                foreach (var place in child is null ? [] : Places(child))
                {
                    yield return place;
                }
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var place in items.OfType<JsonNode>().SelectMany(Places))
            {
                yield return place;
            }
        }
    }

    private static byte[] Flip(byte[] body, (int At, int How, byte Byte)[] flips)
    {
        foreach (var (at, how, value) in flips)
        {
            var place = at % body.Length;
            body = how switch
            {
                0 => [.. body[..place], .. body[(place + 1)..], (byte)' '],
                1 => [.. body[..place], value, .. body[place..]],
                2 => [.. body[..(place + 1)]],
                _ => [.. body[..place], (byte)(body[place] ^ value), .. body[(place + 1)..]],
            };
        }

        return body;
    }

    private static JsonArray Nest(int depth) => depth == 0 ? [] : [Nest(depth - 1)];
}
