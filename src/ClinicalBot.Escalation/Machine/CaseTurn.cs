namespace ClinicalBot.Escalation;

/// <summary>One input at work: every event is applied as it happens, so that what follows sees it.</summary>
internal sealed class CaseTurn(Case @case, DateTimeOffset now, CaseWorld world)
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<CaseEffect> _effects = [];

    public Case Case { get; private set; } = @case;

    public DateTimeOffset Now => now;

    public CaseWorld World => world;

    public void Happen(CaseEvent happened)
    {
        Case = CaseFold.Apply(Case, happened, now);
        _events.Add(happened);
    }

    public void Send(CaseEffect effect) => _effects.Add(effect);

    public void Tell(RequesterNotice notice) => Send(new CaseEffect.TellRequester(notice));

    public void Tell(ThreadNotice notice) => Send(new CaseEffect.TellThread(notice));

    /// <summary>
    /// Tells the thread, and one to one each person who may be on the way because of this case, that no one needs to come. A card that
    /// only changes in place alerts no one. Call it before the event, which may say who has the case.
    /// </summary>
    public void CallOff(Actor by, ThreadNotice notice)
    {
        if (Case.Run is not { } run)
        {
            return;
        }

        Tell(notice);
        var called = run.EarlierCalls.Concat(run.Calls).Where(call => call.State != CallState.Refused)
            .Select(call => call.Person).OfType<ContactPerson>().Select(person => new Actor(person.Id, person.Name));
        foreach (var person in called.Concat(Responders.Of(Case).Select(each => each.By)).Where(each => each.Id != by.Id).DistinctBy(each => each.Id))
        {
            Send(new CaseEffect.TellPerson(person, notice));
        }
    }

    /// <summary>Once a moment: when several calls fail together, the requester is told once.</summary>
    public void TellToPhone(PhoneReason because)
    {
        if (Case.ToldToPhoneAt == now)
        {
            return;
        }

        Happen(new CaseEvent.ToldToPhone(because, now + world.DeliveryGrace));
        Tell(RequesterNotice.PhoneNow);
    }

    public CaseChange Result(PressAnswer answer = PressAnswer.Done)
    {
        if (Case is { IsDrill: true, IsOpen: true } and ({ Status: CaseStatus.Acknowledged or CaseStatus.Attended } or { Run.IsExhausted: true }))
        {
            CallOff(Case.RequestedBy, ThreadNotice.DrillOver);
            Happen(new CaseEvent.Closed(Case.RequestedBy, CaseOutcome.NoActionNeeded));
            Tell(RequesterNotice.Closed);
        }

        return new CaseChange(Case, _events, _effects, answer);
    }
}
