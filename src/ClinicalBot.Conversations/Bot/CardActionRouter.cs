using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Rota;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Bot;

/// <summary>Where a press on a card goes, verb by verb: submitted as a message, or executed in place.</summary>
internal sealed class CardActionRouter(TriageDialog triage, TriageCommands commands, NoticeCards notices, CaseConversation cases, RotaDesk rota, Clock clock)
{
    /// <summary>
    /// An Action.Execute does what the Action.Submit of its verb does: what follows arrives as a message. Its answer is what now stands in
    /// the place of the card that was pressed. Clients repeat it under new ids and refresh by themselves: whatever is not of the open
    /// question's own revision changes nothing and shows how things stand.
    /// </summary>
    public async Task<AdaptiveCardInvokeResponse> ExecuteAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CardSubmit submit, bool refresh, CancellationToken cancellationToken)
    {
        if (submit.Verb == Verbs.Help)
        {
            return Shows(notices.Help(open));
        }

        if (!refresh && (await rota.TryPressAsync(turn, submit, cancellationToken) || await cases.TryPressAsync(turn, open, submit, cancellationToken)))
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
        if (submit.Verb == Verbs.Pick && open?.Revision == revision)
        {
            return Shows(triage.Open(open!));
        }

        return submit.Verb is Verbs.Answer or Verbs.Set or Verbs.Pick or Verbs.Back && open is not null && open.Revision != revision
            ? Shows(triage.Record(open, TriageStep.TopicOf(asked!)))
            : AdaptiveCardInvokeResponse.Message(Text.SeeNewest);
    }

    private static AdaptiveCardInvokeResponse Shows(Activity card) => AdaptiveCardInvokeResponse.Card(card.Attachments![0].Content!.Value);

    private static bool IsForOpen(WaterfallStepContext<TriageAnswers> open, CardSubmit submit) =>
        submit.IsFor(open.Instance, open.StepName, open.Revision.ToString(CultureInfo.InvariantCulture));

    /// <summary>Answers a card that was submitted as a message.</summary>
    public async Task OnSubmitAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (!await rota.TryPressAsync(turn, submit, cancellationToken) && !await cases.TryPressAsync(turn, open, submit, cancellationToken))
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
            return open is null ? triage.BeginAsync(turn, null, cancellationToken)
                : open.RepromptAsync(Say.With(Text.AlreadyRunning, open.Answers.Reference), cancellationToken);
        }

        var adverse = submit.Verb == Verbs.Answer && StepInputs.IsAdverse(submit);
        if (open is null)
        {
            return turn.SendActivityAsync(adverse ? notices.NotRecorded() : notices.NothingOpen(), cancellationToken);
        }

        if (submit.Verb == Verbs.TakeBack && open.Resumption == Resumption.Continued && submit["dialog"] == open.Instance)
        {
            return triage.TakeBackAsync(open, submit["flags"]?.Split(',') ?? [], cancellationToken);
        }

        if (open.Resumption != Resumption.Continued || !IsForOpen(open, submit))
        {
            return triage.TakeUpAsync(open, adverse ? Text.TicksNotRecorded : Text.CaseMoved, cancellationToken);
        }

        return submit.Verb switch
        {
            Verbs.Back => TriageNavigation.BackAsync(open, cancellationToken),
            Verbs.Continue => TriageDialog.ContinueAsync(open, cancellationToken),
            Verbs.Cancel => commands.CancelAsync(open, cancellationToken),
            Verbs.Change when TriageStep.Find(submit["topic"]) is { } topic => TriageNavigation.ChangeAsync(open, topic, cancellationToken),
            Verbs.Pick when AnswerValues.Read(submit["set"], turn.SentAt(), clock.ZoneOf(turn.Activity)) is { } picked =>
                triage.PickAsync(open, picked, cancellationToken),
            Verbs.Set when AnswerValues.Read(submit["set"], turn.SentAt(), clock.ZoneOf(turn.Activity)) is { } reading =>
                triage.AnswerAsync(open, reading, null, cancellationToken),
            Verbs.Answer => OnInputsAsync(open, submit, cancellationToken),
            _ => open.RepromptAsync(Text.CardUnreadable, cancellationToken),
        };
    }

    private Task OnInputsAsync(WaterfallStepContext<TriageAnswers> open, CardSubmit submit, CancellationToken cancellationToken)
    {
        var topic = TriageStep.TopicOf(open.StepName);
        if (topic == Topic.Motor && StepInputs.IsEmpty(submit, topic))
        {
            return TriageDialog.PickedAsync(open, cancellationToken);
        }

        if (StepInputs.Read(submit, topic, open.Turn.Now, clock.ZoneOf(open.Turn.Activity)) is not { } reading)
        {
            open.Answers = open.Answers with { Typed = StepInputs.Typed(submit) };
            return open.RepromptAsync(Text.InputWrong, cancellationToken);
        }

        // A card shows what is known and hands all of it back: what it says replaces what was known.
        open.Answers = open.Answers with { Correcting = topic, Typed = reading.BlockTime is BlockTimeReading.Refused ? StepInputs.Typed(submit) : null };
        return triage.AnswerAsync(open, reading, null, cancellationToken);
    }
}
