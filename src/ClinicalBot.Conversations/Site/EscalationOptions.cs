using System.Globalization;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Site;

/// <summary>How a site escalates: section "Escalation".</summary>
internal sealed class EscalationOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Escalation";

    /// <summary>JSON file of roles and people, read again when it changes. Relative to the content root. Default contacts.json.</summary>
    public string ContactsFile { get; set; } = "contacts.json";

    /// <summary>Id of the Teams channel for escalations ("19:...@thread.tacv2"); null when a coordinator chooses it in chat.</summary>
    public string? Channel { get; set; }

    /// <summary>Entra object ids of the people who read every case, have the permissions that name no others, and are told when a clock is wrong.</summary>
    public IList<string> Coordinators { get; } = [];

    /// <summary>How long before a shift its person is told. Default a day and half an hour.</summary>
    internal IList<TimeSpan> ShiftNotices => NoticeBefore.Count > 0 ? NoticeBefore : UsualNotices;

    /// <summary>As it is set.</summary>
    public IList<TimeSpan> NoticeBefore { get; } = [];

    private static readonly IList<TimeSpan> UsualNotices = [TimeSpan.FromDays(1), TimeSpan.FromMinutes(30)];

    /// <summary>When the open cases are posted to the channel, without findings: the site's shift changes, in its zone. Default never.</summary>
    public IList<TimeOnly> HandoverAt { get; } = [];

    /// <summary>Calendars may lie in a private network, and come by http. Default false.</summary>
    public bool PrivateCalendars { get; set; }

    /// <summary>Keys of the iCalendar feed of who is on call, /api/on-call/{key}.ics. One that is taken out no longer opens it.</summary>
    public IList<string> FeedKeys { get; } = [];

    /// <summary>When drills begin by themselves: a cron expression of five fields, in the site's zone; null for never.</summary>
    public string? DrillAt { get; set; }

    /// <summary>When coordinators are told what a call in the next two weeks would fail at: a cron expression; null for never.</summary>
    public string? PreflightAt { get; set; }

    /// <summary>Who may read and act on a case. Default: those it concerns; others are asked first.</summary>
    public CaseAccessRule Access { get; set; } = CaseAccessRule.Concerned;

    /// <summary>
    /// While <see cref="Coordinators"/> is empty any person may choose the channel, drill and report. For a host without real people; no setting binds it.
    /// </summary>
    internal bool AnyoneCoordinates { get; set; }

    /// <summary>
    /// Whose the contacts, the channel and the places of these settings are; null when the bot serves one organization. Set by the host.
    /// Cases of another tenant have no people, places or channel but one that was chosen there.
    /// </summary>
    internal string? HomeTenant { get; set; }

    /// <summary>Whose people are told of their shifts; set by a host in which <see cref="HomeTenant"/> is not, and nobody is told otherwise.</summary>
    internal string? RotaTenant
    {
        get => field ?? HomeTenant;
        set;
    }

    /// <summary>These settings are about this tenant.</summary>
    internal bool IsHome(string? tenant) => HomeTenant is null || string.Equals(HomeTenant, tenant, StringComparison.OrdinalIgnoreCase);

    /// <summary>The channel of the settings for a tenant; null for none.</summary>
    internal string? ChannelOf(string? tenant) => IsHome(tenant) && !string.IsNullOrWhiteSpace(Channel) ? Channel : null;

    /// <summary>The places a tenant can choose from.</summary>
    internal IList<string> LocationsOf(string? tenant) => IsHome(tenant) ? Locations : [];

    /// <summary>Wards and bays to choose from. There is no free text for a place: it could name a patient.</summary>
    public IList<string> Locations { get; } = [];

    /// <summary>The number to call back by place, as a person dials it. A place without one gets the requester's own, from the contacts file.</summary>
    public Dictionary<string, string> CallBack { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a recheck may stay unanswered before an urgent case escalates. Default 15 min.</summary>
    public TimeSpan RecheckGrace { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a triage with an adverse answer may be left alone before it becomes a case. Default 10 min.</summary>
    public TimeSpan LeftAlone { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long a call may be on its way, throttled or because the channel does not answer, before the ladder goes on without it. Default
    /// 1 min.
    /// </summary>
    public TimeSpan DeliveryGrace { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How late a step may be before the auditor raises the alarm. Default 1 min.</summary>
    public TimeSpan AuditSlack { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the people of a step are alerted again while it waits. Zero for never. Default 2 min.</summary>
    public TimeSpan AlertEvery { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a step waits before it goes out by the second medium too, where there is one. Default 2 min 30 s.</summary>
    public TimeSpan SecondAfter { get; set; } = TimeSpan.FromSeconds(150);

    /// <summary>How long after who has a case was told that a target has passed the next in line is told. Default 10 min.</summary>
    public TimeSpan OverdueAgain { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A ladder with what goes for all of them.</summary>
    /// <param name="ladder">As it is set.</param>
    /// <param name="byDefault">For what is not.</param>
    /// <param name="hasSecond">A second medium is set up.</param>
    internal Ladder WholeLadder(LadderOptions ladder, Ladder byDefault, bool hasSecond) => ladder.Or(byDefault) with
    {
        AlertEvery = AlertEvery > TimeSpan.Zero ? AlertEvery : null,
        SecondAfter = hasSecond ? SecondAfter : null,
        OverdueAgain = OverdueAgain,
    };

    /// <summary>The ladder of urgent; the default one when it has no steps.</summary>
    public LadderOptions Urgent { get; } = new();

    /// <summary>The ladder of emergency; the default one when it has no steps.</summary>
    public LadderOptions Emergency { get; } = new();

    /// <summary>Everybody a ladder of this site calls.</summary>
    public IEnumerable<LadderTarget> Targets =>
        new[] { Urgent.Or(LadderDefaults.Urgent), Emergency.Or(LadderDefaults.Emergency) }.SelectMany(ladder => ladder.Steps).SelectMany(step => step.Targets);

    private IEnumerable<string> Needed => new[] { Urgent.Or(LadderDefaults.Urgent), Emergency.Or(LadderDefaults.Emergency) }
        .SelectMany(ladder => ladder.Needs ?? []).Where(need => need != Need.Any);

    /// <summary>The roles among them, each once.</summary>
    public IReadOnlyList<string> Roles => [.. Targets.OfType<LadderTarget.Role>().Select(role => role.Name).Concat(Needed)
        .Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The channel is among them.</summary>
    public bool CallsChannel => Targets.OfType<LadderTarget.Channel>().Any();
}

/// <summary>Who may read and act on a case.</summary>
internal enum CaseAccessRule
{
    /// <summary>Who asked, who is called, who has it, the escalation channel and coordinators. Anybody else of the tenant is asked first.</summary>
    Concerned,

    /// <summary>Everybody of the tenant, without being asked.</summary>
    Tenant,
}

/// <summary>One ladder: section "Escalation:Urgent" or "Escalation:Emergency".</summary>
internal sealed class LadderOptions
{
    /// <summary>In order.</summary>
    public IList<LadderStepOptions> Steps { get; } = [];

    /// <summary>How often the whole ladder is climbed again. Default 1.</summary>
    public int Repeats { get; set; } = 1;

    /// <summary>How often the last step is repeated after that. Default 10 min.</summary>
    public TimeSpan FinalEvery { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Roles of which each has to answer; "any" alone: one answer is enough. Empty: as the default ladder has it.</summary>
    public IList<string> Needs { get; } = [];

    /// <summary>Within what time after the decision each milestone should be reached, by its name; empty for none.</summary>
    public Dictionary<string, TimeSpan> Targets { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The ladder, or the default one.</summary>
    public Ladder Or(Ladder byDefault) => (Steps.Count == 0 ? byDefault : new Ladder([.. Steps.Select(step => step.Read())], Repeats, FinalEvery)) with
    {
        Targets = Targets.Count == 0 ? null
            : [.. Targets.Select(target => new MilestoneTarget(Enum.Parse<Milestone>(target.Key, ignoreCase: true), target.Value))
                .OrderBy(target => target.Within)],
        Needs = Needs.Count > 0 ? [.. Needs] : byDefault.Needs,
    };
}

/// <summary>One step.</summary>
internal sealed class LadderStepOptions
{
    /// <summary>"channel", or a role; "neurology+1" is the next in line.</summary>
    public IList<string> To { get; } = [];

    /// <summary>How long to wait. 1 min to 1 h.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>As the ladder takes it.</summary>
    public LadderStep Read() => new([.. To.Select(Target)], Wait);

    private static LadderTarget Target(string to)
    {
        var parts = to.Split('+', 2, StringSplitOptions.TrimEntries);
        return parts[0].Equals(CallIds.Channel, StringComparison.OrdinalIgnoreCase)
            ? new LadderTarget.Channel()
            : new LadderTarget.Role(parts[0], parts.Length > 1 ? int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture) : 0);
    }
}
