namespace ClinicalBot.Escalation;

/// <summary>Who has answered a case, and for which of the roles it needs. One answer never counts for another role.</summary>
public static class Responders
{
    /// <summary>The people who answered, in the order of their answers.</summary>
    public static IReadOnlyList<Attendance> Of(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return @case.Attendance is { } first ? [first, .. @case.Others ?? []] : [];
    }

    /// <summary>What the case needs an answer for, whether it has one or not: roles, or <see cref="Need.Any"/>; empty before any escalation.</summary>
    public static IReadOnlyList<string> Needed(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return @case.Run?.Needs ?? [];
    }

    /// <summary>What no one has answered for.</summary>
    public static IReadOnlyList<string> Open(Case @case) =>
        [.. Needed(@case).Where(need => !Of(@case).Any(each => RolesOf(each).Contains(need, StringComparer.OrdinalIgnoreCase)))];

    /// <summary>A person is called for something that no one has answered for.</summary>
    public static bool IsCalled(Case @case, string? person)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return @case.Run is { } run
            && run.Calls.Any(call => call.Person?.Id == person && call.Roles.Intersect(Open(@case), StringComparer.OrdinalIgnoreCase).Any());
    }

    /// <summary>Who answered for a need; null when no one did.</summary>
    public static Attendance? For(Case @case, string need) => Of(@case).FirstOrDefault(each => RolesOf(each).Contains(need, StringComparer.OrdinalIgnoreCase));

    /// <summary>The needs a person answered for.</summary>
    internal static IReadOnlyList<string> RolesOf(Attendance attendance) => attendance.Roles ?? Need.OneAnswer;

    /// <summary>A person answers; the one who had one of the same roles no longer has it.</summary>
    internal static Case Answer(Case @case, Attendance by) => With(
        @case,
        [
            .. Of(@case).Where(each => each.By.Id != by.By.Id)
                .Select(each => each with { Roles = [.. RolesOf(each).Except(RolesOf(by), StringComparer.OrdinalIgnoreCase)] })
                .Where(each => each.Roles!.Count > 0),
            by,
        ]);

    /// <summary>A person no longer has it.</summary>
    internal static Case Leave(Case @case, Actor by) => With(@case, [.. Of(@case).Where(each => each.By.Id != by.Id)]);

    /// <summary>Where a case stands, by who has answered: it is called on while one need is open.</summary>
    internal static Case Settle(Case @case)
    {
        var status = Open(@case).Count > 0 ? CaseStatus.Calling
            : Of(@case).Any(each => each.Until is not null) ? CaseStatus.Acknowledged
            : CaseStatus.Attended;
        return @case with { Status = status };
    }

    private static Case With(Case @case, IReadOnlyList<Attendance> all) =>
        Settle(@case with { Attendance = all.Count > 0 ? all[0] : null, Others = all.Count > 1 ? [.. all.Skip(1)] : null });
}
