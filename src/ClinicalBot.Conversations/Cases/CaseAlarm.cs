using ClinicalBot.BotFramework;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Tells people that the machine was late: the requester is told to phone, and what is due is done now.</summary>
internal sealed class CaseAlarm(CaseDesk desk, CaseMessages messages)
{
    /// <summary>Raises the alarm for a case that is still open.</summary>
    public async Task RaiseAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken)
    {
        if (!file.Case.IsOpen)
        {
            return;
        }

        await messages.SendAsync(turn, file, new CaseEffect.TellRequester(RequesterNotice.PhoneNow), cancellationToken);
        await desk.TellAsync(turn, file, new CaseInput.Tick(), cancellationToken);
    }
}
