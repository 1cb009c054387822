using System.Globalization;
using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>Starts ladders and fires their steps.</summary>
internal static class LadderClimb
{
    /// <summary>Starts the ladder of the case's urgency, unless one at least as urgent is under way or a person has the case for it.</summary>
    public static void StartIfNeeded(CaseTurn turn, bool notReexamined)
    {
        var urgency = turn.Case.Urgency;
        var covered = turn.Case.Status != CaseStatus.Watching && turn.Case.Run is { } run && run.Urgency >= urgency;
        if (urgency < Urgency.Urgent || covered)
        {
            return;
        }

        turn.Happen(new CaseEvent.EscalationStarted(urgency, turn.World.LadderFor(urgency), notReexamined));
        FireIfDue(turn);
    }

    /// <summary>
    /// Fires the step that is due. A step that reaches no one does not wait: the next follows at once, down to the end of the ladder.
    /// After an outage the next step counts from now, so that what was missed does not arrive in a burst.
    /// </summary>
    public static void FireIfDue(CaseTurn turn)
    {
        while (turn.Case is { Status: CaseStatus.Calling, Run: { DueAt: { } due } run } && due <= turn.Now)
        {
            Fire(turn, run);
            if (turn.Case.Run is not { Calls.Count: 0, IsExhausted: false })
            {
                return;
            }

            turn.Happen(new CaseEvent.Hurried());
        }
    }

    /// <summary>The next step is due now.</summary>
    public static void Hurry(CaseTurn turn)
    {
        var run = turn.Case.Run!;
        if (turn.Case.Status == CaseStatus.Calling && !run.IsExhausted)
        {
            turn.Happen(new CaseEvent.Hurried());
            FireIfDue(turn);
        }
    }

    private static void Fire(CaseTurn turn, LadderRun run)
    {
        var (round, step, ends) = Next(run);
        if (ends)
        {
            turn.Happen(new CaseEvent.LadderExhausted());
        }

        var exhausted = ends || run.IsExhausted;
        var targets = TargetsNow(turn, run, step, exhausted);
        var (calls, nobody) = Resolve(turn, targets);
        var wait = exhausted ? run.Ladder.FinalEvery : run.Ladder.Steps[step].Wait;
        var grace = wait < turn.World.DeliveryGrace ? wait : turn.World.DeliveryGrace;
        turn.Happen(new CaseEvent.StepFired(round, step, run.Because, calls, nobody, turn.Now + wait, turn.Now + grace));
        IReadOnlyList<ContactPerson> called = [.. calls.Select(call => call.Person).OfType<ContactPerson>()];
        foreach (var call in calls)
        {
            turn.Send(new CaseEffect.SendCall(call, run.Because, call.Person is null ? called : []));
        }

        if (exhausted)
        {
            turn.TellToPhone(PhoneReason.NobodyAnswered);
        }
        else if (targets.Count > 0 && (calls.Count == 0 || nobody.Any(role => role != CallIds.Channel)) && !(turn.Case.ToldToPhoneAt >= run.StartedAt))
        {
            turn.TellToPhone(PhoneReason.NobodyToCall);
        }
    }

    private static (int Round, int Step, bool Ends) Next(LadderRun run)
    {
        var last = run.Ladder.Steps.Count - 1;
        return run.IsExhausted ? (run.Round, last, false)
            : run.Step < last ? (run.Round, run.Step + 1, false)
            : run.Round < run.Ladder.Repeats ? (run.Round + 1, 0, false)
            : (run.Round, last, true);
    }

    /// <summary>A call for these roles is about a need that is still open. A role that is none of the needs helps with any of them.</summary>
    public static bool Concerns(IEnumerable<string> roles, IReadOnlyList<string> open, IReadOnlyList<string> needs) => open.Count > 0
        && (open.Contains(Need.Any) || roles.Any(role => open.Contains(role, StringComparer.OrdinalIgnoreCase)
            || !needs.Contains(role, StringComparer.OrdinalIgnoreCase)));

