namespace ClinicalBot.Escalation;

/// <summary>
/// A message a case asks for. Closed. That every card already sent is redrawn after a change is understood and needs no effect; when
/// the machine is to be woken is <see cref="Case.DueAt"/>.
/// </summary>
public abstract record CaseEffect
{
    private CaseEffect()
    {
    }

    /// <summary>A new message to one person, or into the case's thread, that alerts and can be acknowledged.</summary>
    /// <param name="To">The call.</param>
    /// <param name="Because">Why it is sent now.</param>
    /// <param name="Mentions">For the channel: the people this step calls.</param>
    public sealed record SendCall(Call To, StepReason Because, IReadOnlyList<ContactPerson> Mentions) : CaseEffect;

    /// <summary>The same call once more to one person: a new message that alerts, of which nothing is reported.</summary>
    /// <param name="To">The call.</param>
    public sealed record CallAgain(Call To) : CaseEffect;

    /// <summary>The same call by the second medium. What becomes of it is told as <see cref="CallIds.OfSecond"/>.</summary>
    /// <param name="To">The call.</param>
    public sealed record SendSecond(Call To) : CaseEffect;

    /// <summary>A new message to the requester.</summary>
    public sealed record TellRequester(RequesterNotice Notice) : CaseEffect;

    /// <summary>A new message in the case's thread.</summary>
    public sealed record TellThread(ThreadNotice Notice) : CaseEffect;

    /// <summary>A new message to one person who was called or is coming, one to one.</summary>
    /// <param name="To">Who.</param>
    /// <param name="Notice">What.</param>
    public sealed record TellPerson(Actor To, ThreadNotice Notice) : CaseEffect;
}

/// <summary>What the requester is told.</summary>
public enum RequesterNotice
{
    /// <summary>Not delivered: phone now, with numbers.</summary>
    PhoneNow,

    /// <summary>The case was acknowledged.</summary>
    ResponderComing,

    /// <summary>A person called is at the bedside.</summary>
    ResponderAtBedside,

    /// <summary>The person who was coming is not: the calls go on.</summary>
    CallingOn,

    /// <summary>The advice ended: examine again.</summary>
    AdviceExpired,

    /// <summary>Look again at the straight-leg raise.</summary>
    Recheck,

    /// <summary>The recheck was not answered: escalation starts.</summary>
    NotReexamined,

    /// <summary>Closed.</summary>
    Closed,

    /// <summary>Another person examined the patient.</summary>
    ExaminedAgain,

    /// <summary>Another person opened it again.</summary>
    Reopened,

    /// <summary>Void: wrong patient.</summary>
    Voided,

    /// <summary>Another case goes on with it.</summary>
    Moved,
}

/// <summary>What the thread and the people called are told.</summary>
public enum ThreadNotice
{
    /// <summary>A newer exam no longer calls for anybody.</summary>
    NoLongerEscalating,

    /// <summary>Void: wrong patient.</summary>
    Voided,

    /// <summary>Opened again.</summary>
    Reopened,

    /// <summary>The requester cannot be reached: a person has to go and see.</summary>
    RequesterUnreachable,

    /// <summary>Closed before anybody was at the bedside.</summary>
    ClosedUnattended,

    /// <summary>A drill came to its end.</summary>
    DrillOver,

    /// <summary>A person who was not called for it acted on it.</summary>
    Uncalled,

    /// <summary>Something should have been done by now: to who has the case.</summary>
    Overdue,

    /// <summary>The same to the next in line.</summary>
    OverdueNext,

    /// <summary>Another case goes on with it.</summary>
    Moved,
}
