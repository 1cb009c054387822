using System.Runtime.CompilerServices;
using ClinicalBot.BotFramework;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>Our handler, writing down which of its methods is called after which.</summary>
internal sealed class OurHandler : ActivityHandler
{
    public List<string> Calls { get; } = [];

    protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnMessageActivityAsync, turnContext, cancellationToken);

    protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnMessageUpdateActivityAsync, turnContext, cancellationToken);

    protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnMessageDeleteActivityAsync, turnContext, cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnConversationUpdateActivityAsync, turnContext, cancellationToken);

    protected override Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called((turn, stop) => base.OnMembersAddedAsync(membersAdded, turn, stop), turnContext, cancellationToken);

    protected override Task OnMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called((turn, stop) => base.OnMembersRemovedAsync(membersRemoved, turn, stop), turnContext, cancellationToken);

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnInstallationUpdateActivityAsync, turnContext, cancellationToken);

    protected override Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnInstallationUpdateAddAsync, turnContext, cancellationToken);

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnInstallationUpdateRemoveAsync, turnContext, cancellationToken);

    protected override Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        Calls.Add(nameof(OnInvokeActivityAsync));
        return base.OnInvokeActivityAsync(turnContext, cancellationToken);
    }

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        Calls.Add(nameof(OnAdaptiveCardInvokeAsync));
        return base.OnAdaptiveCardInvokeAsync(turnContext, invokeValue, cancellationToken);
    }

    protected override Task OnInternalEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnInternalEventAsync, turnContext, cancellationToken);

    protected override Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnEventActivityAsync, turnContext, cancellationToken);

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        Called(base.OnUnrecognizedActivityTypeAsync, turnContext, cancellationToken);

    private Task Called(
        Func<ITurnContext, CancellationToken, Task> next, ITurnContext turn, CancellationToken stop, [CallerMemberName] string method = "")
    {
        Calls.Add(method);
        return next(turn, stop);
    }
}
