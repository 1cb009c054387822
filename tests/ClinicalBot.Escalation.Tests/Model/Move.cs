using ClinicalBot.Rules;
using CsCheck;

namespace ClinicalBot.Escalation.Tests.Model;

/// <summary>One thing that happens to a case in a random script.</summary>
public abstract record Move
{
    public sealed record Wait(int Minutes) : Move;

    /// <summary>Nothing wakes the case for a while; then one tick.</summary>
    public sealed record Outage(int Minutes) : Move;

    /// <summary>The clock is set back.</summary>
    public sealed record ClockBack(int Minutes) : Move;

    /// <summary>The case is written down and read again.</summary>
    public sealed record Restart : Move;

    /// <param name="What">0 to 4: acknowledge, take over, at bedside, hand back, close.</param>
    /// <param name="Who">Index of the person.</param>
    /// <param name="Behind">How many revisions out of date the card is.</param>
    public sealed record Press(int What, int Who, int Eta, int Behind) : Move;

    /// <summary>The last press arrives once more.</summary>
    public sealed record Replay : Move;

    public sealed record Examine(int Which) : Move;

    public sealed record Refuse(int Call) : Move;

    public sealed record Deliver(int Call) : Move;

    public sealed record RequesterGone : Move;

    /// <summary>The channel stops taking messages, or takes them again.</summary>
    public sealed record Line(bool Works) : Move;

    /// <summary>The second medium stops taking calls, or takes them again.</summary>
    public sealed record SecondLine(bool Works) : Move;

    public sealed record RefuseSecond(int Call) : Move;

    public sealed record Decline(int Call) : Move;

    public sealed record EscalateNow : Move;

    public sealed record CallRole(string Role) : Move;

    /// <summary>Something is done for the patient.</summary>
    public sealed record Reach(Milestone What) : Move;

    public sealed record Relocate(int Where) : Move;

    /// <summary>It was about the patient of another case.</summary>
    public sealed record MoveInto : Move;

    public sealed record Contacts(bool Present, bool Channel) : Move;

    public sealed record Reopen : Move;

    public sealed record Void : Move;

    public static Gen<Move> Any { get; } = Gen.Frequency(
        (6, Gen.Int[0, 45].Select(minutes => (Move)new Wait(minutes))),
        (1, Gen.Int[0, 300].Select(minutes => (Move)new Outage(minutes))),
        (1, Gen.Int[1, 3].Select(minutes => (Move)new ClockBack(minutes))),
        (2, Gen.Const((Move)new Restart())),
        (8, Gen.Select(Gen.Frequency((4, Gen.Int[0, 3]), (1, Gen.Const(4))), Gen.Int[0, 4], Gen.Int[0, 3], Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 3])))
            .Select(press => (Move)new Press(press.Item1, press.Item2, press.Item3, press.Item4))),
        (2, Gen.Const((Move)new Replay())),
        (2, Gen.Int[0, 5].Select(which => (Move)new Examine(which))),
        (4, Gen.Int[0, 4].Select(call => (Move)new Refuse(call))),
        (3, Gen.Int[0, 4].Select(call => (Move)new Deliver(call))),
        (1, Gen.Const((Move)new RequesterGone())),
        (3, Gen.Bool.Select(works => (Move)new Line(works))),
        (1, Gen.Int[0, 2].Select(where => (Move)new Relocate(where))),
        (1, Gen.Select(Gen.Bool, Gen.Bool).Select(there => (Move)new Contacts(there.Item1, there.Item2))),
        (1, Gen.Bool.Select(works => (Move)new SecondLine(works))),
        (1, Gen.Int[0, 4].Select(call => (Move)new RefuseSecond(call))),
        (2, Gen.Int[0, 4].Select(call => (Move)new Decline(call))),
        (1, Gen.Const((Move)new EscalateNow())),
        (2, Gen.Int[0, 4].Select(what => (Move)new Reach((Milestone)what))),
        (1, Gen.Int[0, 2].Select(role => (Move)new CallRole(role switch { 0 => "mri", 1 => "neurology", _ => "proceduralist" }))),
        (1, Gen.Const((Move)new Reopen())),
        (1, Gen.Int[0, 3].Select(odds => odds switch { 0 => (Move)new Void(), 1 => new MoveInto(), _ => new Restart() })));

    /// <summary>From recovered to emergency.</summary>
    public static Assessment Exam(int which, DateTimeOffset at) => which switch
    {
        0 => Site.Exam(at) with { Numbness = Numbness.Resolved },
        1 => Site.Exam(at),
        2 => Site.Exam(at) with { StraightLegRaise = StraightLegRaise.NotAssessed },
        3 => Site.Urgent(at),
        4 => Site.Exam(at, hours: 1) with { StraightLegRaise = StraightLegRaise.Unable },
        _ => Site.Emergency(at),
    };
}
