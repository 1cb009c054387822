using System.Text.Json;
using ClinicalBot.Rules;

namespace ClinicalBot.Escalation.Tests;

/// <summary>A ward to open cases in: people, exams and a clock that only moves when told.</summary>
internal sealed class Site
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);

    public static readonly Actor Nurse = new("nurse", "Nurse Nia");
    public static readonly Actor Drew = new("drew", "Dr. Drew");
    public static readonly Actor Erin = new("erin", "Dr. Erin");
    public static readonly Actor Noor = new("noor", "Dr. Noor");
    public static readonly Actor Mia = new("mia", "Mia");

    private readonly List<(CaseEvent Event, DateTimeOffset At)> _events = [];

    public DateTimeOffset Now { get; set; } = Start;

    /// <summary>One answer is enough here, people are alerted once, and there is no second medium; see <see cref="Whole"/>.</summary>
    public CaseWorld World { get; set; } = new() { Contacts = People(), HasChannel = true,
        EmergencyLadder = LadderDefaults.Emergency with { Needs = Need.OneAnswer } };

    /// <summary>
    /// A site with the default ladders, where each role has to answer, people are alerted again and there is a second medium. Dr. Erin works on
    /// Mondays, and the site has targets.
    /// </summary>
    public static Site Whole() => new()
    {
        World = new CaseWorld
        {
            Contacts = People(new WorkingHours([new([NodaTime.IsoDayOfWeek.Monday], new(8, 0), new(18, 0))], NodaTime.DateTimeZone.Utc)),
            HasChannel = true,
            UrgentLadder = Patient(LadderDefaults.Urgent),
            EmergencyLadder = Patient(LadderDefaults.Emergency),
        },
    };

    private static Ladder Patient(Ladder ladder) => ladder with { AlertEvery = TimeSpan.FromMinutes(2), SecondAfter = TimeSpan.FromSeconds(150),
        Targets = [new(Milestone.Examined, TimeSpan.FromMinutes(30)), new(Milestone.MriDone, TimeSpan.FromHours(4))] };

    /// <summary>The second medium takes calls.</summary>
    public bool SecondWorks { get; set; } = true;

    public Case Case { get; private set; } = null!;

    public CaseChange Last { get; private set; } = null!;

    public IReadOnlyList<(CaseEvent Event, DateTimeOffset At)> Events => _events;

    /// <summary>The channel takes messages; otherwise it does not answer, and nothing is known of them.</summary>
    public bool ChannelWorks { get; set; } = true;

    /// <summary>Everything sent so far.</summary>
    public List<CaseEffect> Sent { get; } = [];

    public IEnumerable<RequesterNotice> Told => Sent.OfType<CaseEffect.TellRequester>().Select(told => told.Notice);

    /// <summary>Whom the last input called, e.g. "channel", "drew".</summary>
    public IEnumerable<string> Called => Last.Effects.OfType<CaseEffect.SendCall>().Select(call => call.To.Address);

    public static ContactBook People(WorkingHours? erin = null) => new(new Dictionary<string, RoleContacts>
    {
        ["Proceduralist"] = new("555-0100", [new("drew", "Dr. Drew", "29:drew", "555-0110"), new("erin", "Dr. Erin") { Hours = erin }]),
        ["neurology"] = new("555-0101", [new("noor", "Dr. Noor")]),
        ["mri"] = new("555-0102", [new("mia", "Mia")]),
    });

    /// <summary>Everything normal and numb within the block area, three hours after the block unless told otherwise.</summary>
    public static Assessment Exam(DateTimeOffset at, double hours = 3) => new()
    {
        BlockTime = at - TimeSpan.FromHours(hours),
        AssessedAt = at,
        Numbness = Numbness.Present,
        Distribution = Distribution.WithinBlockArea,
        RadicularSymptoms = YesNo.No,
        StraightLegRaise = StraightLegRaise.Able,
        Motor = MotorExam.All(Strength.Normal),
        Reflexes = new(Reflex.Normal, Reflex.Normal),
        RedFlags = RedFlags.All(YesNo.No),
    };

    public static Assessment Emergency(DateTimeOffset at) => Exam(at) with { RedFlags = RedFlags.All(YesNo.No) with { SaddleAnesthesia = YesNo.Yes } };

    public static Assessment Urgent(DateTimeOffset at) => Exam(at, hours: 5);

    public Site Opens(Assessment exam, OpeningReason reason = OpeningReason.Triage) =>
        Take(CaseMachine.Open("K7-4FX", Nurse, "Ward 3", reason, "dialog-1", exam, Now, World));

    /// <summary>Somebody does something to the case as it stands.</summary>
    public Site Hears(Func<int, CaseInput> act) => Hears(act(Case.Revision));

    public Site Hears(CaseInput input) => Take(CaseMachine.Apply(Case, input, Now, World));

    /// <summary>Time passes, and the case is woken whenever it asked to be.</summary>
    public Site Passes(double minutes)
    {
        var (until, idle) = (Now + TimeSpan.FromMinutes(minutes), 0);
        Settle();
        while (Case.DueAt is { } due && due <= until)
        {
            var progress = due > Now;
            Now = progress ? due : Now;
            idle = progress ? 0 : idle + 1;
            Assert.True(idle < 100, "The case is woken for ever and nothing comes of it.");
            Hears(new CaseInput.Tick());
            Settle();
        }

        Now = until;
        return this;
    }

    /// <summary>What is on its way arrives, if the channel works. That says nothing of what happened last.</summary>
    public Site Settle()
    {
        var last = Last;
        IReadOnlyList<string> under = [.. Case.Run?.Calls.Where(call => call.State == CallState.Sent).Select(call => call.Id) ?? [], CallIds.Requester];
        foreach (var call in Case.Run?.Calls.Where(call => call.Second == CallState.Sent && SecondWorks).ToList() ?? [])
        {
            Hears(new CaseInput.Deliver(CallIds.OfSecond(call.Id)));
        }

        foreach (var call in under.Where(_ => ChannelWorks))
        {
            Hears(new CaseInput.Deliver(call));
        }

        Last = last;
        return this;
    }

    /// <summary>The case is written down and read again.</summary>
    public void Restart() => Case = JsonSerializer.Deserialize(JsonSerializer.Serialize(Case, CaseJson.Default.Case), CaseJson.Default.Case)!;

    public IEnumerable<string> AlertedAgain => Last.Effects.OfType<CaseEffect.CallAgain>().Select(call => call.To.Address);

    public IEnumerable<string> CalledBySecond => Sent.OfType<CaseEffect.SendSecond>().Select(call => call.To.Address);

    public Site Acknowledges(Actor by, int minutes = 15, int? revision = null) =>
        Hears(new CaseInput.Acknowledge(by, revision ?? Case.Revision, minutes));

    private Site Take(CaseChange change)
    {
        Last = change;
        Case = change.Case;
        _events.AddRange(change.Events.Select(each => (each, Now)));
        Sent.AddRange(change.Effects);
        return this;
    }
}
