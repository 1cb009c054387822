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
    AnswerNotices answered,
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
        Task.FromResult(reference.Find(query));

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
            // Within a triage a clinician writes: a red flag is never swallowed by a sentence that sounds like a patient's.
            case { Outside: OutsideTool.Patient } when open is null || !TriageFindings.AnyRedFlagIn(reading):
                await turn.SendActivityAsync(notices.Patient(), cancellationToken);
                break;
            case { Outside: OutsideTool.Toxicity } when TriageFindings.AnyRedFlagIn(reading):
                await (open is null
                    ? triage.BeginWithAsync(turn, reading, Text.ToxicityTitle + ".", cancellationToken)
                    : triage.AnswerAsync(open, reading, Text.ToxicityTitle + ".", cancellationToken));
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
                await triage.BeginWithAsync(turn, reading, null, cancellationToken);
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
        (Command.Triage, null) or (Command.Restart, null) => triage.BeginAsync(turn, null, cancellationToken),
        (_, null) => turn.SendActivityAsync(notices.NothingOpen(), cancellationToken),
        (Command.Restart, _) => RestartAsync(open, cancellationToken),
        (Command.Cancel, _) => EndAsync(open, notices.Canceled(open), cancellationToken),
        (Command.WrongPatient, _) => VoidAsync(open, cancellationToken),
        _ when open.Resumption != Resumption.Continued => TakeUpAsync(open, null, cancellationToken),
        (Command.Triage, _) => open.RepromptAsync(Text.AlreadyRunning, cancellationToken),
        (Command.Back, _) => TriageDialog.BackAsync(open, cancellationToken),
        (Command.Why, _) => open.RepromptAsync(TriageCards.Why(TriageStep.TopicOf(open.StepName)), cancellationToken),
        (Command.Change, _) when topic is not null => TriageDialog.ChangeAsync(open, topic.Value, cancellationToken),
        (Command.Change, _) => open.RepromptAsync(Text.WhichChange, cancellationToken),
        // Where a question is asked, "that's wrong" is its answer; right after an emergency answer it is about that.
        (Command.TakeBack, { Answers: { LastRedFlags.Count: 0, Doubts.Count: > 0 } }) => triage.AnswerAsync(open, new Reading { Confirmation = Rules.YesNo.No }, null, cancellationToken),
        (Command.TakeBack, { Answers.LastRedFlags.Count: 0 }) when TriageStep.TopicOf(open.StepName) == Topic.Review =>
            triage.AnswerAsync(open, new Reading { Confirmation = Rules.YesNo.No }, null, cancellationToken),
        (Command.TakeBack, _) => triage.TakeBackAsync(open, open.Answers.LastRedFlags, cancellationToken),
        (Command.Continue, _) => TriageDialog.ContinueAsync(open, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What was entered is dropped, and said to be urgent when it was.</summary>
    private async Task RestartAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken)
    {
        LeftAlone.Stop(open);
        await open.EndDialogAsync(cancellationToken);
        await triage.BeginAsync(open.Turn, answered.Urgent(open.Forgotten ?? open.Answers, open.Turn.Now, Text.CancelledUrgent), cancellationToken);
    }

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
            return open is null ? triage.BeginAsync(turn, null, cancellationToken) : open.RepromptAsync(Text.AlreadyRunning, cancellationToken);
        }

        var adverse = submit.Verb == Verbs.Answer && StepInputs.IsAdverse(submit);
        if (open is null)
        {
            return turn.SendActivityAsync(adverse ? notices.NotRecorded() : notices.NothingOpen(), cancellationToken);
        }

        if (submit.Verb == Verbs.TakeBack && open.Resumption == Resumption.Continued && submit["dialog"] == open.Instance)
        {
            return triage.TakeBackAsync(open, submit["say"]?.Split(',') ?? [], cancellationToken);
        }

        if (open.Resumption != Resumption.Continued || !IsForOpen(open, submit))
        {
            return TakeUpAsync(open, adverse ? Text.TicksNotRecorded : Text.CaseMoved, cancellationToken);
        }

        return submit.Verb switch
        {
            Verbs.Back => TriageDialog.BackAsync(open, cancellationToken),
            Verbs.Continue => TriageDialog.ContinueAsync(open, cancellationToken),
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
            open.Answers = open.Answers with { Typed = StepInputs.Typed(submit) };
            return open.RepromptAsync(Text.InputWrong, cancellationToken);
        }

        // A card shows what is known and hands all of it back: what it says replaces what was known.
        open.Answers = open.Answers with { Correcting = topic, Typed = reading.BlockTime is BlockTimeReading.Refused ? StepInputs.Typed(submit) : null };
        return triage.AnswerAsync(open, reading, null, cancellationToken);
    }

    /// <summary>A dialog that was left alone, or that a deploy changed, says so and asks what is open now; what was said is kept.</summary>
    private Task AnswerAsync(WaterfallStepContext<TriageAnswers> open, Reading reading, CancellationToken cancellationToken) =>
        open.Resumption == Resumption.Continued || TriageFindings.AnyIn(reading)
            ? triage.AnswerAsync(open, reading, null, cancellationToken)
            : TakeUpAsync(open, null, cancellationToken);

    private Task TakeUpAsync(WaterfallStepContext<TriageAnswers> open, string? notice, CancellationToken cancellationToken)
    {
        open.Notice = string.Join(" ", new[] { answered.Resumed(open), notice }.OfType<string>()) is { Length: > 0 } said ? said : null;
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
            await turn.SendActivityAsync(notices.Edited(open), cancellationToken);
        }
    }

    /// <summary>The message's own moment on the care clock: a message never counts as later than the turn it makes.</summary>
    private static DateTimeOffset SentAt(ITurnContext turn) =>
        turn.Activity.Timestamp is { } sent && sent < turn.Now ? sent : turn.Now;
}
