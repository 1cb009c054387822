using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ClinicalBot.SdkPeer;

/// <summary>Asks what the triage asks, whatever is answered, and remembers the answers.</summary>
internal sealed class RehearsedBot(ConversationState conversations, UserState users, RehearsedTurns rehearsed) : ActivityHandler
{
    private readonly IStatePropertyAccessor<Progress> _progress = conversations.CreateProperty<Progress>("progress");
    private readonly IStatePropertyAccessor<Dictionary<int, string>> _answers = users.CreateProperty<Dictionary<int, string>>("answers");

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await conversations.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
        await users.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var progress = await _progress.GetAsync(turnContext, () => new Progress(), cancellationToken);
        var answers = await _answers.GetAsync(turnContext, () => [], cancellationToken);
        answers[progress.Turn] = turnContext.Activity.Text;
        var before = progress.Last;
        foreach (var (updates, content) in rehearsed.Turns[progress.Turn])
        {
            var activity = new Activity(ActivityTypes.Message) { Summary = content.Summary, Attachments = content.Attachments };
            if (updates)
            {
                activity.Id = before;
                await turnContext.UpdateActivityAsync(activity, cancellationToken);
            }
            else
            {
                progress.Last = (await turnContext.SendActivityAsync(activity, cancellationToken))?.Id;
            }
        }

        progress.Turn = (progress.Turn + 1) % rehearsed.Turns.Count;
    }

    /// <summary>How far a conversation is.</summary>
    internal sealed class Progress
    {
        /// <summary>The turn that comes next.</summary>
        public int Turn { get; set; }

        /// <summary>Id of the last message.</summary>
        public string? Last { get; set; }
    }
}