    /// <summary>
    /// Whom a step calls, as answers stand: no role that has answered, the channel only with another or by itself, and each needed role the
    /// step would never reach.
    /// </summary>
    private static IReadOnlyList<LadderTarget> TargetsNow(CaseTurn turn, LadderRun run, int step, bool exhausted)
    {
        var (open, needs) = (Responders.Open(turn.Case), run.Needs);
        var inStep = run.Ladder.Steps[step].Targets;
        List<LadderTarget> roles =
        [
            .. inStep.OfType<LadderTarget.Role>().Where(role => Concerns([role.Name], open, needs)),
            .. open.Where(need => need != Need.Any && !Calls(inStep, need)
                && (exhausted || IsAdded(need) || !run.Ladder.Steps.Any(each => Calls(each.Targets, need))))
                .Select(need => new LadderTarget.Role(need, TimesCalled(run, need))),
        ];
        return roles.Count > 0 || inStep.All(target => target is LadderTarget.Channel) ? [.. inStep.OfType<LadderTarget.Channel>(), .. roles] : [];

        bool IsAdded(string need) => run.Added?.Contains(need, StringComparer.OrdinalIgnoreCase) is true;

        static bool Calls(IEnumerable<LadderTarget> targets, string need) =>
            targets.OfType<LadderTarget.Role>().Any(role => role.Name.Equals(need, StringComparison.OrdinalIgnoreCase));
    }

    private static int TimesCalled(LadderRun run, string role) =>
        run.EarlierCalls.Concat(run.Calls).Count(call => call.Roles.Contains(role, StringComparer.OrdinalIgnoreCase));

    private static (IReadOnlyList<Call> Calls, IReadOnlyList<string> Nobody) Resolve(CaseTurn turn, IReadOnlyList<LadderTarget> targets)
    {
        var calls = new List<Call>();
        var nobody = new List<string>();
        foreach (var target in targets)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{turn.Case.Length}.{calls.Count}");
            switch (target)
            {
                case LadderTarget.Channel when turn.World.HasChannel:
                    calls.Add(new Call(id, Role: null, Person: null) { At = turn.Now });
                    break;
                case LadderTarget.Channel:
                    nobody.Add(CallIds.Channel);
                    break;
                case LadderTarget.Role role when Holder(turn, role) is not { } person:
                    nobody.Add(role.Name);
                    break;
                case LadderTarget.Role role when Holder(turn, role) is { } holder:
                    Add(calls, new Call(id, role.Name, holder.Person) { At = turn.Now, Despite = holder.Despite, OutsideHours = holder.IsOutsideHours });
                    break;
            }
        }

        return (calls, [.. nobody.Distinct()]);
    }

    /// <summary>One call a person, for all the roles the person holds.</summary>
    private static void Add(List<Call> calls, Call call)
    {
        var at = calls.FindIndex(each => each.Person?.Id == call.Person!.Id);
        if (at < 0)
        {
            calls.Add(call);
        }
        else if (!calls[at].Roles.Contains(call.Role!, StringComparer.OrdinalIgnoreCase))
        {
            calls[at] = calls[at] with { AlsoFor = [.. (calls[at].AlsoFor ?? []).Append(call.Role!)] };
        }
    }

    /// <summary>A person who cannot come or handed the case back is called again only when no other is left.</summary>
    private static (ContactPerson Person, bool Despite, bool IsOutsideHours)? Holder(CaseTurn turn, LadderTarget.Role role)
    {
        var line = OnCall.Line(turn.World.Contacts, role.Name, turn.Now);
        List<(ContactPerson Person, bool IsOutsideHours)> ready = [.. line.Where(each => turn.Case.Run?.StoodDown?.Contains(each.Person.Id) is not true)];
        var from = ready.Count > 0 ? ready : line;
        return from.Count == 0 ? null
            : from[Math.Min(role.Next, from.Count - 1)] is var (person, isOutside) ? (person, ready.Count == 0, isOutside) : null;
    }
}
