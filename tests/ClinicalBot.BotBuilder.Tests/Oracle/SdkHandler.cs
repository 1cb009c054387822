using System.Runtime.CompilerServices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>The SDK's handler, writing down which of its methods is called after which.</summary>
internal sealed class SdkHandler : ActivityHandler
{
    public List<string> Calls { get; } = [];

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnMessageActivityAsync, turnContext, cancellationToken);

    protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnMessageUpdateActivityAsync, turnContext, cancellationToken);

    protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnMessageDeleteActivityAsync, turnContext, cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnConversationUpdateActivityAsync, turnContext, cancellationToken);

    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called((turn, stop) => base.OnMembersAddedAsync(membersAdded, turn, stop), turnContext, cancellationToken);

    protected override Task OnMembersRemovedAsync(
        IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called((turn, stop) => base.OnMembersRemovedAsync(membersRemoved, turn, stop), turnContext, cancellationToken);

    protected override Task OnMessageReactionActivityAsync(ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnMessageReactionActivityAsync, turnContext, cancellationToken);

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnEventActivityAsync, turnContext, cancellationToken);

    protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnTokenResponseEventAsync, turnContext, cancellationToken);

    protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnEventAsync, turnContext, cancellationToken);

    protected override Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        Calls.Add(nameof(OnInvokeActivityAsync));
        return base.OnInvokeActivityAsync(turnContext, cancellationToken);
    }

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        Calls.Add(nameof(OnAdaptiveCardInvokeAsync));
        return base.OnAdaptiveCardInvokeAsync(turnContext, invokeValue, cancellationToken);
    }

    protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnSignInInvokeAsync, turnContext, cancellationToken);

    protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnEndOfConversationActivityAsync, turnContext, cancellationToken);

    protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnTypingActivityAsync, turnContext, cancellationToken);

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnInstallationUpdateActivityAsync, turnContext, cancellationToken);

    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnInstallationUpdateAddAsync, turnContext, cancellationToken);

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnInstallationUpdateRemoveAsync, turnContext, cancellationToken);

    protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnCommandActivityAsync, turnContext, cancellationToken);

    protected override Task OnCommandResultActivityAsync(ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) =>
        Called(base.OnCommandResultActivityAsync, turnContext, cancellationToken);

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        Calls.Add(nameof(OnUnrecognizedActivityTypeAsync));
        return base.OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken);
    }

    private Task Called<T>(
        Func<ITurnContext<T>, CancellationToken, Task> next, ITurnContext<T> turn, CancellationToken stop, [CallerMemberName] string method = "")
        where T : IActivity
    {
        Calls.Add(method);
        return next(turn, stop);
    }
}
