namespace ClinicalBot.Escalation.Tests.Model;

/// <summary>
/// What a person would say about a case, kept apart from the machine: who has it, and since when somebody has been wanted in vain.
/// </summary>
internal sealed class ReferenceModel
{
    /// <summary>Longest ladder: two rounds of three steps of ten minutes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    public bool Over { get; private set; }

    public string? Holder { get; private set; }

    public bool Calling { get; private set; }

    private DateTimeOffset WantedSince { get; set; }

    private TimeSpan Excused { get; set; }

    /// <summary>Takes what the case says of itself after something that may change who has it, and holds it to what may follow.</summary>
    public void Follow(Case after, DateTimeOffset now)
    {
        Over = !after.IsOpen;
        Holder = after.Attendance?.By.Id;
        if (after.Status == CaseStatus.Calling && !Calling)
        {
            (WantedSince, Excused) = (now, TimeSpan.Zero);
        }

        Calling = after.Status == CaseStatus.Calling;
    }

    /// <summary>What a press on an up-to-date card should make of the case; null when it should change nothing.</summary>
    public CaseStatus? Expect(int what, string who, int minutes, CaseStatus status) => (what, status) switch
    {
        _ when Over => null,
        (0, CaseStatus.Calling) when minutes > 0 => CaseStatus.Acknowledged,
        (0, CaseStatus.Acknowledged) when minutes > 0 && Holder == who => CaseStatus.Acknowledged,
        (1, CaseStatus.Calling or CaseStatus.Acknowledged or CaseStatus.Attended) when Holder != who => CaseStatus.Acknowledged,
        (2, CaseStatus.Calling or CaseStatus.Acknowledged) => CaseStatus.Attended,
        (2, CaseStatus.Attended) when Holder != who => CaseStatus.Attended,
        (3, CaseStatus.Acknowledged or CaseStatus.Attended) when Holder == who => CaseStatus.Calling,
        (4, _) => CaseStatus.Closed,
        _ => null,
    };

    /// <summary>An outage or a clock set back delays everything by its length.</summary>
    public void Excuse(TimeSpan length) => Excused += length;

    /// <summary>A new ladder began: the wait counts from there.</summary>
    public void Restarted(DateTimeOffset now) => (WantedSince, Excused) = (now, TimeSpan.Zero);

    /// <summary>Somebody has been wanted for longer than the longest ladder takes.</summary>
    public bool MustHaveBeenTold(DateTimeOffset now) => Calling && now - WantedSince > Longest + Excused;

    public DateTimeOffset Since => WantedSince;
}
