using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>Where a bot on the SDK answers: only the answer of an invoke matters.</summary>
internal sealed class SdkChannel : BotAdapter
{
    /// <summary>HTTP status of the invoke's answer; null when there was none.</summary>
    public int? Status { get; private set; }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var answer in activities.Select(activity => activity.Value).OfType<InvokeResponse>())
        {
            Status = answer.Status;
        }

        return Task.FromResult(activities.Select(activity => new ResourceResponse()).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
