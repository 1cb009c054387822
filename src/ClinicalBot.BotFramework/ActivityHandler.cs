using System.Text.Json;

namespace ClinicalBot.BotFramework;

/// <summary>
/// Sends each activity to the method named after its type. Override what the bot cares about; the rest does nothing. An invoke that nothing
/// handles is answered with 501.
/// </summary>
public abstract class ActivityHandler : IBot
{
    /// <inheritdoc/>
    public virtual Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.Type switch
        {
            ActivityTypes.Message => OnMessageActivityAsync(turnContext, cancellationToken),
            ActivityTypes.MessageUpdate => OnMessageUpdateActivityAsync(turnContext, cancellationToken),
            ActivityTypes.MessageDelete => OnMessageDeleteActivityAsync(turnContext, cancellationToken),
            ActivityTypes.ConversationUpdate => OnConversationUpdateActivityAsync(turnContext, cancellationToken),
            ActivityTypes.InstallationUpdate => OnInstallationUpdateActivityAsync(turnContext, cancellationToken),
            ActivityTypes.Invoke => AnswerInvokeAsync(turnContext, cancellationToken),
            ActivityTypes.Event when turnContext.IsInternal => OnInternalEventAsync(turnContext, cancellationToken),
            ActivityTypes.Event => OnEventActivityAsync(turnContext, cancellationToken),
            _ => OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken),
        };
    }

    /// <summary>Something was said, or a card submitted (a value and no text).</summary>
    protected virtual Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was edited: the activity has its new text under its old id.</summary>
    protected virtual Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was deleted: the activity has its id.</summary>
    protected virtual Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Members or properties of a conversation changed. Calls <see cref="OnMembersAddedAsync"/> and <see cref="OnMembersRemovedAsync"/>,
    /// both when one activity says both; neither for the bot alone, whose coming and going is an installation.
    /// </summary>
    protected virtual async Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var bot = turnContext.Activity.Recipient?.Id;
        if (turnContext.Activity.MembersAdded is { } added && added.Any(member => member.Id != bot))
        {
            await OnMembersAddedAsync(added, turnContext, cancellationToken);
        }

        if (turnContext.Activity.MembersRemoved is { } removed && removed.Any(member => member.Id != bot))
        {
            await OnMembersRemovedAsync(removed, turnContext, cancellationToken);
        }
    }

    /// <summary>People joined; the bot itself (the recipient) may be among them. Channels tell this again on a reload.</summary>
    protected virtual Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>People left; the bot itself (the recipient) may be among them.</summary>
    protected virtual Task OnMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The app was installed, upgraded or removed. Calls the method for what its action says.</summary>
    protected virtual Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.Action switch
        {
            "add" or "add-upgrade" => OnInstallationUpdateAddAsync(turnContext, cancellationToken),
            "remove" or "remove-upgrade" => OnInstallationUpdateRemoveAsync(turnContext, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>The app was installed or upgraded. Comes before or after the conversationUpdate of the same moment.</summary>
    protected virtual Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The app was removed: nothing can be sent any more.</summary>
    protected virtual Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// A request that wants an answer. "adaptiveCard/action" goes to <see cref="OnAdaptiveCardInvokeAsync"/>, "composeExtension/query" to
    /// <see cref="OnTeamsMessagingExtensionQueryAsync"/>, "composeExtension/fetchTask" to <see cref="OnTeamsMessagingExtensionFetchTaskAsync"/>,
    /// "task/fetch" to <see cref="OnTeamsTaskModuleFetchAsync"/> and "task/submit" to <see cref="OnTeamsTaskModuleSubmitAsync"/>; anything else is 501.
    /// </summary>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity.Name == AdaptiveCardInvokeValue.InvokeName)
        {
            var response = AdaptiveCardInvokeValue.Read(turnContext.Activity) is { } value
                ? await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken)
                : AdaptiveCardInvokeResponse.Error(400, "BadRequest", "The value must hold an action.");
            return response.ToInvokeResponse();
        }

        if (turnContext.Activity.Name == MessagingExtensionQuery.InvokeName)
        {
            return MessagingExtensionQuery.Read(turnContext.Activity) is not { } query
                ? Refuse(400, "BadRequest", "The value must be a search.")
                : await OnTeamsMessagingExtensionQueryAsync(turnContext, query, cancellationToken) is { } results
                    ? results.ToInvokeResponse()
                    : Refuse(501, "NotImplemented", "This bot does not handle searches.");
        }

        if (turnContext.Activity.Name == MessagingExtensionAction.InvokeName)
        {
            return MessagingExtensionAction.Read(turnContext.Activity) is not { } action
                ? Refuse(400, "BadRequest", "The value must be an action.")
                : await OnTeamsMessagingExtensionFetchTaskAsync(turnContext, action, cancellationToken) is { } dialog
                    ? dialog.ToInvokeResponse()
                    : Refuse(501, "NotImplemented", "This bot does not handle actions.");
        }

        if (turnContext.Activity.Name is TaskModuleRequest.FetchName or TaskModuleRequest.SubmitName)
        {
            return TaskModuleRequest.Read(turnContext.Activity) is not { } request
                ? Refuse(400, "BadRequest", "The value must hold data.")
                : await (turnContext.Activity.Name == TaskModuleRequest.FetchName
                    ? OnTeamsTaskModuleFetchAsync(turnContext, request, cancellationToken)
                    : OnTeamsTaskModuleSubmitAsync(turnContext, request, cancellationToken)) is { } dialog
                    ? dialog.ToInvokeResponse()
                    : Refuse(501, "NotImplemented", "This bot does not handle dialogs.");
        }

        return Refuse(501, "NotImplemented", "This bot does not handle invokes of this name.");
    }

    /// <summary>A person pressed an Action.Execute of a card. Channels may repeat it under a new activity id.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="invokeValue">What was pressed; its <see cref="AdaptiveCardInvokeValue.Action"/> is never null here.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        Task.FromResult(AdaptiveCardInvokeResponse.Error(501, "NotImplemented", "This bot does not handle card actions."));

    /// <summary>A person searches in the compose box, on every key. Read only: such a turn should write and send nothing.</summary>
    /// <returns>What to pick from; null when the bot has no search.</returns>
    protected virtual Task<MessagingExtensionResponse?> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) => Task.FromResult<MessagingExtensionResponse?>(null);

    /// <summary>A person chose an action of this app, such as on a message.</summary>
    /// <returns>The dialog to show; null when the bot has no such action.</returns>
    protected virtual Task<TaskModuleResponse?> OnTeamsMessagingExtensionFetchTaskAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Task.FromResult<TaskModuleResponse?>(null);

    /// <summary>A person pressed a button that opens a dialog.</summary>
    /// <returns>What the dialog shows; null when the bot has none.</returns>
    protected virtual Task<TaskModuleResponse?> OnTeamsTaskModuleFetchAsync(
        ITurnContext turnContext, TaskModuleRequest request, CancellationToken cancellationToken) => Task.FromResult<TaskModuleResponse?>(null);

    /// <summary>A person pressed a button of the card in a dialog. Channels may repeat it under a new activity id.</summary>
    /// <returns>What the dialog shows next; null when the bot has none.</returns>
    protected virtual Task<TaskModuleResponse?> OnTeamsTaskModuleSubmitAsync(
        ITurnContext turnContext, TaskModuleRequest request, CancellationToken cancellationToken) => Task.FromResult<TaskModuleResponse?>(null);

    /// <summary>
    /// A timer of the bot's own is due, or a message of its own was settled. An event posted from outside never comes here, whatever it is
    /// called.
    /// </summary>
    protected virtual Task OnInternalEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An event of the channel, or of the caller that posted it: never one of the bot's own.</summary>
    protected virtual Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A type without a method of its own, such as typing or a reaction.</summary>
    protected virtual Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private static InvokeResponse Refuse(int status, string code, string message) =>
        new(status, JsonSerializer.SerializeToElement(new InvokeError(code, message), ProtocolJson.Default.InvokeError));

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.InvokeResponse = await OnInvokeActivityAsync(turnContext, cancellationToken);
}
