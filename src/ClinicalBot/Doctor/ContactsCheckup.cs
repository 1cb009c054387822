using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Doctor;

/// <summary>Numbers for the cards, and people for the ladders.</summary>
internal sealed class ContactsCheckup(RolePhones numbers, ContactDirectory contacts, IOptions<EscalationOptions> options)
{
    private const string Check = "contacts";
    private const string TryAgain = "It is read again when it changes: the bot need not be restarted.";

    /// <summary>What is wrong, or one finding that nothing is.</summary>
    public IEnumerable<Finding> Run(DateTimeOffset now)
    {
        Finding[] wrong = contacts.LastRead is ContactsFile.Good { Book: var book } ? [.. Numbers(), .. People(book, now)] : [.. File()];
        return wrong.Any(finding => !finding.Ok) ? wrong
            : [.. wrong, Finding.Fine(Check, "every role has a number, and a person on call to be reached and phoned")];
    }

    /// <summary>The same for local mode, which has people of its own: only a file that is there and cannot be read is wrong.</summary>
    public IEnumerable<Finding> RunLocal() => contacts.LastRead switch
    {
        ContactsFile.Bad => File(),
        ContactsFile.Good => [Finding.Fine(Check, $"{contacts.FilePath} can be read")],
        _ => [Finding.Fine(Check, "not needed in local mode")],
    };

    private IEnumerable<Finding> Numbers() => numbers.Missing.Select(role => Finding.Wrong(
        Check, $"{RoleNames.Of(role)} has no phone in {contacts.FilePath}.",
        $"Set phone of the role to the number to dial. Until then cards say that there is none. {TryAgain}"));

    private IEnumerable<Finding> File()
    {
        yield return contacts.LastRead is ContactsFile.Bad bad
            ? Finding.Wrong(Check, $"{contacts.FilePath} cannot be read: {bad.Where}.",
                $"Correct that; contacts.template.json shows how it is written. {TryAgain}")
            : Finding.Wrong(
                Check, $"There is no {contacts.FilePath}: an escalation calls nobody in person.",
                "Copy contacts.template.json to it and put in the site's people, or set Escalation:ContactsFile to another file.");
    }

    private IEnumerable<Finding> People(ContactBook book, DateTimeOffset now)
    {
        foreach (var person in book.Roles.SelectMany(role => book[role].People).DistinctBy(person => person.Id).Where(person => !IsObjectId(person.Id)))
        {
            yield return Finding.Wrong(
                Check, $"aadObjectId of {person.Name} is no Entra object id.",
                    $"Set it in {contacts.FilePath} to the object id of the person's account (Entra admin center, Users).");
        }

        foreach (var role in options.Value.Roles)
        {
            var holders = OnCall.Holders(book, role, now);
            if (holders.Count == 0)
            {
                yield return Finding.Wrong(
                    Check, $"Nobody is on call as {role} now, and the ladders call that role.",
                        $"Add a person under \"{role}\" in {contacts.FilePath}, or correct from and until. {TryAgain}");
            }
            else if (holders.All(person => person.Phone is null))
            {
                var (said, fix) = ($"Nobody who is on call as {role} has a phone number", $"Set phone of the person in {contacts.FilePath}. {TryAgain}");
                yield return book[role].Phone is null
                    ? Finding.Wrong(Check, $"{said}, nor has the role.", fix)
                    : Finding.Note(Check, $"{said}: only the role's own is told.", fix);
            }
        }

        foreach (var role in book.Roles.Where(role => !options.Value.Roles.Contains(role, StringComparer.OrdinalIgnoreCase) && !IsKnown(role)))
        {
            yield return Finding.Note(Check, $"{contacts.FilePath} has a role {role} that no ladder calls.", "Correct its name, or remove it.");
        }
    }

    private static bool IsObjectId(string id) => Guid.TryParseExact(id, "D", out var guid) && guid != Guid.Empty;

    private static bool IsKnown(string role) => Enum.TryParse<Rules.ContactRole>(role, ignoreCase: true, out _);
}
