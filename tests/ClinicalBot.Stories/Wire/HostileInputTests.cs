using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicalBot.Stories;

/// <summary>
/// 100,000 hostile inputs through the parser and the bot, and some thousand of them through the whole host: nothing fails, and what is
/// kept does not grow with what is sent.
/// </summary>
public sealed class HostileInputTests
{
    private const int Inputs = 100_000;
    private const int Posts = 3_000;
    private const int MaxDocument = 32 * 1024;

    [Fact]
    public async Task No_input_fails_the_bot_or_makes_it_keep_more()
    {
        await using var ward = await Ward.OpenAsync();
        var bot = ward.Services.GetRequiredService<IBot>();
        var state = new ConcurrentDictionary<StateKey, byte[]>();
        var people = new ConcurrentDictionary<(string?, string?, string?), bool>();
        var now = ward.Clock.GetUtcNow();
        int taken = 0, refused = 0, answered = 0;
        Hostile.Body.Sample(
            body =>
            {
                if (ActivityParser.Parse(body) is not ActivityParseResult.Parsed parsed)
                {
                    Interlocked.Increment(ref refused);
                    return;
                }

                Interlocked.Increment(ref taken);
                var activity = parsed.Activity;
                people.TryAdd((activity.ChannelId, activity.Conversation!.Id, activity.From?.Id), true);
                var turn = new FakeTurnContext(activity, state, parsed.BodyHash[..32], now);
                bot.OnTurnAsync(turn, CancellationToken.None).GetAwaiter().GetResult();
                Assert.InRange(turn.Replies.Count, 0, 2);
                Interlocked.Add(ref answered, turn.Replies.Count);
            },
            iter: Inputs);

        // A fuzz that only ever gets one answer tests nothing.
        Assert.InRange(taken, Inputs / 5, Inputs);
        Assert.InRange(refused, Inputs / 20, Inputs);
        Assert.InRange(answered, Inputs / 10, Inputs);
        // A dialog a person, and for a conversation its reference, its person and its welcome.
        // An emergency adds its case, which is kept for ever on purpose.
        Assert.InRange(state.Keys.Count(key => key.Scope is not ("case" or "cases")), 1, 4 * people.Count);
        Assert.All(state, document => Assert.True(document.Value.Length < (document.Key.Scope == "case" ? 4 : 1) * MaxDocument,
            $"{document.Key} has {document.Value.Length} bytes"));
    }

    [Fact]
    public async Task No_input_fails_the_host()
    {
        await using var ward = await Ward.OpenAsync();
        var statuses = new ConcurrentDictionary<int, int>();
        var bodies = new ConcurrentBag<byte[]>();
        Hostile.Body.Sample(bodies.Add, iter: Posts);
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (body, cancel) =>
        {
            // The channel that listens takes the answers.
            var text = Encoding.Latin1.GetString(body).Replace(Shapes.ServiceUrl, ward.Channel.ServiceUrl, StringComparison.Ordinal);
            using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(text));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await ward.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content, cancel);
            statuses.AddOrUpdate((int)response.StatusCode, 1, (_, count) => count + 1);
        });
        await ward.WhenSentAsync();

        Assert.Empty(statuses.Keys.Except([200, 202, 400, 413, 501]));
        Assert.True(statuses[200] + statuses[202] > Posts / 5);
        Assert.True(statuses[400] > Posts / 20);
        // Inputs are random: this only says that replies went out, and not without end.
        Assert.InRange(ward.Channel.Arrivals.Count, Posts / 100, 2 * Posts);
        using var ready = await ward.Http.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        ready.EnsureSuccessStatusCode();
    }
}
