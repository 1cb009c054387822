using ClinicalBot.Escalation;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>Who can be called while no contacts file has ever been read. The host decides: a site has numbers only, local mode has made-up people.</summary>
internal interface IContactsWithoutFile
{
    /// <summary>The contacts.</summary>
    ContactBook Contacts { get; }
}

/// <summary>The numbers of the site's roles, and no people: no person gets a message, and each requester is told whom to phone.</summary>
internal sealed class NumbersOnly(RolePhones phones) : IContactsWithoutFile
{
    /// <inheritdoc/>
    public ContactBook Contacts { get; } =
        new(Enum.GetValues<ContactRole>().ToDictionary(RoleNames.Of, role => new RoleContacts(phones.Phone(role), [])));
}
