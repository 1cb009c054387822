namespace ClinicalBot.Escalation.Tests.Model;

/// <summary>
/// What a person would say about a case, kept apart from the machine: who has it for which role, and since when somebody has been wanted in
/// vain.
/// </summary>
internal sealed class ReferenceModel
{
    /// <summary>Longest ladder: two rounds of three steps of ten minutes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    /// <summary>By role, or by "any": who has it, and whether they are there.</summary>
    private Dictionary<string, (string Who, bool There)> _has = [];

    private IReadOnlyList<string> _needs = [];

    private CaseStatus _status;

    public DateTimeOffset Since { get; private set; }

    private TimeSpan Excused { get; set; }

    /// <summary>Takes what the case says of itself after something that may change who has it, and holds it to what may follow.</summary>
    public void Follow(Case after, DateTimeOffset now)
    {
        _needs = after.Run is { } run ? [.. (run.Ladder.Needs ?? ["any"]).Concat(run.Added ?? [])] : [];
        _has = Responders.Of(after).SelectMany(each => (each.Roles ?? ["any"]).Select(role => (role, each)))
            .ToDictionary(each => each.role, each => (each.each.By.Id, each.each.Until is null));
        if (after.Status == CaseStatus.Calling && _status != CaseStatus.Calling)
        {
            Restarted(now);
        }

        _status = after.Status;
    }

    /// <summary>What a press on an up-to-date card should make of the case; null when it should change nothing.</summary>
    /// <param name="what">0 to 4: acknowledge, take over, at bedside, hand back, close.</param>
    /// <param name="who">The person.</param>
    /// <param name="minutes">Promised; 0 for a promise there is no button for.</param>
    /// <param name="roles">What the person was called for or holds.</param>
    public CaseStatus? Expect(int what, string who, int minutes, IReadOnlyList<string> roles)
    {
        if (_status is CaseStatus.Closed or CaseStatus.Voided or CaseStatus.Moved)
        {
            return null;
        }

        IReadOnlyList<string> known = [.. _needs.Where(roles.Contains)];
        IReadOnlyList<string> mine = [.. _has.Where(each => each.Value.Who == who).Select(each => each.Key)];
        var isThere = mine.Any(role => _has[role].There);
        var wanted = known.Count > 0 ? known : _needs.Contains("any") ? ["any"] : _needs.Count == 1 ? _needs : [];
        var called = _status is CaseStatus.Calling or CaseStatus.Acknowledged or CaseStatus.Attended;
        return what switch
        {
            4 => CaseStatus.Closed,
            3 when called && mine.Count > 0 => After(_has.Where(each => each.Value.Who != who)),
            0 when minutes > 0 && _status is CaseStatus.Calling or CaseStatus.Acknowledged && minutes > 0 && !isThere
                && mine.Concat(wanted.Where(role => !_has.ContainsKey(role))).Distinct().ToList() is { Count: > 0 } taken => With(taken, there: false),
            1 when called && !isThere && wanted.Except(mine).Any() => With([.. mine.Union(wanted)], there: false),
            2 when called && mine.Union(wanted).ToList() is { Count: > 0 } all && !(isThere && all.Count == mine.Count) => With(all, there: true),
            _ => null,
        };

        CaseStatus With(IReadOnlyList<string> taken, bool there) =>
            After(_has.Where(each => !taken.Contains(each.Key)).Concat(taken.Select(role => KeyValuePair.Create(role, (who, there)))));
    }

    private CaseStatus After(IEnumerable<KeyValuePair<string, (string Who, bool There)>> has)
    {
        var all = has.ToDictionary();
        return _needs.Any(need => !all.ContainsKey(need)) ? CaseStatus.Calling
            : all.Values.Any(each => !each.There) ? CaseStatus.Acknowledged
            : CaseStatus.Attended;
    }

    /// <summary>An outage or a clock set back delays everything by its length.</summary>
    public void Excuse(TimeSpan length) => Excused += length;

    /// <summary>A new ladder began: the wait counts from there.</summary>
    public void Restarted(DateTimeOffset now) => (Since, Excused) = (now, TimeSpan.Zero);

    /// <summary>Somebody has been wanted for longer than the longest ladder takes.</summary>
    public bool MustHaveBeenTold(DateTimeOffset now) => _status == CaseStatus.Calling && now - Since > Longest + Excused;
}
