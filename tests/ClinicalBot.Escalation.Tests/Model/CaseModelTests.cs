using System.Text.Json;
using ClinicalBot.Rules;
using CsCheck;

namespace ClinicalBot.Escalation.Tests.Model;

/// <summary>
/// Random interleavings of clicks, timeouts, delivery faults, restarts and clock moves, held against <see cref="ReferenceModel"/>. Each
/// case always ends attended, closed, or with the requester told to phone.
/// </summary>
public sealed class CaseModelTests
{
    private static readonly Actor[] People = [Site.Drew, Site.Erin, Site.Nurse, Site.Noor, Site.Mia];

    [Fact]
    public void No_script_loses_a_case() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 5], Move.Any.List[0, 30])
            .Sample((whole, exam, moves) => Play(whole ? Site.Whole() : new Site(), exam, moves), iter: 2_000);

    private static void Play(Site start, int exam, List<Move> moves)
    {
        var site = start.Opens(Move.Exam(exam, Site.Start));
        var model = new ReferenceModel();
        var seen = 1;
        Move.Press? pressed = null;
        var shown = 0;
        Settle();
        foreach (var move in moves)
        {
            switch (move)
            {
                case Move.Press press:
                    (pressed, shown) = (press, site.Case.Revision - press.Behind);
                    Press(press, shown);
                    break;
                case Move.Replay when pressed is not null:
                    Press(pressed, shown);
                    break;
                default:
                    Make(site, model, move);
                    break;
            }

            Settle();
            if (move is Move.Wait)
            {
                // A dead line to the requester is for a person to mend: no move of the case's own is missing.
                Assert.True(Auditor.Check(site.Events, site.Now, TimeSpan.FromMinutes(15)) is null or { Kind: OverdueKind.RequesterNotTold });
            }
        }

        // Nobody does anything any more, and the channel is mended.
        site.ChannelWorks = true;
        site.Passes(48 * 60);
        Settle();
        var @case = site.Case;
        Assert.True(
            !@case.IsOpen || @case.Status == CaseStatus.Attended || @case.ToldToPhoneAt is not null || @case.Urgency == Urgency.Recovered,
            $"Lost: {@case.Status}, {@case.Urgency}");
        Assert.True(
            @case.Status is not (CaseStatus.Attended or CaseStatus.Acknowledged)
                || Responders.Needed(@case).All(need => Responders.For(@case, need) is not null),
            "A needed role has not answered, and nobody is called.");
        Assert.All(site.Sent.OfType<CaseEffect.SendCall>(), sent => Assert.True(sent.To is not { OutsideHours: true, Person.Id: not "erin" }));
        Assert.True(
            @case is not { IsOpen: true, Attendance: not null, Run.Ladder.Targets: { } targets }
                || targets.All(target => @case.Milestones?.Any(each => each.What == target.What) is true
                    || @case.Overdue?.Any(each => each.What == target.What) is true),
            "A target has passed, and no one was told.");
        Assert.Equal(Json(@case), Json(CaseFold.Of(site.Events)));

        void Press(Move.Press press, int revision)
        {
            var before = site.Case;
            var who = People[press.Who];
            var minutes = press.Eta == 3 ? 0 : CaseMachine.EtaMinutes[press.Eta];
            var calls = before.Run is { } run ? run.EarlierCalls.Concat(run.Calls).Where(call => call.Person?.Id == who.Id).ToList() : [];
            IReadOnlyList<string> roles = calls.Count > 0
                ? [.. calls.SelectMany(call => (call.AlsoFor ?? []).Prepend(call.Role!))]
                : [.. site.World.Contacts.Roles.Where(role => site.World.Contacts[role].People.Any(person => person.Id == who.Id))
                    .Select(role => role.ToLowerInvariant())];
            var expected = revision == before.Revision ? model.Expect(press.What, who.Id, minutes, roles) : null;
            site.Hears(press.What switch
            {
                0 => new CaseInput.Acknowledge(who, revision, minutes),
                1 => new CaseInput.TakeOver(who, revision),
                2 => new CaseInput.AtBedside(who, revision),
                3 => new CaseInput.HandBack(who, revision),
                _ => new CaseInput.Close(who, revision, CaseOutcome.Resolved),
            });
            if (expected is { } status)
            {
                Assert.Equal(status, site.Case.Status);
                Assert.True(site.Case.Revision > before.Revision);
                Assert.True(press.What > 2 || Responders.Of(site.Case).Any(each => each.By.Id == who.Id));
            }
            else
            {
                Assert.Same(before, site.Case);
                Assert.Empty(site.Last.Effects);
            }
        }

        void Settle()
        {
            foreach (var (happened, at) in site.Events.Skip(seen - 1))
            {
                if (happened is CaseEvent.EscalationStarted)
                {
                    model.Restarted(at);
                }
            }

            seen = site.Events.Count + 1;
            model.Follow(site.Case, site.Now);
            Assert.True(!model.MustHaveBeenTold(site.Now) || site.Case.ToldToPhoneAt >= model.Since, "Nobody came and the requester was not told.");
            Assert.True(site.Case.Status != CaseStatus.Calling || site.Case.DueAt is not null, "Nothing will happen any more.");
            Assert.True(site.Case.Urgency < Urgency.Urgent || !site.Case.IsOpen || site.Case.Status != CaseStatus.Watching
                || site.Case.Advice.EscalateAt is not null,
                "Urgent, and nobody is called.");
        }
    }

    private static void Make(Site site, ReferenceModel model, Move move)
    {
        var calls = site.Case.Run?.Calls ?? [];
        switch (move)
        {
            case Move.Wait wait:
                site.Passes(wait.Minutes);
                break;
            case Move.Outage outage:
                site.Now += TimeSpan.FromMinutes(outage.Minutes);
                model.Excuse(TimeSpan.FromMinutes(outage.Minutes));
                site.Hears(new CaseInput.Tick());
                break;
            case Move.ClockBack back:
                site.Now -= TimeSpan.FromMinutes(back.Minutes);
                model.Excuse(TimeSpan.FromMinutes(back.Minutes));
                break;
            case Move.Restart:
                site.Restart();
                break;
            case Move.Examine examine:
                site.Hears(seen => new CaseInput.Assess(Site.Nurse, seen, $"dialog-{site.Events.Count}", Move.Exam(examine.Which, site.Now)));
                break;
            case Move.Refuse refuse when refuse.Call < calls.Count:
                site.Hears(new CaseInput.Refuse(calls[refuse.Call].Id, "403"));
                break;
            case Move.Deliver deliver when deliver.Call < calls.Count:
                site.Hears(new CaseInput.Deliver(calls[deliver.Call].Id));
                break;
            case Move.RequesterGone:
                site.Hears(new CaseInput.Refuse(CallIds.Requester, "404"));
                break;
            case Move.Contacts contacts:
                site.World = site.World with { Contacts = contacts.Present ? Site.People() : ContactBook.Empty, HasChannel = contacts.Channel };
                break;
            case Move.SecondLine second:
                site.SecondWorks = second.Works;
                break;
            case Move.RefuseSecond refuse when refuse.Call < calls.Count:
                site.Hears(new CaseInput.Refuse(CallIds.OfSecond(calls[refuse.Call].Id), "410"));
                break;
            case Move.Decline decline when decline.Call < calls.Count && calls[decline.Call].Person is { } person:
                site.Hears(seen => new CaseInput.Decline(new Actor(person.Id, person.Name), seen));
                break;
            case Move.Reach reach:
                site.Hears(seen => new CaseInput.Reach(Site.Nurse, seen, reach.What));
                break;
            case Move.EscalateNow:
                site.Hears(seen => new CaseInput.EscalateNow(Site.Nurse, seen));
                break;
            case Move.CallRole call:
                site.Hears(seen => new CaseInput.CallRole(Site.Nurse, seen, call.Role));
                break;
            case Move.Reopen:
                site.Hears(seen => new CaseInput.Reopen(Site.Nurse, seen));
                break;
            case Move.Line line:
                site.ChannelWorks = line.Works;
                break;
            case Move.Relocate relocate:
                site.Hears(seen => new CaseInput.Locate(Site.Nurse, seen, $"Ward {relocate.Where}"));
                break;
            case Move.MoveInto:
                site.Hears(seen => new CaseInput.Move(Site.Nurse, seen, "T9-WXY"));
                break;
            case Move.Void:
                site.Hears(seen => new CaseInput.Void(Site.Nurse, seen));
                break;
        }
    }

    private static string Json(Case @case) => JsonSerializer.Serialize(@case, CaseJson.Default.Case);
}
