using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Reference;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Bot;

/// <summary>What people type: a command, findings, or what this tool is not for.</summary>
internal sealed class TypedMessages(
    TriageDialog triage, NoticeCards notices, AnswerNotices answered, QuickReference reference, CaseConversation cases, CaseDesk desk, Clock clock)
{
    /// <summary>Answers a typed message. One without words, such as a picture or a bare mention, says where things stand.</summary>
    public Task OnMessageAsync(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string? text, CancellationToken cancellationToken) =>
        !string.IsNullOrWhiteSpace(text) ? OnTextAsync(turn, open, text, cancellationToken)
        : open is null ? turn.SendActivityAsync(notices.Help(open), cancellationToken)
        : triage.TakeUpAsync(open, null, cancellationToken);

    /// <summary>Answers words, typed or those of a button.</summary>
    public async Task OnTextAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string text, CancellationToken cancellationToken)
    {
        if (await cases.TryCommandAsync(turn, open, text, cancellationToken))
        {
            return;
        }

        var topic = open is { Resumption: Resumption.Continued } ? TriageDialog.TopicOf(open) : null;
        var context = new PhraseContext(topic, SentAt(turn), clock.ZoneOf(turn.Activity));
        var reading = PhraseReader.Read(text, context);
        switch (reading)
        {
            // Within a triage a clinician writes: a red flag is never swallowed by a sentence that sounds like a patient's.
            case { Outside: OutsideTool.Patient } when open is null || !TriageFindings.AnyRedFlagIn(reading):
                await turn.SendActivityAsync(notices.Patient(open), cancellationToken);
                break;
            case { Outside: OutsideTool.CallForHelp } when TriageFindings.AnyRedFlagIn(reading):
                await (open is null
                    ? triage.BeginWithAsync(turn, reading, Text.ToxicityTitle + ".", cancellationToken)
                    : triage.AnswerAsync(open, reading, Text.ToxicityTitle + ".", cancellationToken));
                break;
            case { Outside: OutsideTool.CallForHelp }:
                await turn.SendActivityAsync(notices.Toxicity(open), cancellationToken);
                break;
            case var _ when reference.Answer(text, reading, context, open) is { } found:
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
        (Command.Cancel, _) => CancelAsync(open, cancellationToken),
        (Command.WrongPatient, _) => VoidAsync(open, cancellationToken),
        _ when open.Resumption != Resumption.Continued => triage.TakeUpAsync(open, null, cancellationToken),
        (Command.Triage, _) => open.RepromptAsync(Say.With(Text.AlreadyRunning, open.Answers.Reference), cancellationToken),
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

    /// <summary>What was entered is dropped, and said to be urgent when it was; a case it opened stays open.</summary>
    private async Task RestartAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken)
    {
        var file = await CaseOfAsync(open, cancellationToken);
        string?[] lead =
        [
            file is null ? null : CaseWords.Standing(file.Case),
            answered.Urgent(open.Forgotten ?? open.Answers, open.Turn.Now, Text.CancelledUrgent),
        ];
        LeftAlone.Stop(open);
        await open.EndDialogAsync(cancellationToken);
        await triage.BeginAsync(open.Turn, lead.Any(part => part is not null) ? string.Join(" ", lead.OfType<string>()) : null, cancellationToken);
    }

    private async Task CancelAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken) =>
        await EndAsync(open, notices.Canceled(open, await CaseOfAsync(open, cancellationToken)), cancellationToken);

    /// <summary>The case this triage examines or has opened; null for none.</summary>
    private static async ValueTask<CaseFile?> CaseOfAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken) =>
        await CaseDesk.FindAsync(open.Turn, open.Answers.Reference, cancellationToken) is { } file && (open.Answers.Reassesses || file.Case.HasExamOf(open.Instance))
            ? file
            : null;

    /// <summary>A dialog that was left alone, or that a deploy changed, says so and asks what is open now; what was said is kept.</summary>
    private Task AnswerAsync(WaterfallStepContext<TriageAnswers> open, Reading reading, CancellationToken cancellationToken) =>
        open.Resumption == Resumption.Continued || TriageFindings.AnyIn(reading)
            ? triage.AnswerAsync(open, reading, null, cancellationToken)
            : triage.TakeUpAsync(open, null, cancellationToken);

    /// <summary>
    /// The case this triage opened is void with it. One that was open before, or that somebody else has examined since, is not: it is about
    /// somebody.
    /// </summary>
    private async Task VoidAsync(WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken)
    {
        var file = await CaseOfAsync(open, cancellationToken);
        if (file is { Case.IsOpen: true } && !open.Answers.Reassesses && file.Case.IsOnlyOf(open.Instance))
        {
            (file, _) = await desk.TellAsync(open.Turn, file, new CaseInput.Void(CaseDesk.Who(open.Turn.Activity)), cancellationToken);
        }

        await EndAsync(open, notices.WrongPatient(open, file), cancellationToken);
    }

    private static async Task EndAsync(WaterfallStepContext<TriageAnswers> open, Activity last, CancellationToken cancellationToken)
    {
        LeftAlone.Stop(open);
        await open.EndDialogAsync(cancellationToken);
        await open.Turn.SendActivityAsync(last, cancellationToken);
    }

    /// <summary>The message's own moment on the care clock: a message never counts as later than the turn it makes.</summary>
    private static DateTimeOffset SentAt(ITurnContext turn) =>
        turn.Activity.Timestamp is { } sent && sent < turn.Now ? sent : turn.Now;
}
