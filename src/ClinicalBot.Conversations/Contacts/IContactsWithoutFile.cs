using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>Who can be called while no contacts file has ever been read. The host decides: a site has no one, local mode has made-up people.</summary>
internal interface IContactsWithoutFile
{
    /// <summary>The contacts.</summary>
    ContactBook Contacts { get; }
}

/// <summary>No one, and no number: health and doctor say so.</summary>
internal sealed class NoContacts : IContactsWithoutFile
{
    /// <inheritdoc/>
    public ContactBook Contacts => ContactBook.Empty;
}
