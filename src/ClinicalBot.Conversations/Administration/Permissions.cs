using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Administration;

/// <summary>Who may do in chat what not everybody may. Every refusal is a line in the record of the administration.</summary>
internal sealed class Permissions(
    ContactDirectory contacts, IOptions<PermissionOptions> permissions, IOptions<EscalationOptions> escalation)
{
    /// <summary>The person of this turn has the permission.</summary>
    public bool Has(ITurnContext turn, Permission permission)
    {
        var names = permissions.Value.Of(permission);
        return IsForAnybody(permission, names)
            || turn.Activity.From?.AadObjectId is { Length: > 0 } id
                && Who(names, turn.Activity.GetTenantId(), turn.Now).Contains(id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Entra object ids of the people who have it.</summary>
    public IReadOnlyList<string> Holders(ITurnContext turn, Permission permission) =>
        [.. Who(permissions.Value.Of(permission), turn.Activity.GetTenantId(), turn.Now).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The person of this turn has the permission. When not, the refusal is recorded.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="permission">What is asked for.</param>
    /// <param name="of">What it is wanted for, without a patient: a case's reference; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<bool> MayAsync(ITurnContext turn, Permission permission, string? of, CancellationToken cancellationToken)
    {
        if (Has(turn, permission))
        {
            return true;
        }

        var (tenant, from) = (turn.Activity.GetTenantId(), turn.Activity.From);
        var key = AdministrationFile.KeyOf(tenant);
        var file = await turn.GetStateAsync(key, AdministrationJson.Default.AdministrationFile, cancellationToken) ?? new AdministrationFile();
        var (after, line) = file.Add(tenant, turn.Now,
            new AdministrationEntry(AdministrationEntry.Refused, from?.AadObjectId ?? from?.Id ?? "", of is null ? $"{permission}" : $"{permission} {of}"));
        turn.Append(line);
        turn.SetState(key, after, AdministrationJson.Default.AdministrationFile);
        return false;
    }

    private IEnumerable<string> Who(IReadOnlyList<string> names, string? tenant, DateTimeOffset now)
    {
        var book = contacts.Of(tenant);
        return names.SelectMany(name =>
            name.Equals(PermissionOptions.Coordinators, StringComparison.OrdinalIgnoreCase) ? escalation.Value.Coordinators
            : name.Equals(PermissionOptions.Nobody, StringComparison.OrdinalIgnoreCase) ? []
            : book.Roles.Contains(name, StringComparer.OrdinalIgnoreCase) ? OnCall.Holders(book, name, now).Select(person => person.Id)
            : [name]);
    }

    /// <summary>A host without real people has no coordinators: there anybody may try what concerns no case and no shift of another.</summary>
    private bool IsForAnybody(Permission permission, IReadOnlyList<string> names) =>
        permission is not (Permission.Swap or Permission.Void) && escalation.Value is { AnyoneCoordinates: true, Coordinators.Count: 0 }
        && names.Contains(PermissionOptions.Coordinators, StringComparer.OrdinalIgnoreCase);
}
