using ClinicalBot.Escalation;
using ClinicalBot.Hosting;
using ClinicalBot.LocalChannel;
using ClinicalBot.Rules;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Cases;

/// <summary>
/// Who can be called: the contacts file, read again whenever it changed. One that cannot be read keeps the last good one and says so in
/// the log. Without a file local mode calls the people of the page, and a site only has the numbers of its roles.
/// </summary>
internal sealed class ContactDirectory(
    IOptions<EscalationOptions> options, Site.Contacts phones, BotMode mode, IHostEnvironment environment, ILogger<ContactDirectory> logger)
{
    private readonly Lock _lock = new();
    private ContactsFile _file = new ContactsFile.Missing();
    private ContactBook? _lastGood;
    private DateTime? _readAt;

    /// <summary>The contacts now.</summary>
    public ContactBook Current
    {
        get
        {
            lock (_lock)
            {
                Refresh();
                return _lastGood ??= mode.IsLocal ? OfThePage() : Numbers();
            }
        }
    }

    /// <summary>The file as it is now, good or not.</summary>
    public ContactsFile LastRead
    {
        get
        {
            lock (_lock)
            {
                Refresh();
                return _file;
            }
        }
    }

    /// <summary>Where the file is, or should be.</summary>
    public string FilePath { get; } = Path.Combine(environment.ContentRootPath, options.Value.ContactsFile);

    /// <summary>Every number that may help, one line each: the people who hold the roles, then the roles' own numbers.</summary>
    public IReadOnlyList<string> PhoneLines(IEnumerable<string> roles, DateTimeOffset at)
    {
        var book = Current;
        return
        [
            .. roles.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(role => OnCall.Holders(book, role, at)
                .Where(person => person.Phone is not null)
                .Select(person => $"{person.Name} ({RoleWord(role)}): {person.Phone}")
                .Append(book[role].Phone is { } phone ? $"{RoleWord(role)}: {phone}" : $"{RoleWord(role)}: {Texts.Text.NoNumber}")),
        ];
    }

    /// <summary>A role as people read it.</summary>
    public static string RoleWord(string role) =>
        Enum.TryParse<ContactRole>(role, ignoreCase: true, out var known) ? Texts.Words.Of(known) : role;

    private void Refresh()
    {
        var changed = File.Exists(FilePath) ? File.GetLastWriteTimeUtc(FilePath) : (DateTime?)null;
        if (changed == _readAt)
        {
            return;
        }

        _file = ContactsFile.Load(FilePath, Phone);

        // One that somebody is just writing is read again the next time.
        _readAt = _file is ContactsFile.Bad { MayPass: true } ? null : changed;
        if (_file is ContactsFile.Good good)
        {
            _lastGood = good.Book;
        }
        else if (_file is ContactsFile.Bad bad)
        {
            logger.LogError("The contacts file cannot be read ({Where}). The contacts read before stay in use.", bad.Where);
        }
    }

    private ContactBook Numbers() => new(Enum.GetValues<ContactRole>().ToDictionary(RoleNames.Of, role => new RoleContacts(phones.Phone(role), [])));

    private ContactBook OfThePage() => new(new Dictionary<string, RoleContacts>
    {
        [RoleNames.Of(ContactRole.Proceduralist)] = OfThePage(ContactRole.Proceduralist, "proceduralist", "proceduralist-2"),
        [RoleNames.Of(ContactRole.Neurology)] = OfThePage(ContactRole.Neurology, "neurologist"),
        [RoleNames.Of(ContactRole.Mri)] = new(phones.Phone(ContactRole.Mri), []),
    });

    private RoleContacts OfThePage(ContactRole role, params IEnumerable<string> keys) => new(
        phones.Phone(role),
        [.. keys.Select(Cast.Find).OfType<Person>().Select(person => new ContactPerson(person.ObjectId, person.Name, person.Account.Id))]);

    private string? Phone(string role) => Enum.TryParse<ContactRole>(role, ignoreCase: true, out var known) ? phones.Phone(known) : null;
}
