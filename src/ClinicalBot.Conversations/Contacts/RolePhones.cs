using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Rules;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>Whom to call, with the site's numbers.</summary>
internal sealed class RolePhones(IOptions<SiteOptions> site)
{
    /// <summary>The roles that have no number.</summary>
    public IReadOnlyList<ContactRole> Missing => [.. Enum.GetValues<ContactRole>().Where(role => Phone(role) is null)];

    /// <summary>The number of a role; null when none is configured.</summary>
    public string? Phone(ContactRole role) =>
        site.Value.Contacts.TryGetValue(role.ToString(), out var contact) && !string.IsNullOrWhiteSpace(contact.Phone) ? contact.Phone : null;

    /// <summary>One role with its number, or with the words that say there is none.</summary>
    public string InWords(ContactRole role) => $"{Words.Of(role)}: {Phone(role) ?? Text.NoNumber}";

    /// <summary>Several roles with their numbers.</summary>
    public string InWords(IEnumerable<ContactRole> roles) => string.Join("; ", roles.Select(InWords));
}
