namespace ClinicalBot.LocalChannel;

/// <summary>
/// Brings what people did to the bot: in order within a chat, the same activity again when the bot cannot be reached, and given up
/// after a while so that the page can say so.
/// </summary>
internal sealed class Deliveries(
    Transcript transcript, BotEndpoint bot, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<Deliveries> logger)
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4),
    ];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task> _lastOfChat = [];

    /// <summary>Sends an entry once everything before it in its chat was sent or given up.</summary>
    public void Enqueue(Entry entry)
    {
        lock (_lock)
        {
            var before = _lastOfChat.GetValueOrDefault(entry.Chat, Task.CompletedTask);
            _lastOfChat[entry.Chat] = DeliverAfterAsync(before, entry);
        }
    }

    private async Task DeliverAfterAsync(Task before, Entry entry)
    {
        // The request that brought it is answered first.
        await Task.Yield();
        await before;
        try
        {
            await DeliverAsync(entry, lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // It stays on its way and is sent at the next start.
        }
#pragma warning disable CA1031 // What failed here must not stop the next of the chat; the page shows it as not delivered.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "An activity of the page could not be delivered.");
        }
    }

    private async Task DeliverAsync(Entry entry, CancellationToken stopping)
    {
        var id = entry.Activity.Id!;
        for (var attempt = 0; transcript.Find(id) is { Delivery: Delivery.Sending }; attempt++)
        {
            switch (await bot.PostAsync(entry.Activity, stopping))
            {
                case BotAnswer.Taken taken:
                    InvokeAnswers.Apply(transcript, entry, taken.Body);
                    return;
                case BotAnswer.Refused refused:
                    Fail(id, $"The bot refused it (HTTP {refused.Status}).");
                    return;
                case var _ when attempt == Pauses.Length:
                    Fail(id, "The bot does not answer.");
                    return;
                default:
                    await Task.Delay(Pauses[attempt], time, stopping);
                    break;
            }
        }
    }

    private void Fail(string id, string why) => transcript.Change(id, entry => entry with { Delivery = Delivery.Failed, Note = why });
}
