using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClinicalBot.Testing;

namespace ClinicalBot.EndToEnd.Faults;

/// <summary>What people got of a <see cref="Cluster"/>, and whether that is what its records say.</summary>
/// <param name="channel">Where it arrived.</param>
/// <param name="read">Reads the database.</param>
public sealed partial class ClusterSeen(FakeChannel channel, Func<string, Task<string>> read)
{
    /// <summary>New messages that reached the channel.</summary>
    public int Messages => channel.Arrivals.Count(arrival => arrival.Method == "POST");

    /// <summary>Marked repeats that people saw.</summary>
    public int MarkedRepeats => channel.Arrivals.Count(arrival => arrival.Method == "POST" && arrival.IsMarkedRepeat);

    /// <summary>What a person saw, in order, marked repeats left out.</summary>
    public IReadOnlyList<string> Transcript(int person) => Seen(Chat(person));

    /// <summary>
    /// Where the calls that a person on call got are not those of the cases' records, within a minute: one that is missing, or one that came
    /// twice without a mark.
    /// </summary>
    public async Task<IReadOnlyList<string>> WrongCallsOfAsync(string objectId)
    {
        var limit = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var recorded = (await read(
                $$"""
                SELECT right(reference, 6) || ' ' || count(*) FROM (
                  SELECT reference, jsonb_array_elements(event -> 'calls') AS call
                  FROM (SELECT reference, convert_from(event, 'UTF8')::jsonb AS event FROM case_event) AS line WHERE event ->> 'event' = 'stepFired'
                ) AS calls WHERE call::text LIKE '%{{objectId}}%' GROUP BY reference
                """)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
                .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
            var got = channel.Arrivals.Where(arrival => arrival.Method == "POST" && arrival.Conversation == "chat-" + objectId)
                .Select(arrival => (Case: Reference().Match(Body(arrival)).Value, IsMarked: arrival.IsMarkedRepeat)).ToLookup(call => call.Case);
            var wrong = recorded.Where(record => got[record.Key].Count() < record.Value || got[record.Key].Count(call => !call.IsMarked) > record.Value)
                .Select(record => $"{record.Key}: {record.Value} calls recorded, {got[record.Key].Count()} arrived, "
                    + $"{got[record.Key].Count(call => call.IsMarked)} of them marked").ToList();
            if (wrong.Count == 0 || TimeProvider.System.GetElapsedTime(limit) > TimeSpan.FromMinutes(1))
            {
                return wrong;
            }

            await Task.Delay(200);
        }
    }

    /// <summary>The chat of a person who triages.</summary>
    internal static string Chat(int person) => $"chat-aad-nurse-{person}";

    /// <summary>
    /// New messages to a conversation, without those that bear the mark of a repeat. The original of a repeat may come after it, when its node
    /// was frozen in the middle of sending: then the two are one.
    /// </summary>
    private List<string> Seen(string conversation)
    {
        var cards = channel.Arrivals.Where(arrival => arrival.Method == "POST" && arrival.Conversation == conversation)
            .Select(arrival => (IsMarked: arrival.IsMarkedRepeat, Text: Body(arrival))).ToList();
        var seen = new List<string>();
        foreach (var (at, card) in cards.Index())
        {
            var isRepeat = card.IsMarked ? seen.Contains(card.Text) : seen.Contains(card.Text)
                && cards.Take(at).Any(before => before.IsMarked && before.Text == card.Text);
            if (!isRepeat)
            {
                seen.Add(card.Text);
            }
        }

        return seen;
    }

    private static string Body(Arrival arrival) => JsonSerializer.Serialize(arrival.Elements.Skip(arrival.IsMarkedRepeat ? 1 : 0));

    [GeneratedRegex(@"\b[0-9A-Z]{2}-[0-9A-Z]{3}\b")]
    private static partial Regex Reference();
}
