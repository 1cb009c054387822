using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Testing;

/// <summary>
/// Counts the turns of a conversation and says the number with each reply, so that a turn that ran twice or never shows in the
/// transcript. "twice" replies two times, "timer" also starts one that is due at once, "edit" updates its own reply, "look" and a typing sign have no effects.
/// </summary>
public sealed class CountingBot : IBot
{
    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var said = turnContext.Activity.Text ?? turnContext.Activity.Name ?? "";
        if (said == "look" || turnContext.Activity.Type == ActivityTypes.Typing)
        {
            return;
        }

        var key = new StateKey(turnContext.Activity.GetTenantId(), "count", turnContext.Activity.Conversation!.Id!);
        var count = await turnContext.GetStateAsync(key, CountingJson.Default.Count, cancellationToken) ?? new Count(0);
        count = new Count(count.Turns + 1);
        turnContext.SetState(key, count, CountingJson.Default.Count);
        var reply = await turnContext.SendActivityAsync(new Activity { Text = $"{count.Turns}: {said}" }, cancellationToken);
        switch (said)
        {
            case "twice":
                await turnContext.SendActivityAsync(new Activity { Text = $"{count.Turns}: and again" }, cancellationToken);
                break;
            case "edit":
                await turnContext.UpdateActivityAsync(
                    new Activity { Id = reply.Id, Text = $"{count.Turns}: edited" }, cancellationToken);
                break;
            case "timer":
                turnContext.Schedule(new Timer("ring/" + key.Id, "ring", turnContext.Now));
                break;
        }
    }
}

/// <summary>How many turns a conversation has had.</summary>
public sealed record Count(int Turns);

[JsonSerializable(typeof(Count))]
internal sealed partial class CountingJson : JsonSerializerContext;
