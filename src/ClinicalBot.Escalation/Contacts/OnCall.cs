using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>Who holds a role. The one place that answers it: a rota can stand behind it without anybody noticing.</summary>
public static class OnCall
{
    /// <summary>The people who hold a role at an instant: first the person on call, then the next in line. Empty when no one holds it.</summary>
    public static IReadOnlyList<ContactPerson> Holders(ContactBook contacts, string role, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return [.. contacts[role].People.Where(person => !(at < person.From) && !(at >= person.Until))];
    }
}

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
