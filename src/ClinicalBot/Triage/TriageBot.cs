using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Cards;
using ClinicalBot.Cases;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;
using ClinicalBot.Phrases;
using ClinicalBot.Reference;
using ClinicalBot.Site;
using ClinicalBot.Texts;
using ClinicalBot.Turns;

namespace ClinicalBot.Triage;

/// <summary>What arrives, and who handles it. Exactly one card answers each message.</summary>
internal sealed class TriageBot(
    TriageDialog triage,
    NoticeCards notices,
    QuickReference reference,
    CaseConversation cases,
    CaseTimers caseTimers,
    CaseDesk desk,
    Welcome welcome,
    Clock clock) : ActivityHandler
{
    /// <inheritdoc/>
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        // What only asks, such as an invoke of a search, writes nothing.
        if (turnContext.Activity.Type is ActivityTypes.Message or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate)
        {
            await ConversationReferences.NoteAsync(turnContext, cancellationToken);
        }

        await base.OnTurnAsync(turnContext, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var open = await triage.FindAsync(turnContext, cancellationToken);
        if (CardSubmit.Read(turnContext.Activity) is { } submit)
        {
            await OnSubmitAsync(turnContext, open, submit, cancellationToken);
            return;
        }

        var text = turnContext.Activity.RemoveRecipientMention();
        if (string.IsNullOrWhiteSpace(text))
        {
            await OnNothingSaidAsync(turnContext, open, cancellationToken);
            return;
        }

        await OnTextAsync(turnContext, open, text, cancellationToken);
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

        return await ExecuteAsync(
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
        Task.FromResult<MessagingExtensionResponse?>(reference.Find(query));

    /// <summary>The bot was only mentioned, or sent a picture: it says where things stand.</summary>
    private Task OnNothingSaidAsync(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CancellationToken cancellationToken) =>
        open is null ? turn.SendActivityAsync(notices.Help(open), cancellationToken) : TakeUpAsync(open, null, cancellationToken);

    /// <summary>
    /// An Action.Execute does what the Action.Submit of its verb does: what follows arrives as a message. Its answer is what now stands in
    /// the place of the card that was pressed. Clients repeat it under new ids and refresh by themselves: whatever is not of the open
    /// question's own revision changes nothing and shows how things stand.
    /// </summary>
    private async Task<AdaptiveCardInvokeResponse> ExecuteAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CardSubmit submit, bool refresh, CancellationToken cancellationToken)
    {
        if (submit.Verb == Verbs.Help)
        {
            return Shows(notices.Help(open));
        }

        if (!refresh && await cases.TryPressAsync(turn, open, submit, cancellationToken))
        {
            return AdaptiveCardInvokeResponse.Message(Text.SeeNewest);
        }

        var goesOn = open is { Resumption: Resumption.Continued } && (submit.Verb == Verbs.Start || !IsForOpen(open, submit) || refresh);
        if (goesOn)
        {
            // A decision is never replaced by a question.
            return submit.Verb is Verbs.Continue or Verbs.TakeBack ? AdaptiveCardInvokeResponse.Message(Text.CaseMoved) : Shows(triage.Open(open!));
        }

        if (refresh || (open is null && submit.Verb != Verbs.Start))
        {
            return AdaptiveCardInvokeResponse.Message(Text.NothingOpen);
        }

        var (asked, revision) = (open?.StepName, open?.Revision);
        await OnSubmitAsync(turn, open, submit, cancellationToken);
        return submit.Verb is Verbs.Answer or Verbs.Say or Verbs.Back && open is not null && open.Revision != revision
            ? Shows(triage.Record(open, TriageStep.TopicOf(asked!)))
            : AdaptiveCardInvokeResponse.Message(Text.SeeNewest);
    }

    private static AdaptiveCardInvokeResponse Shows(Activity card) => AdaptiveCardInvokeResponse.Card(card.Attachments![0].Content!.Value);

    private static bool IsForOpen(WaterfallStepContext<TriageAnswers> open, CardSubmit submit) =>
        submit.IsFor(open.Instance, open.StepName, open.Revision.ToString(CultureInfo.InvariantCulture));

    private async Task OnTextAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string text, CancellationToken cancellationToken)
    {
        if (await cases.TryCommandAsync(turn, open, text, cancellationToken))
        {
            return;
        }

        var topic = open is { Resumption: Resumption.Continued } ? TriageDialog.TopicOf(open) : null;
        var reading = PhraseReader.Read(text, new PhraseContext(topic, SentAt(turn), clock.ZoneOf(turn.Activity)));
        switch (reading)
        {
            case { Outside: OutsideTool.Patient }:
                await turn.SendActivityAsync(notices.Patient(), cancellationToken);
                break;
            case { Outside: OutsideTool.Toxicity }:
                await turn.SendActivityAsync(notices.Toxicity(), cancellationToken);
                break;
            case var _ when reference.Answer(text, reading, open) is { } found:
                await turn.SendActivityAsync(found, cancellationToken);
                break;
            case { Command: { } command }:
                await OnCommandAsync(turn, open, command, reading.ChangeTopic, cancellationToken);
                break;
            case var _ when open is not null:
                await AnswerAsync(open, reading, cancellationToken);
                break;
            case var _ when TriageFindings.AnyIn(reading):
                await triage.BeginWithAsync(turn, reading, cancellationToken);
                break;
            default:
                await turn.SendActivityAsync(notices.NotUnderstood(reading.TooLong), cancellationToken);
                break;
        }
    }

    private Task OnCommandAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, Command command, Topic? topic, CancellationToken cancellationToken) => (command, open) switch
    {
        (Command.Help, _) => turn.SendActivityAsync(notices.Help(open), cancellationToken),
        (Command.Triage, null) or (Command.Restart, _) => triage.BeginAsync(turn, cancellationToken),
        (_, null) => turn.SendActivityAsync(notices.NothingOpen(), cancellationToken),
        (Command.Triage, _) => open.RepromptAsync(Text.AlreadyRunning, cancellationToken),
        (Command.Back, _) => TriageDialog.BackAsync(open, cancellationToken),
        (Command.Why, _) => open.RepromptAsync(TriageCards.Why(TriageStep.TopicOf(open.StepName)), cancellationToken),
        (Command.Change, _) when topic is not null => TriageDialog.ChangeAsync(open, topic.Value, cancellationToken),
        (Command.Change, _) => open.RepromptAsync(Text.WhichChange, cancellationToken),
        (Command.TakeBack, _) => triage.TakeBackAsync(open, cancellationToken),
        (Command.Continue, _) => TriageDialog.ContinueAsync(open, cancellationToken),
        (Command.Cancel, _) => EndAsync(open, notices.Canceled(open), cancellationToken),
        (Command.WrongPatient, _) => VoidAsync(open, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task OnSubmitAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (!await cases.TryPressAsync(turn, open, submit, cancellationToken))
        {
            await OnTriageSubmitAsync(turn, open, submit, cancellationToken);
        }
    }

    private Task OnTriageSubmitAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (submit.IsOfAnother(turn.Activity))
        {
            return turn.SendActivityAsync(notices.NotYours(), cancellationToken);
        }

        if (submit.Verb == Verbs.Help)
        {
            return turn.SendActivityAsync(notices.Help(open), cancellationToken);
        }

        if (submit.Verb == Verbs.Start)
        {
            return open is null ? triage.BeginAsync(turn, cancellationToken) : open.RepromptAsync(Text.AlreadyRunning, cancellationToken);
        }

        if (open is null)
        {
            return turn.SendActivityAsync(notices.NothingOpen(), cancellationToken);
        }

        if (open.Resumption != Resumption.Continued || !IsForOpen(open, submit))
        {
            return TakeUpAsync(open, Text.CaseMoved, cancellationToken);
        }

        return submit.Verb switch
        {
            Verbs.Back => TriageDialog.BackAsync(open, cancellationToken),
            Verbs.Continue => TriageDialog.ContinueAsync(open, cancellationToken),
            Verbs.TakeBack => triage.TakeBackAsync(open, cancellationToken),
            Verbs.Say when submit["say"] is { } text => OnTextAsync(turn, open, text, cancellationToken),
            Verbs.Answer => OnInputsAsync(open, submit, cancellationToken),
            _ => open.RepromptAsync(Text.CardUnreadable, cancellationToken),
        };
    }

    private Task OnInputsAsync(WaterfallStepContext<TriageAnswers> open, CardSubmit submit, CancellationToken cancellationToken)
    {
        var topic = TriageStep.TopicOf(open.StepName);
        if (StepInputs.Read(submit, topic, open.Turn.Now, clock.ZoneOf(open.Turn.Activity)) is not { } reading)
        {
            return open.RepromptAsync(topic == Topic.Time ? Text.TimeClockMissing : Text.CardUnreadable, cancellationToken);
        }

        // A card shows what is known and hands all of it back: what it says replaces what was known.
        open.Answers = open.Answers with { Correcting = topic };
        return triage.AnswerAsync(open, reading, cancellationToken);
    }

    /// <summary>A dialog that was left alone, or that a deploy changed, says so and asks what is open now; what was said is kept.</summary>
    private Task AnswerAsync(WaterfallStepContext<TriageAnswers> open, Reading reading, CancellationToken cancellationToken) =>
        open.Resumption == Resumption.Continued || TriageFindings.AnyIn(reading)
            ? triage.AnswerAsync(open, reading, cancellationToken)
            : TakeUpAsync(open, null, cancellationToken);

    private static Task TakeUpAsync(WaterfallStepContext<TriageAnswers> open, string? notice, CancellationToken cancellationToken)
    {
        open.Notice = open.Resumption switch
        {
            Resumption.AfterIdle => Text.AfterIdle,
            Resumption.StepsChanged => Text.StepsChanged,
            Resumption.StartedOver => Text.StartedOver,
            _ => notice,
        };
        return open.Resumption == Resumption.Continued ? open.RepromptAsync(cancellationToken: cancellationToken) : open.NextAsync(cancellationToken);
    }

    /// <summary>The case this triage opened is void with it; one it only examines again is not.</summary>
    private async Task VoidAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken)
    {
        if (await CaseDesk.FindAsync(open.Turn, open.Answers.Reference, cancellationToken) is { } file && file.Case.Current.Id == open.Instance)
        {
            await desk.TellAsync(open.Turn, file, new CaseInput.Void(CaseDesk.Who(open.Turn.Activity)), cancellationToken);
        }

        await EndAsync(open, notices.WrongPatient(open), cancellationToken);
    }

    private static async Task EndAsync(WaterfallStepContext<TriageAnswers> open, Activity last, CancellationToken cancellationToken)
    {
        LeftAlone.Stop(open);
        await open.EndDialogAsync(cancellationToken);
        await open.Turn.SendActivityAsync(last, cancellationToken);
    }

    private async Task OnEditedAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await triage.FindAsync(turn, cancellationToken) is { } open)
        {
            open.Hold();
            await turn.SendActivityAsync(notices.Edited(open), cancellationToken);
        }
    }

    /// <summary>The message's own moment on the care clock: a message never counts as later than the turn it makes.</summary>
    private static DateTimeOffset SentAt(ITurnContext turn) =>
        turn.Activity.Timestamp is { } sent && sent < turn.Now ? sent : turn.Now;
}
