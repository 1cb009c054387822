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

    /// <summary>Once a moment: when several calls fail together, the requester hears it once.</summary>
    public void TellToPhone(PhoneReason because)
    {
        if (Case.ToldToPhoneAt == now)
        {
            return;
        }

        Happen(new CaseEvent.ToldToPhone(because));
        Tell(RequesterNotice.PhoneNow);
    }

    public CaseChange Result(PressAnswer answer = PressAnswer.Done) => new(Case, _events, _effects, answer);
}
