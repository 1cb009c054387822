using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Doctor;

/// <summary>Whether the permissions name roles there are, and people.</summary>
internal sealed class PermissionsCheckup(
    ContactDirectory contacts, IOptions<PermissionOptions> permissions, IOptions<EscalationOptions> escalation)
{
    private const string Check = "permissions";

    /// <summary>What is wrong, or one finding that nothing is.</summary>
    public IReadOnlyList<Finding> Run()
    {
        List<Finding> found = [.. Unknown(), .. NoCoordinator()];
        return found.Count > 0 ? found : [Finding.Fine(Check, "name roles of the contacts file and people")];
    }

    private IEnumerable<Finding> Unknown()
    {
        var roles = contacts.Current.Roles;
        foreach (var permission in PermissionOptions.Lists.Keys)
        {
            foreach (var name in permissions.Value.Of(permission).Where(name => !IsKnown(name, roles)))
            {
                yield return Finding.Wrong(
                    Check, $"{PermissionOptions.Section}:{permission} names \"{name}\", which is no role of {contacts.FilePath} and no Entra object id.",
                    $"Correct it there, or write \"{PermissionOptions.Coordinators}\". Until then it counts for no one.");
            }
        }
    }

    private IEnumerable<Finding> NoCoordinator()
    {
        var waiting = PermissionOptions.Lists.Keys.Where(permission =>
            permissions.Value.Of(permission).All(name => name.Equals(PermissionOptions.Coordinators, StringComparison.OrdinalIgnoreCase))).ToList();
        if (waiting.Count > 0 && escalation.Value.Coordinators.Count == 0)
        {
            yield return Finding.Note(
                Check, $"Escalation:Coordinators names no person, so in chat no person may: {string.Join(", ", waiting)}.",
                $"Set Escalation:Coordinators to the Entra object ids of the coordinators, or {PermissionOptions.Section} to roles of the contacts file.");
        }
    }

    private static bool IsKnown(string name, IReadOnlyCollection<string> roles) =>
        name.Equals(PermissionOptions.Coordinators, StringComparison.OrdinalIgnoreCase)
        || name.Equals(PermissionOptions.Nobody, StringComparison.OrdinalIgnoreCase)
        || roles.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Guid.TryParseExact(name, "D", out _);
}
