using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.OneToOne;
using ClinicalBot.Conversations.Reference;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Turns;

namespace ClinicalBot.Conversations.Bot;

/// <summary>What arrives, and who handles it. Exactly one card answers each message.</summary>
internal sealed class TriageBot(
    TriageDialog triage,
    NoticeCards notices,
    TextRouter typed,
    CardActionRouter presses,
    QuickReference reference,
    MessageAction messageAction,
    ChannelTriage channel,
    CaseTimers caseTimers,
    Welcome welcome,
    Belongings belongings,
    Languages languages) : ActivityHandler, IClinicalBot
{
    /// <inheritdoc/>
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        using var spoken = Language.Speak(languages.Of(turnContext.Activity));
        // What only asks, such as an invoke of a search, writes nothing.
        if (turnContext.Activity.Type is ActivityTypes.Message or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate)
        {
            await ConversationReferences.NoteAsync(turnContext, cancellationToken);
        }

        await base.OnTurnAsync(turnContext, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> IsOursAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        belongings.IsOursAsync(turnContext, cancellationToken);

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (await channel.TryAnswerAsync(turnContext, cancellationToken))
        {
            return;
        }

        var open = await triage.FindAsync(turnContext, cancellationToken);
        if (CardSubmit.Read(turnContext.Activity) is { } submit)
        {
            await presses.OnSubmitAsync(turnContext, open, submit, cancellationToken);
            return;
        }

        await typed.OnMessageAsync(turnContext, open, turnContext.Activity.RemoveRecipientMention(), cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var submit = CardSubmit.Read(invokeValue.Action!);
        if (submit.Verb.Length == 0)
        {
            return AdaptiveCardInvokeResponse.Error(400, "BadRequest", Text.CardUnreadable);
        }

        if (submit.IsOfAnother(turnContext.Activity))
        {
            return AdaptiveCardInvokeResponse.Message(Text.NotYours);
        }

        if (invokeValue.Trigger != "automatic" && await channel.TryExecuteAsync(turnContext, submit, cancellationToken))
        {
            return AdaptiveCardInvokeResponse.Message(Text.SeeNewest);
        }

        return await presses.ExecuteAsync(
            turnContext, await triage.FindAsync(turnContext, cancellationToken), submit, invokeValue.Trigger == "automatic", cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnEditedAsync(turnContext, cancellationToken);

    /// <inheritdoc/>
    protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnEditedAsync(turnContext, cancellationToken);

    /// <inheritdoc/>
    protected override Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        welcome.GreetAsync(turnContext, cancellationToken);

    /// <inheritdoc/>
    protected override Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        welcome.GreetAsync(turnContext, cancellationToken);

    /// <inheritdoc/>
    protected override Task OnInternalEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        caseTimers.OnInternalEventAsync(turnContext, cancellationToken);

    /// <inheritdoc/>
    protected override Task<MessagingExtensionResponse?> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(reference.Find(query));

    /// <inheritdoc/>
    protected override Task<TaskModuleResponse?> OnTeamsMessagingExtensionFetchTaskAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        Task.FromResult(messageAction.Open(turnContext, action));

    /// <inheritdoc/>
    protected override Task<TaskModuleResponse?> OnTeamsTaskModuleFetchAsync(
        ITurnContext turnContext, TaskModuleRequest request, CancellationToken cancellationToken) =>
        channel.OpenAsync(turnContext, request, cancellationToken);

    /// <inheritdoc/>
    protected override Task<TaskModuleResponse?> OnTeamsTaskModuleSubmitAsync(
        ITurnContext turnContext, TaskModuleRequest request, CancellationToken cancellationToken) =>
        channel.SubmitAsync(turnContext, request, cancellationToken);

    private async Task OnEditedAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        ITurnContext chat = await PersonalTurn.OfAsync(turn, cancellationToken) is { } personal ? personal : turn;
        if (await triage.FindAsync(chat, cancellationToken) is { } open)
        {
            await chat.SendActivityAsync(notices.Edited(open), cancellationToken);
        }
    }
}
