using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>
/// Who may read and do what about a case. It concerns the requester, the examiners, the people called, the person who has it, the people on
/// call in a role of the ladders, the members who write in the escalation channel, and the coordinators. Any other person is asked first,
/// and sees no findings.
/// </summary>
internal sealed class CaseAccess(CaseMessages messages, ContactDirectory contacts, IOptions<EscalationOptions> options)
{
    /// <summary>The case concerns the person acting in this turn.</summary>
    public async ValueTask<bool> ConcernsAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken)
    {
        var (id, @case) = (CaseDesk.Who(turn.Activity).Id, file.Case);
        return options.Value.Access == CaseAccessRule.Tenant
            || id == @case.RequestedBy.Id || Responders.Of(@case).Any(each => each.By.Id == id) || @case.Exams.Any(exam => exam.By.Id == id)
            || @case.Run is { } run && run.EarlierCalls.Concat(run.Calls).Any(call => call.Person?.Id == id)
            || options.Value.Roles.Any(role => OnCall.Holders(contacts.Of(turn.Activity.GetTenantId()), role, turn.Now).Any(person => person.Id == id))
            || IsCoordinator(turn.Activity)
            || await IsInChannelAsync(turn, file, cancellationToken);
    }

    /// <summary>A case is voided only by who asked, or by a coordinator: everybody who was called goes home after it.</summary>
    public bool MayVoid(ITurnContext turn, CaseFile file) =>
        options.Value.Access == CaseAccessRule.Tenant || CaseDesk.Who(turn.Activity).Id == file.Case.RequestedBy.Id || IsCoordinator(turn.Activity);

    /// <summary>A coordinator of the settings; where the host says so and none is configured, any person.</summary>
    public bool MayChooseChannel(Activity activity) => options.Value.AnyoneCoordinates && options.Value.Coordinators.Count == 0 || IsCoordinator(activity);

    private bool IsCoordinator(Activity activity) => options.Value.Coordinators.Contains(activity.From?.AadObjectId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Who can write there is a member of its team: Teams sees to that.</summary>
    private async ValueTask<bool> IsInChannelAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken)
    {
        var here = turn.Activity.Conversation is { ConversationType: "channel", Id: { } id } ? id.Split(";messageid=")[0] : null;
        return here is not null && (here == file.Thread?.Conversation.Id?.Split(";messageid=")[0]
            || here == await messages.ChannelAsync(turn, cancellationToken));
    }
}
