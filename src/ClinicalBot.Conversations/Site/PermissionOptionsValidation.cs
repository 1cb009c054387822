using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Site;

/// <summary>Holds the permissions to what can be meant. Whether a role is in the contacts file is seen by doctor: the file may come later.</summary>
internal sealed class PermissionOptionsValidation : IValidateOptions<PermissionOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PermissionOptions options)
    {
        var wrong = PermissionOptions.Lists.SelectMany(each => Complaints(each.Key, each.Value(options))).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Complaints(Permission permission, IList<string> names)
    {
        foreach (var (_, at) in names.Select((each, at) => (each, at)).Where(each => string.IsNullOrWhiteSpace(each.each)))
        {
            yield return $"{PermissionOptions.Section}:{permission}:{at} is empty. Set \"{PermissionOptions.Coordinators}\", a role of the contacts file or "
                + "an Entra object id, or remove it.";
        }

        if (names.Count > 1 && names.Contains(PermissionOptions.Nobody, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{PermissionOptions.Section}:{permission} names \"{PermissionOptions.Nobody}\" and others. Remove it, or the others.";
        }
    }
}
