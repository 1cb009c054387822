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
        // Called by no ladder; here for the numbers to call back.
        ["ward"] = new RoleContacts(null, [.. Cast.People.Where(person => !person.IsCalled).Select(Of)]),
    });

    private static RoleContacts Of(RolePhones phones, ContactRole role, params IEnumerable<string> keys) => new(
        phones.Phone(role),
        [.. keys.Select(Cast.Find).OfType<Person>().Select(Of)]);

    private static ContactPerson Of(Person person) => new(person.ObjectId, person.Name, person.Account.Id, person.Phone);
}
