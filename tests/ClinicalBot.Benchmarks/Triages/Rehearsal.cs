using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.Testing;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>The calls a triage of the program makes at the channel, turn by turn: what the others have to send as well.</summary>
/// <param name="Turns">In the order of <see cref="TriageScript.Turns"/>.</param>
internal sealed record Rehearsal(IReadOnlyList<IReadOnlyList<RehearsedCall>> Turns)
{
    /// <summary>Updates in a triage.</summary>
    public int Updates => Turns.Sum(turn => turn.Count(call => call.Method == "PUT"));

    /// <summary>Words that only the right reply to a message has: its summary, without the reference of the case.</summary>
    public byte[] MarkOf(int turn)
    {
        var summary = Turns[turn].Single(call => call.Method == "POST").Activity.GetProperty("summary").GetRawText().Trim('"');
        return Encoding.UTF8.GetBytes(turn == Turns.Count - 1 ? summary[(summary.IndexOf(": ", StringComparison.Ordinal) + 2)..] : summary);
    }

    /// <summary>Plays one triage slowly and notes what arrives after each message.</summary>
    public static async Task<Rehearsal> PlayAsync(BotProcess bot, LoadChannel channel)
    {
        var chat = channel.Open("rehearsal");
        var calls = chat.Record();
        var turns = new List<IReadOnlyList<RehearsedCall>>();
        foreach (var says in TriageScript.Turns)
        {
            calls.Clear();
            var id = $"rehearsal-{turns.Count}";
            var reply = chat.ReplyTo(id);
            await bot.PostAsync(TriageScript.Message("rehearsal", id, says, channel.ServiceUrl, DateTimeOffset.UtcNow));
            await reply.WaitAsync(TimeSpan.FromSeconds(30));
            // Whatever else belongs to the turn follows the reply within milliseconds.
            await Task.Delay(TimeSpan.FromSeconds(1));
            turns.Add([.. calls.Select(call => new RehearsedCall(call.Method, JsonSerializer.Deserialize<JsonElement>(call.Body)))]);
        }

        var rehearsal = new Rehearsal(turns);
        return Encoding.UTF8.GetString(rehearsal.MarkOf(turns.Count - 1)).StartsWith(TriageScript.Decision, StringComparison.Ordinal)
            ? rehearsal
            : throw new InvalidOperationException(
                "The triage did not end with its decision. It answered: "
                + string.Join(" | ", turns.SelectMany(turn => turn).Select(call => call.Activity.GetProperty("summary").GetString())));
    }

    public void Write(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, RehearsalJson.Default.Rehearsal));

    public static Rehearsal Read(string path) => JsonSerializer.Deserialize(File.ReadAllBytes(path), RehearsalJson.Default.Rehearsal)!;
}

/// <summary>One call.</summary>
/// <param name="Method">POST or PUT.</param>
/// <param name="Activity">What was sent.</param>
internal sealed record RehearsedCall(string Method, JsonElement Activity);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Rehearsal))]
internal sealed partial class RehearsalJson : JsonSerializerContext;
