using System.Diagnostics;
using System.Globalization;
using System.Net;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;
using Activity = ClinicalBot.BotFramework.Activity;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>Plays whole triages against one bot, each conversation saying the next thing when it has its answer.</summary>
/// <param name="post">Posts a message to the bot.</param>
/// <param name="processorTime">What the bot has used so far.</param>
/// <param name="channel">Where its replies arrive.</param>
/// <param name="rehearsal">What they are.</param>
/// <param name="name">Of its conversations.</param>
internal sealed class Player(
    Func<Activity, Task<HttpStatusCode?>> post, Func<TimeSpan> processorTime, LoadChannel channel, Rehearsal rehearsal, string name)
{
    public Player(BotProcess bot, LoadChannel channel, Rehearsal rehearsal, string name)
        : this(activity => bot.PostAsync(activity), () => bot.ProcessorTime, channel, rehearsal, name)
    {
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<byte[]> _marks = [.. Enumerable.Range(0, TriageScript.Turns.Count).Select(rehearsal.MarkOf)];
    private int _rounds;

    /// <summary>Starts no new triage once the time is over, but ends those that are under way.</summary>
    public async Task<Measure> PlayAsync(int conversations, TimeSpan duration)
    {
        var round = _rounds++;
        var measure = new Measure();
        var cpu = processorTime();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, conversations).Select(number => Task.Run(
            () => PlayConversationAsync(string.Create(CultureInfo.InvariantCulture, $"{name}-{round}-{number}"), measure, clock, duration))));
        measure.End(clock.Elapsed, processorTime() - cpu);
        return measure;
    }

    /// <summary>So many people answer all questions, and then confirm at the same moment. Measured is only that.</summary>
    public async Task<Measure> ConfirmTogetherAsync(int people)
    {
        var (before, measure) = (new Measure(), new Measure());
        var chats = Enumerable.Range(0, people).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name}-together-{number}"))
            .Select(conversation => (Conversation: conversation, Chat: channel.Open(conversation))).ToList();
        await Task.WhenAll(chats.Select(async each =>
        {
            for (var turn = 0; turn < TriageScript.Turns.Count - 1; turn++)
            {
                await PlayAsync(each, turn, before);
            }
        }));
        var cpu = processorTime();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(chats.Select(each => PlayAsync(each, TriageScript.Turns.Count - 1, measure)));
        measure.End(clock.Elapsed, processorTime() - cpu);
        return measure;

        async Task PlayAsync((string Conversation, LoadChannel.Chat Chat) each, int turn, Measure into)
        {
            if (await PlayTurnAsync(each.Chat, each.Conversation, $"{each.Conversation}-{turn}", turn, into) is { } why)
            {
                measure.Error(why);
            }
        }
    }

    private async Task PlayConversationAsync(string conversation, Measure measure, Stopwatch clock, TimeSpan duration)
    {
        var chat = channel.Open(conversation);
        var triages = 0;
        for (; clock.Elapsed < duration; triages++)
        {
            for (var turn = 0; turn < TriageScript.Turns.Count; turn++)
            {
                if (await PlayTurnAsync(chat, conversation, $"{conversation}-{triages}-{turn}", turn, measure) is { } why)
                {
                    // What follows a turn that went wrong would only repeat the failure.
                    measure.Error(why);
                    return;
                }
            }
        }

        if (!await HasUpdatesAsync(chat, triages * rehearsal.Updates))
        {
            measure.Error($"{chat.Updates} updates instead of {triages * rehearsal.Updates}");
        }

        if (chat.Surplus > 0)
        {
            measure.Error($"{chat.Surplus} messages that nobody asked for");
        }
    }

    private async Task<string?> PlayTurnAsync(LoadChannel.Chat chat, string conversation, string id, int turn, Measure measure)
    {
        var reply = chat.ReplyTo(id);
        var message = TriageScript.Message(conversation, id, TriageScript.Turns[turn], channel.ServiceUrl, DateTimeOffset.UtcNow);
        var started = Stopwatch.GetTimestamp();
        if (await post(message) is not (HttpStatusCode.OK or HttpStatusCode.Accepted) and var status)
        {
            return $"turn {turn} was answered {(int?)status}";
        }

        try
        {
            var call = await reply.WaitAsync(Patience);
            measure.Add(Stopwatch.GetElapsedTime(started, call.Arrived));
            return call.Body.AsSpan().IndexOf(_marks[turn]) >= 0 ? null : $"turn {turn} got the wrong card";
        }
        catch (TimeoutException)
        {
            return $"turn {turn} got no reply";
        }
    }

    /// <summary>The update of the last question follows the decision.</summary>
    private static async Task<bool> HasUpdatesAsync(LoadChannel.Chat chat, int expected)
    {
        for (var waited = Stopwatch.StartNew(); chat.Updates < expected && waited.Elapsed < Patience;)
        {
            await Task.Delay(20);
        }

        return chat.Updates == expected;
    }
}
