using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Bot.Commands;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Bot;

/// <summary>Typed commands about cases.</summary>
internal sealed class CaseCommands(CaseDesk desk, CaseCards cards, CaseConversation cases, CaseAccess access, Drills drills, ContactDirectory contacts,
    CasePlaces places, Permissions permissions)
{
    /// <summary>Does what a command asks; false when it is not about cases, so that the triage takes it.</summary>
    public async Task<bool> TryRunAsync(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CommandCall call, CancellationToken cancellationToken)
    {
        switch (call)
        {
            case { Command: Command.Drill }:
                await drills.BeginAsync(turn, cancellationToken);
                return true;
            case { Command: Command.UseThisChannel }:
                await ChooseChannelAsync(turn, cancellationToken);
                return true;
            case { Command: Command.Handover }:
                await HandOverAsync(turn, cancellationToken);
                return true;
            case { Command: Command.Cases, Page: var page }:
                await turn.SendActivityAsync(cards.List(await ListedAsync(turn, page, cancellationToken), page, turn.Now, notice: null), cancellationToken);
                return true;
            case { Case: { } reference }:
                await OnNamedAsync(turn, open, call, reference, cancellationToken);
                return true;
            case { Command: Command.WrongPatient or Command.Void } when open is not null:
                // By themselves they are about the triage under way.
                return false;
            case { Command: Command.Close } when open is not null:
                return await AskWhichEndAsync(turn, open, cancellationToken);
            case { Command: Command.CallRole, Role: var role } when !contacts.Of(turn.Activity.GetTenantId())
                .Roles.Contains(role, StringComparer.OrdinalIgnoreCase):
                await turn.SendActivityAsync(cards.Tell(Text.CallRoleWhich), cancellationToken);
                return true;
            case { Command: Command.ShowCase or Command.EscalateNow or Command.CallRole or Command.Reassess or Command.Close or Command.Reopen
                or Command.Void or Command.WrongPatient }:
                return await ChooseAsync(turn, open, call, cancellationToken);
            default:
                return false;
        }
    }

    private const string MovedTo = "moved to ";

    /// <summary>
    /// "note moved to CT": the one note that is kept, since a place of the list names no patient. False for any other, which is read as findings.
    /// </summary>
    public async Task<bool> TryNoteAsync(ITurnContext turn, string words, CancellationToken cancellationToken)
    {
        var tenant = turn.Activity.GetTenantId();
        if (!words.StartsWith(MovedTo, StringComparison.OrdinalIgnoreCase)
            || places.Named(tenant, words[MovedTo.Length..].Trim(' ', '.')) is not { } place)
        {
            return false;
        }

        var files = await ListedAsync(turn, page: 1, cancellationToken);
        if (files.Items is [var only] && CaseDesk.IsRequesters(turn, only))
        {
            await TellAsync(turn, only, new CaseInput.Locate(CaseDesk.Who(turn.Activity), only.Case.Revision, place), cancellationToken);
            return true;
        }

        await turn.SendActivityAsync(cards.List(files, page: 1, turn.Now, files.Total == 0 ? null : Text.WhichCase, file =>
            new Button(Text.SetPlace, CaseButtons.Data(file.Case, Verbs.Locate) with { Location = place })), cancellationToken);
        return true;
    }

    /// <summary>The places that a note could have named; null when it named none, or none is configured.</summary>
    public string? PlacesFor(ITurnContext turn, string words) => words.StartsWith(MovedTo, StringComparison.OrdinalIgnoreCase)
        && places.Line(turn.Activity.GetTenantId()) is { } line ? Say.With(Text.NotePlace, line) : null;

    private async Task OnNamedAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CommandCall call, string reference, CancellationToken cancellationToken)
    {
        if (await CaseDesk.FindAsync(turn, reference, cancellationToken) is { } file)
        {
            await ActAsync(turn, open, call, file, cancellationToken);
        }
        else
        {
            await turn.SendActivityAsync(cards.Tell(Say.With(Text.CaseUnknown, reference)), cancellationToken);
        }
    }

    private async Task ActAsync(
        ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CommandCall call, CaseFile file, CancellationToken cancellationToken)
    {
        switch (call.Command)
        {
            case Command.EscalateNow or Command.CallRole when file.Case.IsOpen && !await access.ConcernsAsync(turn, file, cancellationToken):
                await turn.SendActivityAsync(cards.AskSure(file, turn.Now, CaseCards.CallOnButton(file.Case, call.Role)), cancellationToken);
                break;
            case Command.EscalateNow or Command.CallRole when file.Case.IsOpen:
                await CallOnAsync(turn, file, call.Role, cancellationToken);
                break;
            case Command.Reassess when file.Case.IsOpen && !await access.ConcernsAsync(turn, file, cancellationToken):
                await turn.SendActivityAsync(cards.AskSure(file, turn.Now, CaseCards.ReassessButton(file.Case)), cancellationToken);
                break;
            case Command.Reassess:
                await cases.ReassessAsync(turn, open, file, cancellationToken);
                break;
            case Command.About when open is { Resumption: Resumption.Continued, Answers.LastRedFlags.Count: > 0 } && file.Case.IsOpen
                && file.Case.Reference != open.Answers.Reference:
                await cases.AboutAsync(open, file, cancellationToken);
                break;
            case Command.Close when file.Case.IsOpen:
                await cases.AskOutcomeAsync(turn, file, cancellationToken);
                break;
            case Command.Reopen when !file.Case.IsOpen:
                await TellAsync(turn, file, new CaseInput.Reopen(CaseDesk.Who(turn.Activity), file.Case.Revision), cancellationToken);
                break;
            case Command.Void when file.Case.IsOpen && !await access.MayVoidAsync(turn, file, cancellationToken):
                await cases.ShowAsync(turn, file, Text.VoidNotYou, cancellationToken);
                break;
            case Command.Void when file.Case.IsOpen:
                await TellAsync(turn, file, new CaseInput.Void(CaseDesk.Who(turn.Activity), file.Case.Revision), cancellationToken);
                break;
            default:
                await cases.ShowAsync(turn, file, notice: null, cancellationToken);
                break;
        }
    }

    /// <summary>Calls the next step at once, or another role too.</summary>
    private async Task CallOnAsync(ITurnContext turn, CaseFile file, string? role, CancellationToken cancellationToken)
    {
        var (by, revision) = (CaseDesk.Who(turn.Activity), file.Case.Revision);
        CaseInput input = role is null ? new CaseInput.EscalateNow(by, revision) : new CaseInput.CallRole(by, revision, role);
        var (after, answer) = await desk.TellAsync(turn, file, input, cancellationToken);
        await cases.ShowAsync(turn, after, answer == PressAnswer.Done ? null : Text.PressNotNow, cancellationToken);
    }

    private async Task TellAsync(ITurnContext turn, CaseFile file, CaseInput input, CancellationToken cancellationToken) =>
        await cases.ShowAsync(turn, (await desk.TellAsync(turn, file, input, cancellationToken)).File, notice: null, cancellationToken);

    /// <summary>"Close" in the middle of a triage may mean the triage or a case of this chat: asked. Without such a case it means the triage.</summary>
    private async Task<bool> AskWhichEndAsync(ITurnContext turn, WaterfallStepContext<TriageAnswers> open, CancellationToken cancellationToken)
    {
        var files = (await ListedAsync(turn, page: 1, cancellationToken)).Items.Where(file => CaseDesk.IsRequesters(turn, file)).ToList();
        if (files.Count == 0)
        {
            return false;
        }

        var cancel = new Button(Text.CancelTriage, TriageCards.Data(open, Verbs.Cancel));
        await turn.SendActivityAsync(
            cards.Tell(Text.CloseWhich, [cancel, .. files.Select(file =>
                CaseCards.CloseButton(file.Case) with { Title = Say.With(Text.CloseNamed, file.Case.Reference) })]),
            cancellationToken);
        return true;
    }

    /// <summary>Without a reference: the one open case, or a choice.</summary>
    private async Task<bool> ChooseAsync(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, CommandCall call, CancellationToken cancellationToken)
    {
        var command = call.Command;
        if (command == Command.Reopen)
        {
            await turn.SendActivityAsync(cards.Tell(Text.NameTheCase), cancellationToken);
            return true;
        }

        var voids = command is Command.Void or Command.WrongPatient;
        var files = await ListedAsync(turn, page: 1, cancellationToken);
        if (files.Total == 0 && (voids || command == Command.Close))
        {
            return false;
        }

        // The case of another requester is never taken for granted, and none is voided before it was seen.
        if (files.Items is [var only] && CaseDesk.IsRequesters(turn, only) && !voids)
        {
            await ActAsync(turn, open, call, only, cancellationToken);
            return true;
        }

        Func<CaseFile, Button>? button = command switch
        {
            Command.Reassess => file => CaseCards.ReassessButton(file.Case),
            Command.Close => file => CaseCards.CloseButton(file.Case),
            Command.EscalateNow or Command.CallRole => file => CaseCards.CallOnButton(file.Case, call.Role),
            _ when voids => file => CaseCards.VoidButton(file.Case),
            _ => null,
        };
        await turn.SendActivityAsync(cards.List(files, page: 1, turn.Now, files.Total == 0 ? null : Text.WhichCase, button), cancellationToken);
        return true;
    }

    /// <summary>The open cases with why and every exam, for each that concerns the reader; in a channel without findings.</summary>
    private async Task HandOverAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var files = await ListedAsync(turn, page: 1, cancellationToken);
        var concerns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Items)
        {
            if (turn.Activity.Conversation is { ConversationType: null or "personal" } && await access.ConcernsAsync(turn, file, cancellationToken))
            {
                concerns.Add(file.Case.Reference);
            }
        }

        await turn.SendActivityAsync(cards.HandOver(files, turn.Now, file => concerns.Contains(file.Case.Reference)), cancellationToken);
    }

    private static ValueTask<StatePage<CaseFile>> ListedAsync(ITurnContext turn, int page, CancellationToken cancellationToken) =>
        CaseDesk.OpenAsync(turn, (page - 1) * CaseCards.MaxListed, CaseCards.MaxListed, cancellationToken);

    private async Task ChooseChannelAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (activity.Conversation is not { ConversationType: "channel", Id: { } id })
        {
            await turn.SendActivityAsync(cards.Tell(Text.ChannelNotHere), cancellationToken);
        }
        else if (!await permissions.MayAsync(turn, Permission.Configure, of: null, cancellationToken))
        {
            await turn.SendActivityAsync(cards.Tell(Text.ChannelNotYou), cancellationToken);
        }
        else
        {
            var channel = new EscalationChannel(id.Split(";messageid=")[0], CaseDesk.Who(activity).Id);
            turn.SetState(EscalationChannel.KeyOf(activity.GetTenantId()), channel, CaseFileJson.Default.EscalationChannel);
            await turn.SendActivityAsync(cards.Tell(Text.ChannelSet), cancellationToken);
        }
    }
}
