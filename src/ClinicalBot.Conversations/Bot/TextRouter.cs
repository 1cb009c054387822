using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Bot.Commands;
using ClinicalBot.Conversations.Reference;
using ClinicalBot.Conversations.Reports;
using ClinicalBot.Conversations.Rota;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Bot;

/// <summary>Where a typed message goes: a command, a lookup, findings for the triage, or what this tool is not for. Read once.</summary>
internal sealed class TextRouter(
    TriageDialog triage, TriageCommands triageCommands, CaseCommands caseCommands, RotaDesk rota, ReportDesk report, NoticeCards notices,
        QuickReference reference, Clock clock)
{
    /// <summary>Answers a typed message. One without words, such as a picture or a bare mention, says where things stand.</summary>
    public Task OnMessageAsync(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string? text, CancellationToken cancellationToken) =>
        TypedText.Fold(text) is { Length: > 0 } typed ? OnTextAsync(turn, open, typed, cancellationToken)
        : open is null ? turn.SendActivityAsync(notices.Help(open), cancellationToken)
        : triage.TakeUpAsync(open, null, cancellationToken);

    /// <summary>
    /// True for a message that is answered one to one wherever it was said: it is about a patient, or about the sender's triage. What this tool is not for,
    /// a lookup, and a command about cases or the rota are not.
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="open">The sender's triage; null when there is none.</param>
    /// <param name="text">What was typed.</param>
    public bool IsOfPatient(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string? text)
    {
        var (typed, isRunning) = (TypedText.Fold(text), open is { Resumption: Resumption.Continued });
        var call = typed.Length > 0 ? CommandTable.Read(typed) : null;
        switch (call)
        {
            case null when typed.Length == 0:
                return open is not null;
            case { Command: Command.Triage or Command.Restart or Command.Cancel or Command.Back or Command.Why or Command.Change or Command.TakeBack
                or Command.Continue or Command.Reassess }:
                return true;
            case { Command: Command.WrongPatient or Command.Void or Command.Close or Command.About }:
                return isRunning && (call.Case is null || call.Command == Command.About);
            case not null and not { Command: Command.LookUp or Command.Note }:
                return false;
        }

        var note = call is { Command: Command.Note };
        var context = new PhraseContext(isRunning && !note ? TriageDialog.TopicOf(open!) : null, turn.SentAt(), clock.ZoneOf(turn.Activity));
        var reading = PhraseReader.Read(note ? call!.Words : typed, context);
        var isFlagged = TriageFindings.AnyRedFlagIn(reading) || MayBeRedFlag(reading);
        return reading.Outside == OutsideTool.CallForHelp ? isFlagged
            : reading.Outside is not null && open is null && !isFlagged && call is not { Command: Command.LookUp } ? false
            : !note && LookUp(typed, call, reading, context, open) is not null ? false
            : TriageFindings.AnyIn(reading) || (open is not null && !note);
    }

    private async Task OnTextAsync(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string text, CancellationToken cancellationToken)
    {
        var topic = open is { Resumption: Resumption.Continued } ? TriageDialog.TopicOf(open) : null;
        var call = CommandTable.Read(text) ?? (topic == Topic.Review && CommandTable.ReadStep(text) is { } step
            ? new CommandCall(Command.Change) { Step = step } : null);
        var note = call is { Command: Command.Note };
        if (note && await caseCommands.TryNoteAsync(turn, call!.Words, cancellationToken))
        {
            return;
        }

        if (note)
        {
            // No finding hides behind a command: what a note says of the patient counts as said. It is no answer to the open question.
            (text, call, topic) = (call!.Words, null, null);
        }

        if (call is not null and not { Command: Command.LookUp })
        {
            if (!await rota.TryRunAsync(turn, call, cancellationToken) && !await report.TryRunAsync(turn, call, cancellationToken)
                && !await caseCommands.TryRunAsync(turn, open, call, cancellationToken))
            {
                await triageCommands.RunAsync(turn, open, call, cancellationToken);
            }

            return;
        }

        var context = new PhraseContext(topic, turn.SentAt(), clock.ZoneOf(turn.Activity));
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
            case { Outside: OutsideTool.OtherLanguage } when call is null && open is null && !TriageFindings.AnyRedFlagIn(reading):
                await turn.SendActivityAsync(notices.OtherLanguage(reading.Language), cancellationToken);
                break;
            case { Outside: OutsideTool.OtherProcedure } when call is null && open is null && !TriageFindings.AnyRedFlagIn(reading) && !MayBeRedFlag(reading):
                await turn.SendActivityAsync(notices.OtherProcedure(), cancellationToken);
                break;
            case var _ when note && !TriageFindings.AnyIn(reading):
                await turn.SendActivityAsync(notices.NoNotes(open, caseCommands.PlacesFor(turn, text)), cancellationToken);
                break;
            case var _ when !note && LookUp(text, call, reading, context, open) is { } found:
                await turn.SendActivityAsync(found, cancellationToken);
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

    /// <summary>A saddle, bowel or bladder in doubt is asked, whatever the procedure was.</summary>
    private static bool MayBeRedFlag(Reading reading) =>
        reading.Doubts.Any(doubt => doubt.Finding is "redFlags.saddleAnesthesia" or "redFlags.bowelBladderDysfunction");

    private Activity? LookUp(string text, CommandCall? call, Reading reading, PhraseContext context, WaterfallStepContext<TriageAnswers>? open) =>
        call is { Command: Command.LookUp } ? reference.LookUp(call.Words, reading, open) : reference.Answer(text, reading, context, open);

    /// <summary>A dialog that was left alone, or that a deploy changed, says so and asks what is open now; what was said is kept.</summary>
    private Task AnswerAsync(WaterfallStepContext<TriageAnswers> open, Reading reading, CancellationToken cancellationToken) =>
        open.Resumption == Resumption.Continued || TriageFindings.AnyIn(reading)
            ? triage.AnswerAsync(open, reading, null, cancellationToken)
            : triage.TakeUpAsync(open, null, cancellationToken);
}
