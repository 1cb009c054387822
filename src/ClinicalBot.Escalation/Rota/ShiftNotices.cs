namespace ClinicalBot.Escalation;

/// <summary>Who is to be told of a shift, as a pure function.</summary>
public static class ShiftNotices
{
    private static readonly TimeSpan LongestShift = TimeSpan.FromDays(14);

    /// <summary>The shifts that begin soon, and of which their person is to be told.</summary>
    /// <param name="contacts">Who can be called.</param>
    /// <param name="before">How long before a shift its person is told, unless the contacts say it of the person.</param>
    /// <param name="told">What people were told before: none of it is due again.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<ToldShift> Due(ContactBook contacts, IReadOnlyList<TimeSpan> before, IReadOnlyList<ToldShift> told, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(before);
        var due = new List<ToldShift>();
        foreach (var role in Kept(contacts))
        {
            var end = now + contacts.People.SelectMany(person => person.NoticeBefore ?? before).Append(TimeSpan.Zero).Max() + LongestShift;
            var spans = OnCall.ByPerson(contacts, role, now, end);
            foreach (var begins in spans.Skip(1).Where(span => span.Answer is not null))
            {
                var person = begins.Answer!.Person;
                var leads = (person.NoticeBefore ?? before).Where(lead => begins.From - lead <= now).ToList();
                if (leads.Count > 0 && !told.Any(each => each.Is(role, person.Id, begins.From) && each.Before <= leads.Min()))
                {
                    due.Add(new ToldShift(role, person.Id, begins.From, begins.Until < end ? begins.Until : null, leads.Min()));
                }
            }
        }

        return due;
    }

    /// <summary>What people were told and is no longer so.</summary>
    /// <param name="contacts">Who can be called now.</param>
    /// <param name="told">What people were told before.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<ChangedShift> Changed(ContactBook contacts, IReadOnlyList<ToldShift> told, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(told);
        return [.. told.Where(shift => !shift.IsOver(now)).Select(shift => new ChangedShift(shift, AsIs(contacts, shift, now)))
            .Where(each => each.Now != each.Before)];
    }

    /// <summary>The roles whose people change.</summary>
    public static IEnumerable<string> Kept(ContactBook contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return contacts.Roles.Where(role => contacts[role].Rota is { IsKept: true } or { Shifts.Count: > 0 });
    }

    /// <summary>The shift as the contacts have it now; null when it is no longer the person's.</summary>
    private static ToldShift? AsIs(ContactBook contacts, ToldShift told, DateTimeOffset now)
    {
        var end = (told.Until ?? told.From) + LongestShift;
        var found = OnCall.ByPerson(contacts, told.Role, now, end).FirstOrDefault(span => span.Answer?.Person.Id == told.PersonId
            && span.Until > told.From && !(span.From >= told.Until));
        // What is under way began when it was told to; its end counts only as far as it is known, then and now.
        return found is null ? null : told with
        {
            From = found.From > now || told.From > now ? found.From : told.From,
            Until = told.Until is null || found.Until >= end ? told.Until : found.Until,
        };
    }
}

/// <summary>A shift as its person was told of it.</summary>
/// <param name="Role">The role.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends; null when that was not known.</param>
/// <param name="Before">How long before it, by the setting, the last notice was.</param>
public sealed record ToldShift(string Role, string PersonId, DateTimeOffset From, DateTimeOffset? Until, TimeSpan Before)
{
    /// <summary>Nothing more can be said of it.</summary>
    public bool IsOver(DateTimeOffset now) => (Until ?? From) <= now;

    internal bool Is(string role, string personId, DateTimeOffset from) =>
        Role.Equals(role, StringComparison.OrdinalIgnoreCase) && PersonId == personId && From == from;
}

/// <summary>A shift that is not as its person was told.</summary>
/// <param name="Before">As it was told.</param>
/// <param name="Now">As it is; null when it is no longer that person's.</param>
public sealed record ChangedShift(ToldShift Before, ToldShift? Now);
