using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Bot.Commands;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Bot;

/// <summary>Typed commands about the triage under way.</summary>
internal sealed class TriageCommands(TriageDialog triage, NoticeCards notices, AnswerNotices answered, CaseDesk desk)
{
    /// <summary>Does what a command asks.</summary>
    public Task RunAsync(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CommandCall call, CancellationToken cancellationToken) =>
        (call.Command, open) switch
    {
        (Command.Help, _) => turn.SendActivityAsync(notices.Help(open), cancellationToken),
        (Command.Triage, null) or (Command.Restart, null) => triage.BeginAsync(turn, null, cancellationToken),
        (_, null) => turn.SendActivityAsync(notices.NothingOpen(), cancellationToken),
        (Command.Restart, _) => RestartAsync(open, cancellationToken),
        (Command.Cancel or Command.Close, _) => CancelAsync(open, cancellationToken),
        (Command.WrongPatient or Command.Void, _) => VoidAsync(open, cancellationToken),
        _ when open.Resumption != Resumption.Continued => triage.TakeUpAsync(open, null, cancellationToken),
        (Command.Triage, _) => open.RepromptAsync(Say.With(Text.AlreadyRunning, open.Answers.Reference), cancellationToken),
        (Command.Back, _) => TriageNavigation.BackAsync(open, cancellationToken),
        (Command.Why, _) => open.RepromptAsync(TriageCards.Why(TriageStep.TopicOf(open.StepName)), cancellationToken),
        (Command.Change, _) when call.Step is { } step => TriageNavigation.ChangeAsync(open, step, cancellationToken),
        (Command.Change, _) => open.RepromptAsync(Text.WhichChange, cancellationToken),
        // Where a question is asked, "that's wrong" is its answer; right after an emergency answer it is about that.
        (Command.TakeBack, { Answers: { LastRedFlags.Count: 0, Doubts.Count: > 0 } }) =>
            triage.AnswerAsync(open, new Reading { Confirmation = Rules.YesNo.No }, null, cancellationToken),
        (Command.TakeBack, { Answers.LastRedFlags.Count: 0 }) when TriageStep.TopicOf(open.StepName) == Topic.Review =>
            triage.AnswerAsync(open, new Reading { Confirmation = Rules.YesNo.No }, null, cancellationToken),
        (Command.TakeBack, _) => triage.TakeBackAsync(open, open.Answers.LastRedFlags, cancellationToken),
        (Command.Continue, _) => TriageDialog.ContinueAsync(open, cancellationToken),
        // Commands about cases never come here while they name one.
        _ => open.RepromptAsync(cancellationToken: cancellationToken),
    };

    /// <summary>What was entered is dropped, and said to be urgent when it was; a case it opened stays open.</summary>
    private async Task RestartAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken)
    {
        var file = await CaseOfAsync(open, cancellationToken);
        string?[] lead =
        [
            file is null ? null : CaseWords.Standing(file.Case),
            answered.Urgent(open.Forgotten ?? open.Answers, open.Turn.Now, Text.CancelledUrgent),
        ];
        AbandonmentWatch.Stop(open);
        await open.EndDialogAsync(cancellationToken);
        await triage.BeginAsync(open.Turn, lead.Any(part => part is not null) ? string.Join(" ", lead.OfType<string>()) : null, cancellationToken);
    }

    /// <summary>Ends the triage without a decision.</summary>
    public async Task CancelAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken) =>
        await EndAsync(open, notices.Canceled(open, await CaseOfAsync(open, cancellationToken)), cancellationToken);

    /// <summary>The case this triage examines or has opened; null for none.</summary>
    private static async ValueTask<CaseFile?> CaseOfAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken) =>
        await CaseDesk.FindAsync(open.Turn, open.Answers.Reference, cancellationToken) is { } file
            && (open.Answers.Reassesses || file.Case.HasExamOf(open.Instance))
            ? file
            : null;

    /// <summary>
    /// The case this triage opened is void with it. One that was open before, or that another person has examined since, is not: it is about
    /// a patient.
    /// </summary>
    private async Task VoidAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken)
    {
        var file = await CaseOfAsync(open, cancellationToken);
        if (file is { Case.IsOpen: true } && !open.Answers.Reassesses && file.Case.IsOnlyOf(open.Instance))
        {
            (file, _) = await desk.TellAsync(open.Turn, file, new CaseInput.Void(CaseDesk.Who(open.Turn.Activity), file.Case.Revision), cancellationToken);
        }

        await EndAsync(open, notices.WrongPatient(open, file), cancellationToken);
    }

    private static async Task EndAsync(WaterfallStepContext<TriageAnswers> open, Activity last, CancellationToken cancellationToken)
    {
        AbandonmentWatch.Stop(open);
        await open.EndDialogAsync(cancellationToken);
        await open.Turn.SendActivityAsync(last, cancellationToken);
    }
}
