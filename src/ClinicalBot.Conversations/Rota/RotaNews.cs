using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using NodaTime;

namespace ClinicalBot.Conversations.Rota;

/// <summary>What is new about who is on call, against what people were told.</summary>
/// <param name="book">Who can be called now.</param>
/// <param name="before">What people were told.</param>
/// <param name="roles">The roles of which the whole rota is known now; the others are left as they were told.</param>
/// <param name="now">The moment.</param>
/// <param name="zone">Of the times people read.</param>
internal sealed class RotaNews(ContactBook book, RotaTold before, IReadOnlyList<string> roles, DateTimeOffset now, DateTimeZone zone)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(30);

    private readonly List<(string? To, Func<string> Text)> _messages = [];

    /// <summary>Id of the person, or null for the channel, and what is said, in the language spoken then.</summary>
    public IReadOnlyList<(string? To, Func<string> Text)> Messages => _messages;

    /// <summary>What people were told is no longer what was kept.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Finds it all.</summary>
    /// <param name="leads">How long before a shift its person is told.</param>
    /// <returns>What people were told once the messages are sent.</returns>
    public RotaTold Find(IReadOnlyList<TimeSpan> leads)
    {
        var shifts = new List<ToldShift>(before.Shifts.Where(shift => !shift.IsOver(now)));
        IsNew = shifts.Count < before.Shifts.Count;
        Changed(shifts);
        Soon(shifts, leads);
        var onCall = Handovers(shifts);
        return new RotaTold { OnCall = onCall, Shifts = shifts };
    }

    private void Changed(List<ToldShift> shifts)
    {
        foreach (var (told, current) in ShiftNotices.Changed(book, shifts, now).Where(each => IsKnown(each.Before.Role)))
        {
            shifts.Remove(told);
            if (current is not null)
            {
                shifts.Add(current);
                Tell(told.PersonId, () => Say.With(Text.ShiftChanged, ContactDirectory.RoleWord(told.Role), When(current.From, current.Until),
                    When(told.From, told.Until)));
            }
            else
            {
                var instead = OnCall.At(book, told.Role, told.From > now ? told.From : now)?.Person.Name;
                Tell(told.PersonId, () => Say.With(Text.ShiftGone, ContactDirectory.RoleWord(told.Role), When(told.From, told.Until),
                    instead ?? Text.OnCallNobody));
            }
        }
    }

    private void Soon(List<ToldShift> shifts, IReadOnlyList<TimeSpan> leads)
    {
        foreach (var due in ShiftNotices.Due(book, leads, shifts, now).Where(each => IsKnown(each.Role)))
        {
            shifts.RemoveAll(each => each.Role == due.Role && each.PersonId == due.PersonId && each.From == due.From);
            shifts.Add(due);
            Tell(due.PersonId, () => Say.With(Text.ShiftSoon, ContactDirectory.RoleWord(due.Role), When(due.From, due.Until)));
        }
    }

    /// <summary>Tells the channel who is on call, the person on call when the change was not expected, and the next in line that they are next.</summary>
    private Dictionary<string, string?> Handovers(List<ToldShift> shifts)
    {
        var onCall = before.OnCall.ToDictionary(each => each.Key, each => each.Value);
        var changed = new List<Func<string>>();
        foreach (var role in roles)
        {
            var spans = OnCall.ByPerson(book, role, now, now + Ahead);
            var person = spans[0].Answer?.Person;
            var isKnown = onCall.TryGetValue(role, out var last);
            if (isKnown && last == person?.Id)
            {
                continue;
            }

            (IsNew, onCall[role]) = (true, person?.Id);
            if (!isKnown)
            {
                continue;
            }

            changed.Add(() => Say.With(Text.OnCallOpen, ContactDirectory.RoleWord(role), person?.Name ?? Text.OnCallNobody));
            if (person is not null && !IsTold(shifts, role, person.Id, now))
            {
                var until = spans.Count > 1 ? spans[0].Until : (DateTimeOffset?)null;
                shifts.Add(new ToldShift(role, person.Id, now, until, TimeSpan.Zero));
                Tell(person.Id, () => Say.With(Text.ShiftNow, ContactDirectory.RoleWord(role), When(now, until)));
            }

            if (spans.Count > 1 && spans[1].Answer?.Person is { } next && !IsTold(shifts, role, next.Id, spans[1].From))
            {
                var until = spans.Count > 2 ? spans[1].Until : (DateTimeOffset?)null;
                // Not yet one of the notices before a shift, which are still to come.
                shifts.Add(new ToldShift(role, next.Id, spans[1].From, until, TimeSpan.MaxValue));
                Tell(next.Id, () => Say.With(Text.ShiftNext, ContactDirectory.RoleWord(role), When(spans[1].From, until),
                    person?.Name ?? Text.OnCallNobody));
            }
        }

        if (changed.Count > 0)
        {
            _messages.Add((null, () => $"{Text.RotaHandover} {string.Join(" ", changed.Select(each => each()))}"));
        }

        return onCall;
    }

    private static bool IsTold(List<ToldShift> shifts, string role, string id, DateTimeOffset at) =>
        shifts.Exists(each => each.Role == role && each.PersonId == id && each.From <= at && !(each.Until <= at));

    private bool IsKnown(string role) => roles.Contains(role, StringComparer.OrdinalIgnoreCase);

    private void Tell(string id, Func<string> text)
    {
        IsNew = true;
        _messages.Add((id, text));
    }

    private string When(DateTimeOffset from, DateTimeOffset? until) => until is { } end
        ? Say.With(Text.RotaWhen, Clock.Short(from, now, zone), Clock.Short(end, now, zone))
        : Say.With(Text.RotaWhenOpen, Clock.Short(from, now, zone));
}
