namespace ClinicalBot.Escalation;

/// <summary>
/// Holds what is done for the patient to the site's own targets. When one has passed, the people who have the case are told, then the next in
/// line, one after the other. While no one has the case its ladder calls people, and nothing is told here.
/// </summary>
internal static class MilestoneWatch
{
    /// <summary>When a person is told next; null for never.</summary>
    public static DateTimeOffset? DueAt(Case @case) =>
        Responders.Of(@case).Count == 0 ? null : Waiting(@case).Min(each => each.At);

    /// <summary>Tells who is to be told now.</summary>
    public static void TellIfDue(CaseTurn turn)
    {
        if (Responders.Of(turn.Case).Count == 0)
        {
            return;
        }

        var told = new Dictionary<Actor, ThreadNotice>();
        foreach (var (what, _) in Waiting(turn.Case).Where(each => each.At <= turn.Now).ToList())
        {
            var before = turn.Case.Overdue?.FirstOrDefault(each => each.What == what);
            IReadOnlyList<Actor> to = before is null
                ? [.. Responders.Of(turn.Case).Select(each => each.By)] : [.. Line(turn, before.Told).Take(1)];
            var isLast = !Line(turn, [.. (before?.Told ?? []).Concat(to.Select(each => each.Id))]).Any();
            turn.Happen(new CaseEvent.MilestoneOverdue(what, to, isLast ? null : turn.Now + turn.Case.Run!.Ladder.OverdueAgain));
            foreach (var person in to)
            {
                told.TryAdd(person, before is null ? ThreadNotice.Overdue : ThreadNotice.OverdueNext);
            }
        }

        foreach (var (person, notice) in told)
        {
            turn.Send(new CaseEffect.TellPerson(person, notice));
        }
    }

    private static IEnumerable<(Milestone What, DateTimeOffset? At)> Waiting(Case @case) => @case.Run is { Ladder.Targets: { } targets } run
        ? targets.Where(target => @case.Milestones?.Any(each => each.What == target.What) is not true)
            .Select(target => (target.What, @case.Overdue?.FirstOrDefault(each => each.What == target.What) is { } late
                ? late.NextAt : run.StartedAt + target.Within))
        : [];

    /// <summary>Who is next in line for the roles of the people who have the case.</summary>
    private static IEnumerable<Actor> Line(CaseTurn turn, IReadOnlyList<string> told)
    {
        var run = turn.Case.Run!;
        var answered = Responders.Of(turn.Case);
        IReadOnlyList<string> roles = [.. answered.SelectMany(Responders.RolesOf).Where(role => role != Need.Any).Distinct(StringComparer.OrdinalIgnoreCase)];
        return (roles.Count > 0 ? roles : [.. run.EarlierCalls.Concat(run.Calls).SelectMany(call => call.Roles).Distinct(StringComparer.OrdinalIgnoreCase)])
            .SelectMany(role => OnCall.Holders(turn.World.Contacts, role, turn.Now))
            .Where(person => !told.Contains(person.Id) && run.StoodDown?.Contains(person.Id) is not true
                && answered.All(each => each.By.Id != person.Id))
            .DistinctBy(person => person.Id).Select(person => new Actor(person.Id, person.Name));
    }
}
