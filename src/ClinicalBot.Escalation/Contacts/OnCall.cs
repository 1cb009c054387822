using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>Who holds a role. The one place that answers it.</summary>
public static class OnCall
{
    /// <summary>
    /// The people who hold a role at an instant: first the person on call, then the next in line, the named fallback after them, and last those
    /// who are outside their hours. Empty when there is no one.
    /// </summary>
    public static IReadOnlyList<ContactPerson> Holders(ContactBook contacts, string role, DateTimeOffset at) =>
        [.. Line(contacts, role, at).Select(each => each.Person)];

    /// <summary>The same with who is outside their hours.</summary>
    internal static IReadOnlyList<(ContactPerson Person, bool IsOutsideHours)> Line(ContactBook contacts, string role, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var of = contacts[role];
        var onCall = At(contacts, role, at);
        IEnumerable<ContactPerson?> line = [onCall?.Person, .. Listed(of, at), Fallback(contacts, of)];
        return [.. line.OfType<ContactPerson>().DistinctBy(person => person.Id)
            .Select(person => (person, IsOutside: person.Id == onCall?.Person.Id ? onCall.IsOutsideHours : !IsIn(person, at)))
            .OrderBy(each => each.IsOutside)];
    }

    /// <summary>
    /// The person on call at an instant and what says so; null in a gap that no fallback fills. A person outside their hours counts only when no
    /// other does, or when they took the role or agreed to have it.
    /// </summary>
    public static OnCallAnswer? At(ContactBook contacts, string role, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var of = contacts[role];
        return At(contacts, of, at, person => IsIn(person, at))
            ?? (At(contacts, of, at, _ => true) is { } outside ? outside with { IsOutsideHours = true } : null);
    }

    private static OnCallAnswer? At(ContactBook contacts, RoleContacts of, DateTimeOffset at, Func<ContactPerson, bool> isIn)
    {
        if (of.Rota.At(at, (id, layer) => contacts.Find(id) is { } person && (layer >= RotaLayer.Override || isIn(person))) is { } found)
        {
            return new OnCallAnswer(contacts.Find(found.PersonId)!, found.Layer);
        }

        return (of.Rota.IsKept ? null : Listed(of, at).FirstOrDefault(isIn)) is { } first ? new OnCallAnswer(first, RotaLayer.Listed)
            : Fallback(contacts, of) is { } fallback && isIn(fallback) ? new OnCallAnswer(fallback, RotaLayer.Fallback)
            : null;
    }

    /// <summary>Who is on call in a time, one after the other without a hole: a gap is a span without a person.</summary>
    /// <param name="contacts">Who can be called.</param>
    /// <param name="role">The role.</param>
    /// <param name="from">From then on.</param>
    /// <param name="to">Until then.</param>
    public static IReadOnlyList<OnCallSpan> Between(ContactBook contacts, string role, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var spans = new List<OnCallSpan>();
        for (var at = from; at < to;)
        {
            var next = NextAfter(contacts, contacts[role], at) is { } edge && edge < to ? edge : to;
            var answer = At(contacts, role, at);
            if (spans is [.., var last] && last.Answer == answer)
            {
                spans[^1] = last with { Until = next };
            }
            else
            {
                spans.Add(new OnCallSpan(at, next, answer));
            }

            at = next;
        }

        return spans;
    }

    /// <summary>The same by person: what says so may change within a span, and is that of its beginning.</summary>
    /// <param name="contacts">Who can be called.</param>
    /// <param name="role">The role.</param>
    /// <param name="from">From then on.</param>
    /// <param name="to">Until then.</param>
    public static IReadOnlyList<OnCallSpan> ByPerson(ContactBook contacts, string role, DateTimeOffset from, DateTimeOffset to)
    {
        var spans = new List<OnCallSpan>();
        foreach (var span in Between(contacts, role, from, to))
        {
            if (spans is [.., var last] && last.Answer?.Person.Id == span.Answer?.Person.Id)
            {
                spans[^1] = last with { Until = span.Until };
            }
            else
            {
                spans.Add(span);
            }
        }

        return spans;
    }

    private static DateTimeOffset? NextAfter(ContactBook contacts, RoleContacts of, DateTimeOffset at)
    {
        var edges = of.People.SelectMany(person => new[] { person.From, person.Until })
            .Concat(contacts.People.Select(person => person.Hours?.NextAfter(at))).Append(of.Rota.NextAfter(at)).Where(edge => edge > at).ToList();
        return edges.Count == 0 ? null : edges.Min();
    }

    private static bool IsIn(ContactPerson person, DateTimeOffset at) => person.Hours?.Covers(at) is not false;

    private static IEnumerable<ContactPerson> Listed(RoleContacts of, DateTimeOffset at) =>
        of.People.Where(person => !(at < person.From) && !(at >= person.Until));

    private static ContactPerson? Fallback(ContactBook contacts, RoleContacts of) => of.Fallback is { } id ? contacts.Find(id) : null;
}

/// <summary>Who is on call.</summary>
/// <param name="Person">The person.</param>
/// <param name="Layer">What says so.</param>
public sealed record OnCallAnswer(ContactPerson Person, RotaLayer Layer)
{
    /// <summary>The person is outside their hours, and there is no other.</summary>
    public bool IsOutsideHours { get; init; }
}

/// <summary>A time with one answer.</summary>
/// <param name="From">From then on.</param>
/// <param name="Until">Until then.</param>
/// <param name="Answer">Who; null in a gap.</param>
public sealed record OnCallSpan(DateTimeOffset From, DateTimeOffset Until, OnCallAnswer? Answer);

/// <summary>The rules' roles as the contacts file and ladders name them.</summary>
public static class RoleNames
{
    /// <summary>The role's name.</summary>
    public static string Of(ContactRole role) => role switch
    {
        ContactRole.Proceduralist => "proceduralist",
        ContactRole.Neurology => "neurology",
        _ => "mri",
    };
}
