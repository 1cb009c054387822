using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Escalation;
using ClinicalBot.LocalChannel;
using ClinicalBot.Rules;

namespace ClinicalBot.LocalMode;

/// <summary>The page's made-up people in the roles that are called.</summary>
internal sealed class PageContacts(RolePhones phones) : IContactsWithoutFile
{
    /// <inheritdoc/>
    public ContactBook Contacts { get; } = new(new Dictionary<string, RoleContacts>
    {
        [RoleNames.Of(ContactRole.Proceduralist)] = Of(phones, ContactRole.Proceduralist, "proceduralist", "proceduralist-2"),
        [RoleNames.Of(ContactRole.Neurology)] = Of(phones, ContactRole.Neurology, "neurologist"),
        [RoleNames.Of(ContactRole.Mri)] = Of(phones, ContactRole.Mri),
    });

    private static RoleContacts Of(RolePhones phones, ContactRole role, params IEnumerable<string> keys) => new(
        phones.Phone(role),
        [.. keys.Select(Cast.Find).OfType<Person>().Select(person => new ContactPerson(person.ObjectId, person.Name, person.Account.Id))]);
}
