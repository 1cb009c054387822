using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>The roles that the rules name, with their own numbers, independent of who holds them.</summary>
internal sealed class RolePhones(ContactDirectory contacts)
{
    /// <summary>The roles that have no number.</summary>
    public IReadOnlyList<ContactRole> Missing => [.. Enum.GetValues<ContactRole>().Where(role => Phone(role) is null)];

    /// <summary>The number of a role; null when it has none.</summary>
    public string? Phone(ContactRole role) => contacts.Current[RoleNames.Of(role)].Phone;

    /// <summary>One role with its number, or with the words that say there is none.</summary>
    public string InWords(ContactRole role) => $"{Words.Of(role)}: {Phone(role) ?? Text.NoNumber}";

    /// <summary>Several roles with their numbers.</summary>
    public string InWords(IEnumerable<ContactRole> roles) => string.Join("; ", roles.Select(InWords));
}
