using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Cases;

/// <summary>What people press on the cards of cases, and what typed commands about cases share with it.</summary>
internal sealed class CaseConversation(
    CaseDesk desk, CaseCards cards, CasePlaces places, CaseAccess access, CaseMessages messages, CaseExams exams, WhichCase whichCase, TriageDialog triage)
{
    /// <summary>Handles a button of a case's card; false when it is none.</summary>
    public async Task<bool> TryPressAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (!submit.Verb.StartsWith("case/", StringComparison.Ordinal))
        {
            return false;
        }

        if (CaseReference.Read(submit["case"]) is not { } reference || await CaseDesk.FindAsync(turn, reference, cancellationToken) is not { } file)
        {
            await turn.SendActivityAsync(cards.Tell(Say.With(Text.CaseUnknown, CaseReference.Read(submit["case"]) ?? "?")), cancellationToken);
            return true;
        }

        switch (submit.Verb)
        {
            case Verbs.About when IsAboutNow(turn, open, submit, file):
                await AboutAsync(open!, file, cancellationToken);
                return true;
            case Verbs.About:
                await ShowAsync(turn, file, Text.PressOutOfDate, cancellationToken);
                return true;
            // What is found in an exam is no matter for a channel.
            case Verbs.Details when (submit["detail"] == CaseMessages.TimelineDetail
                || await AudienceOfAsync(turn, file, cancellationToken) != Audience.Channel)
                && messages.Detail(file, submit["detail"], turn.Now) is { } detail:
                await turn.SendActivityAsync(detail, cancellationToken);
                return true;
            case Verbs.ShowCase or Verbs.Details:
                await ShowAsync(turn, file, notice: null, cancellationToken);
                return true;
            case Verbs.Void when !await access.MayVoidAsync(turn, file, cancellationToken):
                await ShowAsync(turn, file, Text.VoidNotYou, cancellationToken);
                return true;
            case Verbs.Close when submit["outcome"] is null:
                await AskOutcomeAsync(turn, file, cancellationToken);
                return true;
            case Verbs.Reassess or Verbs.Acknowledge or Verbs.TakeOver or Verbs.AtBedside or Verbs.HandBack or Verbs.Close or Verbs.Locate
                or Verbs.EscalateNow or Verbs.CallRole or Verbs.Milestone or Verbs.Feedback
                when file.Case.IsOpen && !await access.ConcernsAsync(turn, file, cancellationToken):
                await PressUncalledAsync(turn, open, file, submit, cancellationToken);
                return true;
            case Verbs.Feedback when !await access.ConcernsAsync(turn, file, cancellationToken):
                await ShowAsync(turn, file, Text.PressNotNow, cancellationToken);
                return true;
            case Verbs.Reassess:
                await ReassessAsync(turn, open, file, cancellationToken);
                return true;
            default:
                await PressAsync(turn, file, submit, cancellationToken);
                return true;
        }
    }

    /// <summary>A second press, one on an old card, or one by another person changes nothing.</summary>
    private static bool IsAboutNow(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CardSubmit submit, CaseFile file) =>
        open is { Resumption: Resumption.Continued, Answers.LastRedFlags: { Count: > 0 } flags } && !submit.IsOfAnother(turn.Activity) && file.Case.IsOpen
        && submit["dialog"] == open.Instance && file.Case.Reference != open.Answers.Reference
            && (WhichCase.IsWhole(open) || submit["flags"] == string.Join(',', flags));

    /// <summary>A person the case does not concern is asked first; what they then do is told in the case's thread.</summary>
    private async Task PressUncalledAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CaseFile file, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (submit["sure"] != "yes")
        {
            await turn.SendActivityAsync(cards.AskSure(file, turn.Now, submit), cancellationToken);
            return;
        }

        var before = file.Case.Revision;
        await (submit.Verb == Verbs.Reassess ? ReassessAsync(turn, open, file, cancellationToken) : PressAsync(turn, file, submit, cancellationToken));
        var after = await CaseDesk.FindAsync(turn, file.Case.Reference, cancellationToken) ?? file;
        if (submit.Verb is Verbs.Reassess or Verbs.Locate || after.Case.Revision != before)
        {
            CaseDesk.Save(turn, (await messages.SendAsync(turn, after, new CaseEffect.TellThread(ThreadNotice.Uncalled), cancellationToken)).File);
        }
    }

    private async Task PressAsync(ITurnContext turn, CaseFile file, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (ReadPress(turn, file, submit) is not { } input)
        {
            await ShowAsync(turn, file, Text.PlaceError, cancellationToken);
            return;
        }

        if (input is CaseInput.Acknowledge or CaseInput.Decline or CaseInput.TakeOver or CaseInput.AtBedside
            && CaseCards.IsAsker(file.Case, turn.Activity) && CaseDesk.IsRequesters(turn, file))
        {
            await ShowAsync(turn, file, Text.PressAsker, cancellationToken);
            return;
        }

        var (after, answer) = await desk.TellAsync(turn, file, input, cancellationToken);
        if (answer == PressAnswer.WhichRole)
        {
            await turn.SendActivityAsync(cards.AskRole(after, turn.Now, submit), cancellationToken);
        }
        else if (answer != PressAnswer.Done)
        {
            var notice = answer switch
            {
                PressAnswer.OutOfDate => Text.PressOutOfDate,
                PressAnswer.Over => Say.With(Text.PressOver, after.Case.Reference),
                _ => Text.PressNotNow,
            };
            await ShowAsync(turn, after, notice, cancellationToken);
        }
        else if (CaseDesk.IsRequesters(turn, after) && input is not CaseInput.Locate)
        {
            // Elsewhere the card that was pressed has changed in place.
            await ShowAsync(turn, after, notice: null, cancellationToken);
        }
    }

    private CaseInput? ReadPress(ITurnContext turn, CaseFile file, CardSubmit submit)
    {
        var by = CaseDesk.Who(turn.Activity);
        var revision = Number(submit["rev"]) ?? -1;
        return submit.Verb switch
        {
            Verbs.Acknowledge => new CaseInput.Acknowledge(by, revision, Number(submit["eta"]) ?? 0, submit["role"]),
            Verbs.Decline => new CaseInput.Decline(by, revision),
            Verbs.TakeOver => new CaseInput.TakeOver(by, revision, submit["role"]),
            Verbs.AtBedside => new CaseInput.AtBedside(by, revision, submit["role"]),
            Verbs.Milestone when Enum.TryParse<Milestone>(submit["set"], out var what) && Enum.IsDefined(what) => new CaseInput.Reach(by, revision, what),
            Verbs.Feedback when Enum.TryParse<Feedback>(submit["set"], out var given) && Enum.IsDefined(given) =>
                new CaseInput.GiveFeedback(by, revision, given),
            Verbs.EscalateNow => new CaseInput.EscalateNow(by, revision),
            Verbs.CallRole when submit["role"] is { } role => new CaseInput.CallRole(by, revision, role),
            Verbs.HandBack => new CaseInput.HandBack(by, revision),
            Verbs.Close when Enum.TryParse<CaseOutcome>(submit["outcome"], out var outcome) && Enum.IsDefined(outcome) =>
                new CaseInput.Close(by, revision, outcome),
            Verbs.Locate when places.PlaceIn(file, submit) is { } place => new CaseInput.Locate(by, revision, place),
            Verbs.Void => new CaseInput.Void(by, revision),
            _ => null,
        };
    }

    /// <summary>Examines a case again, or says why not now.</summary>
    public async Task ReassessAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CaseFile file, CancellationToken cancellationToken)
    {
        if (!file.Case.IsOpen)
        {
            await ShowAsync(turn, file, Say.With(Text.PressOver, file.Case.Reference), cancellationToken);
        }
        else if (open is { Resumption: Resumption.Continued })
        {
            await open.RepromptAsync(Say.With(Text.ReassessRunning, file.Case.Reference), cancellationToken);
        }
        else if (turn.Activity.Conversation is { ConversationType: "channel" })
        {
            // An exam is full of findings: it is no matter for a channel.
            await ShowAsync(turn, file, Say.With(Text.ReassessElsewhere, file.Case.Reference), cancellationToken);
        }
        else if (open is not null)
        {
            await triage.TakeUpAsync(open, Say.With(Text.ReassessRunning, file.Case.Reference), cancellationToken);
        }
        else
        {
            await triage.BeginAgainAsync(turn, file.Answers with { Reference = file.Case.Reference }, cancellationToken);
        }
    }

    /// <summary>Shows the case in this conversation; the card is redrawn from then on.</summary>
    public async Task ShowAsync(ITurnContext turn, CaseFile file, string? notice, CancellationToken cancellationToken)
    {
        var audience = await AudienceOfAsync(turn, file, cancellationToken);
        var chat = CaseMessages.ChatOf(turn.Activity);
        var card = cards.Show(file, turn.Now, audience, CaseMessages.PersonOf(chat), notice);
        var key = (await turn.SendActivityAsync(card, cancellationToken)).Id;
        CaseDesk.Save(turn, await messages.ShownAsync(turn, file, new ShownCard(key, audience, Chat: chat), cancellationToken));
    }

    /// <summary>Asks how the case ended. When it has, the question shows the case instead, so that no stale button stays.</summary>
    public async Task AskOutcomeAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken)
    {
        var key = (await turn.SendActivityAsync(cards.AskOutcome(file, turn.Now), cancellationToken)).Id;
        CaseDesk.Save(turn, await messages.ShownAsync(turn, file,
            new ShownCard(key, await AudienceOfAsync(turn, file, cancellationToken), AsksOutcome: true), cancellationToken));
    }

    private async ValueTask<Audience> AudienceOfAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken) =>
        turn.Activity.Conversation is not { ConversationType: null or "personal" } || !await access.ConcernsAsync(turn, file, cancellationToken)
            ? Audience.Channel
        : CaseCards.IsAsker(file.Case, turn.Activity) && CaseDesk.IsRequesters(turn, file) ? Audience.Asker
        : Audience.Person;

    /// <summary>The red flags of the last emergency answer are about this case. It is raised before anything else changes.</summary>
    public async Task AboutAsync(WaterfallStepContext<TriageAnswers> context, CaseFile about, CancellationToken cancellationToken)
    {
        var isWhole = WhichCase.IsWhole(context);
        var (left, taken) = await whichCase.RaiseAsync(context, about, cancellationToken);
        if (isWhole)
        {
            context.Answers = left;
            context.Hold();
            await exams.ShowAsync(context.Turn, taken, context.Notice, TriageDialog.InterruptButtons(context), cancellationToken);
            return;
        }

        await exams.ShowAsync(context.Turn, taken, context.Notice, buttons: null, cancellationToken);
        await triage.TakeBackAsync(context, context.Answers.LastRedFlags, cancellationToken);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
