using System.Globalization;
using System.Text.RegularExpressions;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>What people type and press about cases.</summary>
internal sealed partial class CaseConversation(
    CaseDesk desk, CaseCards cards, CaseMessages messages, TriageDialog triage, IOptions<EscalationOptions> options)
{
    private const int MostPages = 10_000;

    /// <summary>Handles a typed command about cases; false when the text is none.</summary>
    public async Task<bool> TryCommandAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string text, CancellationToken cancellationToken)
    {
        if (UseThisChannel().IsMatch(text))
        {
            await ChooseChannelAsync(turn, cancellationToken);
            return true;
        }

        if (Command().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var (word, typed) = (match.Groups["word"].Value.ToUpperInvariant(), match.Groups["reference"].Value);
        if (word == "CASES")
        {
            if ((typed.Length == 0 ? 1 : Number(typed)) is not (> 0 and < MostPages and { } page))
            {
                return false;
            }

            await turn.SendActivityAsync(cards.List(await ListedAsync(turn, page, cancellationToken), page, turn.Now, notice: null), cancellationToken);
            return true;
        }

        if (typed.Length == 0)
        {
            // "close" and "wrong patient" by themselves are about the triage under way, if there is one.
            return (word is "CASE" or "REASSESS" or "REOPEN" || (open is null && word != "ABOUT")) && await ChooseAsync(turn, open, word, cancellationToken);
        }

        if (CaseReference.Read(typed) is not { } reference)
        {
            return false;
        }

        if (await CaseDesk.FindAsync(turn, reference, cancellationToken) is not { } file)
        {
            await turn.SendActivityAsync(cards.Tell(Say.With(Text.CaseUnknown, reference)), cancellationToken);
            return true;
        }

        await ActAsync(turn, open, word, file, cancellationToken);
        return true;
    }

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
                await triage.AboutAsync(open!, file, cancellationToken);
                return true;
            case Verbs.About:
                await ShowAsync(turn, file, Text.PressOutOfDate, cancellationToken);
                return true;
            // What is found in an exam is no matter for a channel.
            case Verbs.Details when (submit["say"] == CaseMessages.TimelineDetail || AudienceOf(turn, file) != Audience.Channel)
                && messages.Detail(file, submit["say"], turn.Now) is { } detail:
                await turn.SendActivityAsync(detail, cancellationToken);
                return true;
            case Verbs.ShowCase or Verbs.Details:
                await ShowAsync(turn, file, notice: null, cancellationToken);
                return true;
            case Verbs.Reassess:
                await ReassessAsync(turn, open, file, cancellationToken);
                return true;
            case Verbs.Close when submit["outcome"] is null:
                await AskOutcomeAsync(turn, file, cancellationToken);
                return true;
            default:
                await PressAsync(turn, file, submit, cancellationToken);
                return true;
        }
    }

    /// <summary>A second press, one on an old card or one of somebody else changes nothing.</summary>
    private static bool IsAboutNow(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CardSubmit submit, CaseFile file) =>
        open is { Resumption: Resumption.Continued, Answers.LastRedFlags: { Count: > 0 } flags } && !submit.IsOfAnother(turn.Activity) && file.Case.IsOpen
        && submit["dialog"] == open.Instance && file.Case.Reference != open.Answers.Reference && (WhichCase.IsWhole(open) || submit["say"] == string.Join(',', flags));

    private async Task PressAsync(ITurnContext turn, CaseFile file, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (ReadPress(turn, submit) is not { } input)
        {
            await ShowAsync(turn, file, Text.PlaceError, cancellationToken);
            return;
        }

        if (input is CaseInput.Acknowledge or CaseInput.Decline or CaseInput.TakeOver or CaseInput.AtBedside && CaseCards.IsAsker(file.Case, turn.Activity) && CaseDesk.IsRequesters(turn, file))
        {
            await ShowAsync(turn, file, Text.PressAsker, cancellationToken);
            return;
        }

        var (after, answer) = await desk.TellAsync(turn, file, input, cancellationToken);
        if (answer != PressAnswer.Done)
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

    private CaseInput? ReadPress(ITurnContext turn, CardSubmit submit)
    {
        var by = CaseDesk.Who(turn.Activity);
        var revision = Number(submit["rev"]) ?? -1;
        return submit.Verb switch
        {
            Verbs.Acknowledge => new CaseInput.Acknowledge(by, revision, Number(submit["eta"]) ?? 0),
            Verbs.Decline => new CaseInput.Decline(by, revision),
            Verbs.TakeOver => new CaseInput.TakeOver(by, revision),
            Verbs.AtBedside => new CaseInput.AtBedside(by, revision),
            Verbs.HandBack => new CaseInput.HandBack(by, revision),
            Verbs.Close when Enum.TryParse<CaseOutcome>(submit["outcome"], out var outcome) && Enum.IsDefined(outcome) =>
                new CaseInput.Close(by, revision, outcome),
            Verbs.Locate when cards.PlaceIn(submit) is { } place => new CaseInput.Locate(by, place),
            Verbs.Void => new CaseInput.Void(by),
            _ => null,
        };
    }

    private async Task ActAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string word, CaseFile file, CancellationToken cancellationToken)
    {
        switch (word)
        {
            case "REASSESS":
                await ReassessAsync(turn, open, file, cancellationToken);
                break;
            case "ABOUT" when open is { Resumption: Resumption.Continued, Answers.LastRedFlags.Count: > 0 } && file.Case.IsOpen && file.Case.Reference != open.Answers.Reference:
                await triage.AboutAsync(open, file, cancellationToken);
                break;
            case "CLOSE" when file.Case.IsOpen:
                await AskOutcomeAsync(turn, file, cancellationToken);
                break;
            case "REOPEN" when !file.Case.IsOpen:
                await ShowAsync(turn, (await desk.TellAsync(turn, file, new CaseInput.Reopen(CaseDesk.Who(turn.Activity)), cancellationToken)).File, null, cancellationToken);
                break;
            case "VOID" or "WRONG PATIENT" when file.Case.IsOpen:
                await ShowAsync(turn, (await desk.TellAsync(turn, file, new CaseInput.Void(CaseDesk.Who(turn.Activity)), cancellationToken)).File, null, cancellationToken);
                break;
            default:
                await ShowAsync(turn, file, notice: null, cancellationToken);
                break;
        }
    }

    /// <summary>Without a reference: the one open case, or a choice.</summary>
    private async Task<bool> ChooseAsync(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string word, CancellationToken cancellationToken)
    {
        if (word == "REOPEN")
        {
            await turn.SendActivityAsync(cards.Tell(Text.NameTheCase), cancellationToken);
            return true;
        }

        var files = await ListedAsync(turn, page: 1, cancellationToken);
        if (files.Total == 0 && word is "CLOSE" or "VOID" or "WRONG PATIENT")
        {
            return false;
        }

        // Somebody else's case is never taken for granted, and none is voided before it was seen.
        if (files.Items is [var only] && CaseDesk.IsRequesters(turn, only) && word is not ("VOID" or "WRONG PATIENT"))
        {
            await ActAsync(turn, open, word, only, cancellationToken);
            return true;
        }

        Func<CaseFile, Button>? button = word switch
        {
            "REASSESS" => file => CaseCards.ReassessButton(file.Case),
            "CLOSE" => file => CaseCards.CloseButton(file.Case),
            "VOID" or "WRONG PATIENT" => file => CaseCards.VoidButton(file.Case),
            _ => null,
        };
        await turn.SendActivityAsync(cards.List(files, page: 1, turn.Now, files.Total == 0 ? null : Text.WhichCase, button), cancellationToken);
        return true;
    }

    private async Task ReassessAsync(
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
    private async Task ShowAsync(ITurnContext turn, CaseFile file, string? notice, CancellationToken cancellationToken)
    {
        var audience = AudienceOf(turn, file);
        var key = (await turn.SendActivityAsync(cards.Show(file, turn.Now, audience, notice), cancellationToken)).Id;
        CaseDesk.Keep(turn, await messages.ShownAsync(turn, file, new ShownCard(key, audience, Chat: CaseMessages.ChatOf(turn.Activity)), cancellationToken));
    }

    /// <summary>Asks how the case ended. When it has, the question shows the case instead, so that no stale button stays.</summary>
    private async Task AskOutcomeAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken)
    {
        var key = (await turn.SendActivityAsync(cards.AskOutcome(file, turn.Now), cancellationToken)).Id;
        CaseDesk.Keep(turn, await messages.ShownAsync(turn, file, new ShownCard(key, AudienceOf(turn, file), AsksOutcome: true), cancellationToken));
    }

    private static Audience AudienceOf(ITurnContext turn, CaseFile file) =>
        turn.Activity.Conversation is not { ConversationType: null or "personal" } ? Audience.Channel
        : CaseCards.IsAsker(file.Case, turn.Activity) && CaseDesk.IsRequesters(turn, file) ? Audience.Asker
        : Audience.Person;

    private async Task ChooseChannelAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (activity.Conversation is not { ConversationType: "channel", Id: { } id })
        {
            await turn.SendActivityAsync(cards.Tell(Text.ChannelNotHere), cancellationToken);
        }
        else if (!(options.Value.AnyoneCoordinates && options.Value.Coordinators.Count == 0) && !options.Value.Coordinators.Contains(activity.From?.AadObjectId, StringComparer.OrdinalIgnoreCase))
        {
            await turn.SendActivityAsync(cards.Tell(Text.ChannelNotYou), cancellationToken);
        }
        else
        {
            var channel = new EscalationChannel(id.Split(";messageid=")[0], CaseDesk.Who(activity).Id);
            turn.SetState(EscalationChannel.Key, channel, CaseFileJson.Default.EscalationChannel);
            await turn.SendActivityAsync(cards.Tell(Text.ChannelSet), cancellationToken);
        }
    }

    private static ValueTask<StatePage<CaseFile>> ListedAsync(ITurnContext turn, int page, CancellationToken cancellationToken) =>
        CaseDesk.OpenAsync(turn, (page - 1) * CaseCards.MaxListed, CaseCards.MaxListed, cancellationToken);

    /// <summary>
    /// The text can be nothing but a command about cases: the list, one with a reference, or the choice of the channel. "close" alone may be
    /// meant for anything.
    /// </summary>
    public static bool IsCommand(string text) => UseThisChannel().IsMatch(text) || (Command().Match(text) is { Success: true } match && NamesCases(match.Groups));

    private static bool NamesCases(GroupCollection said) => said["word"].Value.Equals("cases", StringComparison.OrdinalIgnoreCase)
        ? said["reference"].Length == 0 || Number(said["reference"].Value) is not null
        : CaseReference.Read(said["reference"].Value) is not null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\s*(?<word>cases|case|reassess|close|reopen|void|wrong patient|about)\b\s*(?:case\s+)?(?<reference>[\w\s–.-]{0,16}?)\s*[.!]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"^\s*use this channel for escalations?\s*[.!]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UseThisChannel();
}
