using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.OneToOne;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Escalation;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>What happens to cases by itself: time passes, deliveries settle, a triage is left alone.</summary>
internal sealed class CaseTimers(
    CaseDesk desk, CaseExams exams, CaseAlarm alarm, CaseCards cards, Drills drills, Languages languages, IOptions<EscalationOptions> options)
{
    /// <summary>Handles an event of the bot's own.</summary>
    public async Task OnInternalEventAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        switch (turn.Activity.Name)
        {
            case AbandonmentWatch.Event when turn.Activity.Value is { } value:
                await OnLeftAloneAsync(turn, value.Deserialize(AbandonedTriageJson.Default.AbandonedTriage)!, cancellationToken);
                break;
            case CaseMessages.Settled when DeliveryOutcome.Read(turn) is { Value: { } value } outcome:
                await OnSettledAsync(turn, outcome, Note(value), cancellationToken);
                break;
            // One line alone is how versions before 0.2 wrote it; such a timer may still be waiting.
            case RotaEvents.Tell when turn.Activity.Value is { ValueKind: JsonValueKind.String } line:
                await turn.SendActivityAsync(cards.Tell(line.GetString()!).Alerting(), cancellationToken);
                break;
            case RotaEvents.Tell when turn.Activity.Value is { ValueKind: JsonValueKind.Array } lines:
                await turn.SendActivityAsync(cards.Tell([.. lines.EnumerateArray().Select(each => each.GetString()!)]).Alerting(), cancellationToken);
                break;
            case RotaEvents.Post when turn.Activity.Value is { } value:
                await PostAsync(turn, value.Deserialize(CaseFileJson.Default.PostedNotice)!, cancellationToken);
                break;
            case RotaEvents.PostRefused when DeliveryOutcome.Read(turn) is { IsSent: false }:
                await TellPostRefusedAsync(turn, cancellationToken);
                break;
            case Drills.Event:
                await drills.BeginAsync(turn, cancellationToken);
                break;
            case ClockAlarm.Event:
                await turn.SendActivityAsync(cards.Tell(Text.ClockTitle, Text.ClockText).Alerting(), cancellationToken);
                break;
            case CaseAuditor.Event when turn.Activity.Value is { } value && await FindAsync(turn, value, cancellationToken) is { } file:
                await alarm.RaiseAsync(turn, file, cancellationToken);
                break;
            case CaseDesk.Due when turn.Activity.Value is { } value && await FindAsync(turn, value, cancellationToken) is { } file:
                await desk.TellAsync(turn, file, new CaseInput.Tick(), cancellationToken);
                break;
        }
    }

    private async Task PostAsync(ITurnContext turn, PostedNotice notice, CancellationToken cancellationToken)
    {
        using var spoken = Language.Speak(languages.Site);
        var card = notice.Lines is { } lines ? cards.Tell([.. lines]).Alerting()
            : cards.HandOver(await CaseDesk.OpenAsync(turn, 0, CaseCards.MaxListed, cancellationToken), turn.Now, mayRead: _ => false);
        var sent = notice.Channel is { } channel
            ? await turn.SendActivityAsync(ProactiveTarget.ThreadOf(turn.Activity, channel), card, cancellationToken)
            : await turn.SendActivityAsync(card, cancellationToken);
        turn.ReportDelivery(sent.Id, RotaEvents.PostRefused);
    }

    /// <summary>What a channel does not take is not lost unseen: coordinators learn how to get it.</summary>
    private async Task TellPostRefusedAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        foreach (var coordinator in options.Value.Coordinators)
        {
            using var spoken = Language.Speak(await languages.OfPersonAsync(turn, turn.Activity.ChannelId, coordinator, cancellationToken));
            await turn.SendActivityAsync(
                ProactiveTarget.PersonOf(turn.Activity, coordinator), cards.Tell(Text.PostRefusedTitle, Text.PostRefusedText).Alerting(), cancellationToken);
        }
    }

    private static CaseNote Note(JsonElement value) => value.Deserialize(CaseFileJson.Default.CaseNote)!;

    private static ValueTask<CaseFile?> FindAsync(ITurnContext turn, JsonElement value, CancellationToken cancellationToken) =>
        CaseDesk.FindAsync(turn, Note(value).Case, cancellationToken);

    private async Task OnSettledAsync(ITurnContext turn, DeliveryOutcome outcome, CaseNote note, CancellationToken cancellationToken)
    {
        if (note.Call is not { } call || await CaseDesk.FindAsync(turn, note.Case, cancellationToken) is not { } file)
        {
            return;
        }

        if (outcome is { IsSent: true, Conversation: { } thread } && file.Thread is null && IsChannel(file, call))
        {
            file = file with { Thread = thread };
            CaseDesk.Save(turn, file);
        }
        else if (!outcome.IsSent && IsChannel(file, call))
        {
            // The thread may be gone: the next step begins another.
            file = file with { Thread = null };
            CaseDesk.Save(turn, file);
        }

        await desk.TellAsync(
            turn, file, outcome.IsSent ? new CaseInput.Deliver(call) : new CaseInput.Refuse(call, outcome.Code ?? ""), cancellationToken);
    }

    private static bool IsChannel(CaseFile file, string call) =>
        call == CallIds.Channel || file.Cards.Any(card => card.Call == call && card.Audience == Audience.Channel);

    private async Task OnLeftAloneAsync(ITurnContext turn, AbandonedTriage left, CancellationToken cancellationToken)
    {
        ITurnContext chat = await PersonalTurn.OfAsync(turn, cancellationToken) is { } personal ? personal : turn;
        if ((await PersonalDialogs.FindAsync(chat, cancellationToken))?.Instance == left.Instance)
        {
            await exams.LeftAloneAsync(chat, left, cancellationToken);
        }
    }
}
