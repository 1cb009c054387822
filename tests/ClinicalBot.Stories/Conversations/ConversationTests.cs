using System.Text.Json;

namespace ClinicalBot.Stories.Conversations;

/// <summary>Whole conversations, typed at the product: what it asks next, or how they end.</summary>
public sealed class ConversationTests
{
    [Theory]
    [InlineData("sample.jsonl")]
    [InlineData("second.jsonl")]
    [InlineData("third.jsonl")]
    [InlineData("fourth.jsonl")]
    [InlineData("fifth.jsonl")]
    [InlineData("sixth.jsonl")]
    [InlineData("seventh.jsonl")]
    public async Task Every_conversation_ends_as_expected_but_the_listed_ones(string file)
    {
        var listed = Lines("misread.tsv").Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);
        await using var ward = await Ward.OpenAsync();
        var missed = new List<string>();
        var number = 0;
        foreach (var row in Lines(file).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement))
        {
            var name = row.GetProperty("name").GetString()!;
            var expect = row.GetProperty("expect");
            var replies = await Say(ward, ward.Person($"{file}-{number++}"), row.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!),
                expect.TryGetProperty("finish", out var finish) && finish.GetBoolean());
            if (Expected.Misses(expect, replies) is { Count: > 0 } misses && !listed.Contains($"{file}: {name}"))
            {
                missed.Add($"{name}: {string.Join(", ", misses)}: {replies[^1].Text.Replace('\n', '|')}");
            }
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    private static async Task<IReadOnlyList<Card>> Say(Ward ward, Person person, IEnumerable<string> lines, bool finish)
    {
        var replies = new List<Card>();
        foreach (var line in lines)
        {
            replies.Add(await person.Says(Expected.Typed(line, ward.Clock.GetUtcNow())));
        }

        foreach (var (question, answer) in finish ? [("About the block", "skip"), ("Is this right?", "yes")] : Array.Empty<(string, string)>())
        {
            if (replies[^1].Text.Contains(question, StringComparison.Ordinal))
            {
                replies.Add(await person.Says(answer));
            }
        }

        return replies;
    }

    private static string[] Lines(string name) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Conversations", name));
}
