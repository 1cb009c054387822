using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>
/// Who can be called: the contacts file, read again whenever it changed. One that cannot be read keeps the last good one and says so in
/// the log. Without a file <see cref="IContactsWithoutFile"/> says who there is.
/// </summary>
internal sealed class ContactDirectory(
    IOptions<EscalationOptions> options, IContactsWithoutFile withoutFile, CalendarShifts calendars, RotaCache agreed,
    IOptions<SiteOptions> site, IHostEnvironment environment, ILogger<ContactDirectory> logger)
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
                return _lastGood ??= withoutFile.Contacts;
            }
        }
    }

    /// <summary>
    /// The contacts of a tenant now, with what people agreed on a few seconds ago at the latest: no one is ever called for a case of another
    /// tenant than their own.
    /// </summary>
    public ContactBook Of(string? tenant) => Of(tenant, agreed.Of(tenant));

    /// <summary>The same with what people agreed on, as the turn has read it.</summary>
    public ContactBook Of(string? tenant, RotaFile file) => options.Value.IsHome(tenant) ? file.Over(calendars.Over(Current)) : Current.NumbersOnly;

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

    /// <summary>Every number that may help: the people who hold the roles, then the roles' own numbers.</summary>
    public IReadOnlyList<PhoneEntry> Everybody(IEnumerable<string> roles, DateTimeOffset at, string? tenant)
    {
        var book = Of(tenant);
        return
        [
            .. roles.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(role => OnCall.Holders(book, role, at)
                .Where(person => person.Phone is not null)
                .Select(person => new PhoneEntry(RoleWord(role), person.Name, person.Phone, person.Upn))
                .Append(new PhoneEntry(RoleWord(role), null, book[role].Phone, null))),
        ];
    }

    /// <summary>Whom to call for some roles, one each: the person on call who has a number, else the role's own number.</summary>
    public IReadOnlyList<PhoneEntry> Phones(IEnumerable<Rules.ContactRole> roles, DateTimeOffset at)
    {
        var book = Of(options.Value.HomeTenant);
        return
        [
            .. roles.Distinct().Select(role => (Role: role, Name: RoleNames.Of(role), OnCall: FirstOnCall(book, role, at)))
                .Select(each => new PhoneEntry(
                    Texts.Words.Short(each.Role), each.OnCall?.Name, each.OnCall?.Phone ?? book[each.Name].Phone, each.OnCall?.Upn)),
        ];
    }

    /// <summary>The number to call a person of the contacts file back at, whatever the role; null when not known.</summary>
    public string? PhoneOf(string personId) =>
        Current is var book ? book.Roles.SelectMany(role => book[role].People)
            .Where(person => person.Id == personId).Select(person => person.CallBack ?? person.Phone).FirstOrDefault(phone => phone is not null) : null;

    private static ContactPerson? FirstOnCall(ContactBook book, Rules.ContactRole role, DateTimeOffset at) =>
        OnCall.Holders(book, RoleNames.Of(role), at) is [var first, ..] ? first : null;

    /// <summary>A role as people read it.</summary>
    public static string RoleWord(string role) =>
        Enum.TryParse<ContactRole>(role, ignoreCase: true, out var known) ? Texts.Words.Short(known)
        : role.Length > 0 ? char.ToUpper(role[0], System.Globalization.CultureInfo.CurrentCulture) + role[1..] : role;

    private void Refresh()
    {
        var changed = File.Exists(FilePath) ? File.GetLastWriteTimeUtc(FilePath) : (DateTime?)null;
        if (changed == _readAt)
        {
            return;
        }

        _file = ContactsFile.Load(FilePath, site.Value.TimeZone);

        // A file that is just being written is read again the next time.
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
}
