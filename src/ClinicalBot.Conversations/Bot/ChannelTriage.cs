using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.OneToOne;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;

namespace ClinicalBot.Conversations.Bot;

/// <summary>
/// A triage that is begun in a channel. Everybody there reads along, so that the questions, what is found and the decision go to the person who asks:
/// in a dialog (task module) opened from the channel, and in that person's own chat. The channel is told that it goes on one to one, and of a case only what
/// a channel may know.
/// </summary>
internal sealed class ChannelTriage(TriageDialog triage, TextRouter typed, CardActionRouter presses, ChannelNotices notices,
    Languages languages)
{
    /// <summary>Takes a message of a channel that is about a patient; false for any other, which the channel is answered.</summary>
    public async Task<bool> TryAnswerAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (await PersonalTurn.OfAsync(turn, cancellationToken) is not { } personal)
        {
            return false;
        }

        var open = await triage.FindAsync(personal, cancellationToken);
        if (CardSubmit.Read(turn.Activity) is { } submit)
        {
            return IsOfPatient(submit, turn.Activity) && await RunAsync(personal, open, () => PressAsync(personal, open, submit, cancellationToken),
                cancellationToken);
        }

        var text = turn.Activity.RemoveRecipientMention();
        return typed.IsOfPatient(personal, open, text)
            && await RunAsync(personal, open, () => typed.OnMessageAsync(personal, open, text, cancellationToken), cancellationToken);
    }

    /// <summary>Takes an Action.Execute of a channel that is about a patient; false for any other.</summary>
    public async Task<bool> TryExecuteAsync(ITurnContext turn, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (!IsOfPatient(submit, turn.Activity) || await PersonalTurn.OfAsync(turn, cancellationToken) is not { } personal)
        {
            return false;
        }

        var open = await triage.FindAsync(personal, cancellationToken);
        return await RunAsync(personal, open, () => PressAsync(personal, open, submit, cancellationToken), cancellationToken);
    }

    /// <summary>The dialog of who presses: that person's own triage, begun when there is none. Null outside a channel.</summary>
    public async Task<TaskModuleResponse?> OpenAsync(ITurnContext turn, TaskModuleRequest request, CancellationToken cancellationToken)
    {
        if (CardSubmit.Read(request).Verb != Verbs.Form || await PersonalTurn.OfAsync(turn, cancellationToken) is not { } personal)
        {
            return null;
        }

        using var spoken = Language.Speak(languages.Of(personal.Activity));
        var open = await triage.FindAsync(personal, cancellationToken);
        if (open is not { Resumption: Resumption.Continued, Answers.LastRedFlags.Count: 0 })
        {
            await GoOnAsync(personal, open, cancellationToken);
        }

        return ChannelNotices.Dialog(personal.Sent ?? triage.Open(open!));
    }

    /// <summary>What follows a press in the dialog: the next question, or the decision. The channel learns nothing of it.</summary>
    public async Task<TaskModuleResponse?> SubmitAsync(ITurnContext turn, TaskModuleRequest request, CancellationToken cancellationToken)
    {
        if (CardSubmit.Read(request) is not { Verb.Length: > 0 } submit || await PersonalTurn.OfAsync(turn, cancellationToken) is not { } personal)
        {
            return null;
        }

        using var spoken = Language.Speak(languages.Of(personal.Activity));
        var open = await triage.FindAsync(personal, cancellationToken);
        var revision = open?.Revision;
        await PressAsync(personal, open, submit, cancellationToken);
        // In a chat a line says what was wrong and the question stands above it; here the question itself says it.
        var isAskedStill = open is { Answers.LastRedFlags.Count: 0 } && open.Revision == revision
            && submit.Verb.StartsWith("triage/", StringComparison.Ordinal) && await triage.FindAsync(personal, cancellationToken) is not null;
        return ChannelNotices.Dialog(isAskedStill ? triage.Open(open!) : personal.Sent ?? notices.Done());
    }

    private static bool IsOfPatient(CardSubmit submit, Activity activity) => !submit.IsOfAnother(activity)
        && (submit.Verb.StartsWith("triage/", StringComparison.Ordinal) || submit.Verb == Verbs.Reassess);

    private Task PressAsync(
        PersonalTurn personal, WaterfallStepContext<TriageAnswers>? open, CardSubmit submit, CancellationToken cancellationToken) =>
        submit.Verb == Verbs.Form ? GoOnAsync(personal, open, cancellationToken) : presses.OnSubmitAsync(personal, open, submit, cancellationToken);

    /// <summary>Begins, asks the open question once more, or goes on with the exam after an emergency answer.</summary>
    private Task GoOnAsync(PersonalTurn personal, WaterfallStepContext<TriageAnswers>? open, CancellationToken cancellationToken) => open switch
    {
        null => triage.BeginAsync(personal, null, cancellationToken),
        { Resumption: Resumption.Continued, Answers.LastRedFlags.Count: > 0 } => TriageDialog.ContinueAsync(open, cancellationToken),
        _ => triage.TakeUpAsync(open, null, cancellationToken),
    };

    private async Task<bool> RunAsync(
        PersonalTurn personal, WaterfallStepContext<TriageAnswers>? before, Func<Task> answer, CancellationToken cancellationToken)
    {
        var reference = before?.Answers.Reference;
        // The channel goes on reading the site's language.
        using (Language.Speak(languages.Of(personal.Activity)))
        {
            await answer();
        }

        reference = (await triage.FindAsync(personal, cancellationToken))?.Answers.Reference ?? reference;
        var file = reference is null ? null : await CaseDesk.FindAsync(personal, reference, cancellationToken);
        await personal.Channel.SendActivityAsync(
            file is { Case.IsOpen: true } ? notices.OfCase(personal, file) : notices.OneToOne(personal), cancellationToken);
        return true;
    }
}
