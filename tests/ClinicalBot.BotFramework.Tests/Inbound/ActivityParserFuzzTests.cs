using System.Text;
using System.Text.Json;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>Seeded, so a failure repeats: it prints the number of the input.</summary>
public sealed class ActivityParserFuzzTests
{
    private const int Inputs = 20_000;

    private static readonly string[] Tokens =
    [
        "null", "true", "-0", "1e999", "\"\"", "{}", "[]", "[[", "{{", "\\ud800", "\\udc00", "\\u0000", "\"id\":", "\"id\":1,", ",", ":",
        "\"type\":\"event\",", "\"9999-12-31T23:59:59-14:00\"", "\u00e9", "\"$ref\":\"1\",", "\"\\u0069d\":\"x\",", "NaN", "//", "\n",
    ];

    [Fact]
    public void No_input_throws_and_what_is_taken_can_be_written_and_read_to_the_last_string()
    {
        var random = new Random(20260302);
        int parsed = 0, rejected = 0;
        for (var number = 0; number < Inputs; number++)
        {
            var body = Mutate(random, Encoding.UTF8.GetBytes(Fixtures.All[random.Next(Fixtures.All.Count)]));
            try
            {
                switch (ActivityParser.Parse(body))
                {
                    case ActivityParseResult.Parsed taken:
                        parsed++;
                        using (var document = JsonDocument.Parse(
                            JsonSerializer.SerializeToUtf8Bytes(taken.Activity, ProtocolJson.Default.Activity)))
                        {
                            ReadAll(document.RootElement);
                        }

                        taken.Activity.RemoveRecipientMention();
                        taken.Activity.CreateReply("ok");
                        break;
                    case ActivityParseResult.Rejected refused:
                        rejected++;
                        Assert.True(refused is { Status: 400, Reason.Length: > 0 });
                        break;
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Input {number} threw {e}");
            }
        }

        // A fuzz that only ever gets one answer tests nothing.
        Assert.InRange(parsed, Inputs / 20, Inputs);
        Assert.InRange(rejected, Inputs / 20, Inputs);
    }

    private static byte[] Mutate(Random random, byte[] body)
    {
        var bytes = new List<byte>(body);
        for (var mutations = random.Next(1, 4); mutations > 0; mutations--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 24), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 4:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    // Inside a string, where the syntax mostly survives.
                    var quote = bytes.IndexOf((byte)'"', at);
                    bytes.InsertRange(quote < 0 ? at : quote + 1, Encoding.UTF8.GetBytes(Tokens[random.Next(9, 12)]));
                    break;
            }

            if (bytes.Count == 0)
            {
                return [];
            }
        }

        return [.. bytes];
    }

    private static void ReadAll(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Assert.NotNull(property.Name);
                    ReadAll(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadAll(item);
                }

                break;
            case JsonValueKind.String:
                Assert.NotNull(element.GetString());
                break;
        }
    }
}
