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
        var (calls, nobody) = Resolve(turn, run.Ladder.Steps[step]);
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
        else if ((calls.Count == 0 || nobody.Any(role => role != CallIds.Channel)) && !(turn.Case.ToldToPhoneAt >= run.StartedAt))
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

    private static (IReadOnlyList<Call> Calls, IReadOnlyList<string> Nobody) Resolve(CaseTurn turn, LadderStep step)
    {
        var calls = new List<Call>();
        var nobody = new List<string>();
        foreach (var target in step.Targets)
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
                case LadderTarget.Role role when Holder(turn, role) is { } person && !calls.Exists(call => call.Person?.Id == person.Id):
                    calls.Add(new Call(id, role.Name, person) { At = turn.Now });
                    break;
            }
        }

        return (calls, [.. nobody.Distinct()]);
    }

    private static ContactPerson? Holder(CaseTurn turn, LadderTarget.Role role)
    {
        var line = OnCall.Holders(turn.World.Contacts, role.Name, turn.Now);
        return line.Count == 0 ? null : line[Math.Min(role.Next, line.Count - 1)];
    }
}
