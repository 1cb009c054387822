namespace ClinicalBot.Escalation;

/// <summary>Who is to be told of a shift that begins soon, as a pure function.</summary>
public static class ShiftNotices
{
    private static readonly TimeSpan LongestShift = TimeSpan.FromDays(14);

    /// <summary>The notices due at an instant, each until its shift begins: whoever sends them sends each once, by its key.</summary>
    /// <param name="contacts">Who can be called.</param>
    /// <param name="before">How long before a shift its person is told; of several that are due only the last is.</param>
    /// <param name="now">The instant.</param>
    public static IReadOnlyList<ShiftNotice> Due(ContactBook contacts, IReadOnlyList<TimeSpan> before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(before);
        var due = new List<ShiftNotice>();
        if (before.Count == 0)
        {
            return due;
        }

        foreach (var role in contacts.Roles.Where(role => contacts[role].Rota is { IsKept: true } or { Shifts.Count: > 0 }))
        {
            var spans = OnCall.Between(contacts, role, now, now + before.Max() + LongestShift);
            foreach (var (ended, begins) in spans.Zip(spans.Skip(1)))
            {
                if (begins.Answer is { } answer && ended.Answer?.Person.Id != answer.Person.Id
                    && before.Where(lead => begins.From - lead <= now).ToList() is { Count: > 0 } leads)
                {
                    due.Add(new ShiftNotice(answer.Person, role, begins.From, begins.Until, leads.Min()));
                }
            }
        }

        return due;
    }
}

/// <summary>A shift that begins soon.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Role">The role.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends, as far as that is known.</param>
/// <param name="Before">Which notice it is.</param>
public sealed record ShiftNotice(ContactPerson Person, string Role, DateTimeOffset From, DateTimeOffset Until, TimeSpan Before)
{
    /// <summary>The same for the same notice.</summary>
    public string Key => FormattableString.Invariant($"shift/{Role}/{From.UtcTicks}/{Person.Id}/{Before.Ticks}");
}
