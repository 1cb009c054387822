using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Escalation;
using ClinicalBot.LocalChannel;
using ClinicalBot.Rules;

namespace ClinicalBot.LocalMode;

/// <summary>The page's made-up people in the roles that are called, with fictitious numbers.</summary>
internal sealed class PageContacts : IContactsWithoutFile
{
    /// <inheritdoc/>
    public ContactBook Contacts { get; } = new(new Dictionary<string, RoleContacts>
    {
        [RoleNames.Of(ContactRole.Proceduralist)] = Of("555-0100", "proceduralist", "proceduralist-2"),
        [RoleNames.Of(ContactRole.Neurology)] = Of("555-0101", "neurologist"),
        [RoleNames.Of(ContactRole.Mri)] = Of("555-0102"),
        // Called by no ladder; here for the numbers to call back.
        ["ward"] = new RoleContacts(null, [.. Cast.People.Where(person => !person.IsCalled).Select(Of)]),
    });

    private static RoleContacts Of(string phone, params IEnumerable<string> keys) => new(
        phone,
        [.. keys.Select(Cast.Find).OfType<Person>().Select(Of)]);

    private static ContactPerson Of(Person person) => new(person.ObjectId, person.Name, person.Account.Id, person.Phone);
}
