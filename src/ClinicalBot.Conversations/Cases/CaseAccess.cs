using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
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
internal sealed class CaseAccess(
    CaseMessages messages, ContactDirectory contacts, Permissions permissions, IOptions<EscalationOptions> options)
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

    /// <summary>
    /// A case is voided only by who asked, or by a person with the permission: everybody who was called goes home after it. A refusal is recorded.
    /// </summary>
    public async ValueTask<bool> MayVoidAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken) =>
        options.Value.Access == CaseAccessRule.Tenant || CaseDesk.Who(turn.Activity).Id == file.Case.RequestedBy.Id
            || await permissions.MayAsync(turn, Permission.Void, $"case {file.Case.Reference}", cancellationToken);

    private bool IsCoordinator(Activity activity) => options.Value.Coordinators.Contains(activity.From?.AadObjectId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Who can write there is a member of its team: Teams sees to that.</summary>
    private async ValueTask<bool> IsInChannelAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken)
    {
        var here = turn.Activity.Conversation is { ConversationType: "channel", Id: { } id } ? id.Split(";messageid=")[0] : null;
        return here is not null && (here == file.Thread?.Conversation.Id?.Split(";messageid=")[0]
            || here == await messages.ChannelAsync(turn, cancellationToken));
    }
}
