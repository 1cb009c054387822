using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>What a case tells the requester, the people called and its thread, as messages.</summary>
internal sealed class CaseNotices(CaseCards cards, ContactDirectory contacts, IOptions<EscalationOptions> options)
{
    /// <summary>What the requester or a person called is told.</summary>
    public Activity Of(CaseFile file, RequesterNotice notice, DateTimeOffset now)
    {
        var (@case, zone) = (file.Case, cards.ZoneOf(file));
        var (reference, urgency, status) = (@case.Reference, Words.Of(@case.Urgency), CaseWords.Status(@case, zone));
        IReadOnlyList<Button> show = [CaseCards.ShowButton(@case)];
        IReadOnlyList<Button> examine = [CaseCards.ReassessButton(@case), .. show];
        return notice switch
        {
            RequesterNotice.PhoneNow => cards.Tell(
                file, now, CaseWords.PhoneNow(@case), [Say.With(Text.PhoneNow, reference), .. CaseWords.Calls(@case, zone)], "attention", show,
                    Phones(file, now)),
            RequesterNotice.ResponderComing => cards.Tell(file, now, Text.ComingTitle, [status], "default", show),
            RequesterNotice.ResponderAtBedside => cards.Tell(file, now, Text.ThereTitle, [status], "default", show),
            RequesterNotice.CallingOn => cards.Tell(file, now, Text.CallingOnTitle, [Say.With(Text.CallingOn, reference)], "warning", show),
            RequesterNotice.AdviceExpired => cards.Tell(file, now, Text.ExpiredTitle, [Say.With(Text.Expired, reference, urgency)], "warning", examine),
            RequesterNotice.Recheck => cards.Tell(file, now, Text.RecheckTitle, [Say.With(Text.Recheck, reference)], "warning", examine),
            RequesterNotice.NotReexamined => cards.Tell(file, now, Text.NotReexaminedTitle, [Say.With(Text.NotReexamined, reference, urgency)],
                "attention", examine),
            RequesterNotice.ExaminedAgain => cards.Tell(
                file, now, Text.ExaminedAgainTitle, [Say.With(Text.ExaminedAgain, @case.Current.By.Name, reference, urgency), status],
                @case.Urgency >= Rules.Urgency.Urgent ? "attention" : "default", show),
            RequesterNotice.Reopened => cards.Tell(file, now, Text.ReopenedTitle, [Say.With(Text.ThreadReopened, reference), status], "warning", show),
            RequesterNotice.Voided => cards.Tell(file, now, Text.VoidTitle, [status], "warning", show),
            RequesterNotice.Moved => cards.Tell(file, now, Text.MovedTitle, [status], "warning", show),
            _ when @case.IsDrill => cards.Tell(file, now, Say.With(Text.DrillReport, reference), CaseWords.Drill(@case), "default", show),
            _ => cards.Tell(file, now, Text.ClosedTitle, [status], "default", show),
        };
    }

    /// <summary>What is posted in the thread.</summary>
    public Activity Of(CaseFile file, ThreadNotice notice, DateTimeOffset now)
    {
        var text = notice switch
        {
            ThreadNotice.NoLongerEscalating => Text.ThreadStopped,
            ThreadNotice.Voided => Text.ThreadVoid,
            ThreadNotice.Reopened => Text.ThreadReopened,
            ThreadNotice.ClosedUnattended when Responders.Of(file.Case).Any(each => each.Until is null) => Text.ThreadClosedWhileCalling,
            ThreadNotice.ClosedUnattended => Text.ThreadClosed,
            ThreadNotice.Uncalled => Text.ThreadUncalled,
            ThreadNotice.Moved => Text.ThreadMoved,
            ThreadNotice.DrillOver => Text.DrillOver,
            ThreadNotice.Overdue or ThreadNotice.OverdueNext => Text.OverdueTitle,
            _ => Text.ThreadRequester,
        };
        var status = CaseWords.Status(file.Case, cards.ZoneOf(file));
        IReadOnlyList<string> lines = notice switch
        {
            ThreadNotice.ClosedUnattended or ThreadNotice.Uncalled => [status],
            ThreadNotice.Overdue => [status, Text.OverdueText],
            ThreadNotice.OverdueNext => [status, Text.OverdueNextText],
            _ => [],
        };
        return cards.Tell(file, now, Say.With(text, file.Case.Reference, file.Case.MovedInto), lines, "warning", [CaseCards.ShowButton(file.Case)]);
    }

    /// <summary>Of everybody the ladder calls, or would; and of whom the decision names.</summary>
    private IReadOnlyList<ContactRow> Phones(CaseFile file, DateTimeOffset now)
    {
        var @case = file.Case;
        var ladder = @case.Run?.Ladder ?? (@case.Urgency == Rules.Urgency.Emergency
            ? options.Value.Emergency.Or(LadderDefaults.Emergency) : options.Value.Urgent.Or(LadderDefaults.Urgent));
        var called = ladder.Steps.SelectMany(step => step.Targets).OfType<LadderTarget.Role>().Select(role => role.Name);
        return PhoneEntry.Rows(contacts.Everybody(called.Concat(@case.Current.Decision.Contacts.Select(RoleNames.Of)), now,
            file.Requester.Conversation.TenantId));
    }
}
