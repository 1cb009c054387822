using System.Globalization;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.OneToOne;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Escalation;
using ClinicalBot.Paging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Sends what a case asks for, and redraws the cards that show it.</summary>
internal sealed class CaseMessages(
    CaseCards cards, CasePlaces placing, CaseNotices notices, DecisionCards decisions, SecondMedium media, Languages languages,
    IOptions<EscalationOptions> options)
{
    /// <summary>Name of the detail that tells what happened; the only one for a channel.</summary>
    public const string TimelineDetail = "timeline";

    /// <summary>Name of the detail that asks for the patient's place.</summary>
    public const string PlaceDetail = "place";

    /// <summary>Name of the detail that asks which case a red flag is about.</summary>
    public const string AboutDetail = "about";

    /// <summary>Name of the event that tells what became of a call or a message to the requester.</summary>
    public const string Settled = "case/settled";

    // A final step repeated for days leaves its oldest cards as they are.
    private const int CardsKept = 24;

    /// <summary>Id of the escalation channel; null when there is none. What a coordinator chose wins over the settings.</summary>
    public async ValueTask<string?> ChannelAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        (await turn.GetStateAsync(EscalationChannel.KeyOf(turn.Activity.GetTenantId()), CaseFileJson.Default.EscalationChannel,
            cancellationToken))?.TeamsChannelId
        ?? options.Value.ChannelOf(turn.Activity.GetTenantId());

    /// <summary>Sends one message. Answers what the case must be told when it cannot even be addressed.</summary>
    public async Task<(CaseFile File, CaseInput? Refused)> SendAsync(ITurnContext turn, CaseFile file, CaseEffect effect, CancellationToken cancellationToken)
    {
        using var spoken = Language.Speak(await ReaderOfAsync(turn, file, effect, cancellationToken));
        switch (effect)
        {
            case CaseEffect.TellRequester tell:
                var told = notices.Of(file, tell.Notice, turn.Now).Alerting();
                var key = (await (PersonalChat.UnmetIn(file.Requester) is { } unmet && AddressOf(file) is { } from
                    ? turn.SendActivityAsync(ProactiveTarget.PersonOf(from, unmet), told, cancellationToken)
                    : turn.SendActivityAsync(file.Requester, told, cancellationToken))).Id;
                Report(turn, key, file, CallIds.Requester, alsoWhenSent: tell.Notice == RequesterNotice.PhoneNow);
                return (file, null);
            case CaseEffect.TellPerson tell:
                if (AddressOf(file) is { } address)
                {
                    await turn.SendActivityAsync(ProactiveTarget.PersonOf(address, tell.To.Id), notices.Of(file, tell.Notice, turn.Now).Alerting(),
                        cancellationToken);
                }

                return (file, null);
            case CaseEffect.TellThread tell:
                return (await PostAsync(turn, file, notices.Of(file, tell.Notice, turn.Now), CallIds.Channel, cancellationToken)).File is { } posted
                    ? (posted, null) : (file, null);
            case CaseEffect.SendCall { To.Person: null } call:
                var card = cards.Show(file, turn.Now, Audience.Channel, reader: null, CaseWords.Of(call.Because)).Mentioning(call.Mentions);
                var post = await PostAsync(turn, file, card, call.To.Id, cancellationToken);
                return post is { File: { } shown, Key: { } channelKey }
                    ? (await ShownAsync(turn, shown, new ShownCard(channelKey, Audience.Channel, call.To.Id, Chat: post.Chat), cancellationToken), null)
                    : (file, new CaseInput.Refuse(call.To.Id, "noAddress"));
            case CaseEffect.SendCall call:
                return await CallAsync(turn, file, call.To, call.Because, isReported: true, cancellationToken);
            case CaseEffect.CallAgain again:
                return (await CallAsync(turn, file, again.To, StepReason.Again, isReported: false, cancellationToken)).File is { } called
                    ? (called, null) : (file, null);
            case CaseEffect.SendSecond second:
                return (file, await PageAsync(turn, file, second.To, cancellationToken));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The requester and the people called read in their own language; a channel in the site's.</summary>
    private ValueTask<CultureInfo> ReaderOfAsync(ITurnContext turn, CaseFile file, CaseEffect effect, CancellationToken cancellationToken) => effect switch
    {
        CaseEffect.TellRequester => ValueTask.FromResult(languages.Of(file.Requester)),
        CaseEffect.TellPerson tell => languages.OfPersonAsync(turn, file.Requester.ChannelId, tell.To.Id, cancellationToken),
        CaseEffect.SendCall { To.Person: { } person } => languages.OfPersonAsync(turn, file.Requester.ChannelId, person.Id, cancellationToken),
        CaseEffect.CallAgain { To.Person: { } person } => languages.OfPersonAsync(turn, file.Requester.ChannelId, person.Id, cancellationToken),
        _ => ValueTask.FromResult(languages.Site),
    };

    /// <summary>Brings cards that show the case up to date.</summary>
    public async Task RedrawAsync(ITurnContext turn, CaseFile file, IReadOnlyList<ShownCard> cardsShown, CancellationToken cancellationToken)
    {
        foreach (var shown in cardsShown.Where(shown => file.Cards.Any(card => card.Key == shown.Key)))
        {
            using var spoken = Language.Speak(languages.Of(shown.Language));
            var card = shown switch
            {
                { Audience: Audience.Decision } => Decision(file, turn.Now, notice: null, [], file.Case.IsOpen ? shown.Buttons : null),
                { AsksOutcome: true } when file.Case.IsOpen => cards.AskOutcome(file, turn.Now),
                _ => cards.Show(file, turn.Now, shown.Audience, PersonOf(shown.Chat)),
            };
            await turn.UpdateActivityAsync(card with { Id = shown.Key }, cancellationToken);
        }
    }

    /// <summary>The decision of the exam that counts.</summary>
    /// <param name="file">The case.</param>
    /// <param name="now">The moment it is drawn.</param>
    /// <param name="notice">What just happened; null for none.</param>
    /// <param name="notices">What the examiner is told with it.</param>
    /// <param name="buttons">Buttons below; those of the case when null.</param>
    public Activity Decision(
        CaseFile file, DateTimeOffset now, string? notice, IReadOnlyList<RequesterNotice> notices, IReadOnlyList<Button>? buttons = null)
    {
        var (@case, zone) = (file.Case, cards.ZoneOf(file));
        var places = placing.PlaceButtons(file);
        var phone = notices.Contains(RequesterNotice.PhoneNow) ? CaseWords.PhoneNow(@case) : null;
        string?[] parts = [notice, @case.Run is null && @case.IsOpen ? null : CaseWords.Status(@case, zone)];
        return decisions.Draw(
            file.Answers with { Reference = @case.Reference },
            @case.Current,
            Earlier(@case),
            now,
            zone,
            new DecisionFrame(parts.Any(part => part is not null)
                ? string.Join(" ", parts.OfType<string>()) : null, phone, [.. (buttons ?? Buttons(@case)).Where(button => !IsAbout(button))])
            {
                Stale = CaseWords.Stale(@case, now, zone),
                // Ninety words: the rows name whom to call; who was called already opens in place.
                Called = @case is { Status: CaseStatus.Calling, Run.Calls: { Count: > 0 } sent } ? Say.With(Text.EscalationOn, CaseWords.Of(sent)) : null,
                Places = places,
                Choosings = [.. ChooseCase(@case, buttons), .. places.Count > 0 || @case.Status == CaseStatus.Watching || @case.Location is not null
                    ? [] : placing.ChoosePlace(file),
                    // Ninety words: below urgent the case's own card asks it.
                    .. @case.Urgency >= Rules.Urgency.Urgent ? CaseButtons.Feedback(@case) : []],
            });
    }

    private static bool IsAbout(Button button) => button.Data.Verb == Verbs.About;

    /// <summary>Which case a red flag is about: people are called whatever the answer, so that it opens in place.</summary>
    private static IEnumerable<Choosing> ChooseCase(Case @case, IReadOnlyList<Button>? buttons) => buttons?.Where(IsAbout).ToList() is { Count: > 0 } about
        ? [new Choosing(Text.WhichCaseTitle, Say.With(Text.WhichCaseOfThis, @case.Reference), about,
            CaseButtons.Data(@case, Verbs.Details) with { Detail = AboutDetail })]
        : [];

    /// <summary>What opens in place on a decision, as a message; null when there is nothing of that name.</summary>
    public Activity? Detail(CaseFile file, string? which, DateTimeOffset now) => which switch
    {
        TimelineDetail => cards.Timeline(file, now),
        PlaceDetail => cards.AskPlace(file, now),
        SerialExams.Detail => cards.TellSeries(file, now),
        CaseButtons.FeedbackDetail when CaseButtons.Feedback(file.Case) is [var asked] =>
            cards.Tell(file, now, asked.Title, [asked.Text!], "default", asked.Buttons),
        AboutDetail => ChooseCase(file.Case, file.Cards.LastOrDefault(shown => shown.Audience == Audience.Decision)?.Buttons).FirstOrDefault() is { } choosing
            ? cards.Tell(file, now, choosing.Title, [choosing.Text!], "default", choosing.Buttons)
            : null,
        _ => decisions.Detail(which, file.Answers with { Reference = file.Case.Reference }, file.Case.Current, Earlier(file.Case), now, cards.ZoneOf(file)),
    };

    private static IReadOnlyList<Rules.Assessment> Earlier(Case @case) => [.. @case.Exams.SkipLast(1).Select(exam => exam.Assessment)];

    /// <summary>Takes the decision card of the exam before out of those that are redrawn, and says on it that a newer one counts.</summary>
    public async Task<CaseFile> ReplaceDecisionAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken)
    {
        foreach (var shown in file.Cards.Where(shown => shown.Audience == Audience.Decision))
        {
            using var spoken = Language.Speak(languages.Of(shown.Language));
            await turn.UpdateActivityAsync(cards.Line(Say.With(Text.CaseReplaced, file.Case.Reference)) with { Id = shown.Key }, cancellationToken);
        }

        return file with { Cards = [.. file.Cards.Where(shown => shown.Audience != Audience.Decision)] };
    }

    /// <summary>Reports whether the decision that tells the requester to phone arrived.</summary>
    public static void ReportPhone(ITurnContext turn, string key, CaseFile file) => Report(turn, key, file, CallIds.Requester, alsoWhenSent: true);

    /// <summary>
    /// A file that also redraws this card. It is the one full card of the case in its chat: the one before becomes a line that points to it.
    /// A decision and a question are no such cards.
    /// </summary>
    public async Task<CaseFile> ShownAsync(ITurnContext turn, CaseFile file, ShownCard card, CancellationToken cancellationToken)
    {
        List<ShownCard> moved = card is { Chat: { } chat, Audience: not Audience.Decision, AsksOutcome: false }
            ? [.. file.Cards.Where(each => each.Chat == chat && each is { Audience: not Audience.Decision, AsksOutcome: false })]
            : [];
        foreach (var each in moved)
        {
            using var spoken = Language.Speak(languages.Of(each.Language));
            await turn.UpdateActivityAsync(cards.Line(Say.With(Text.CardMoved, file.Case.Reference)) with { Id = each.Key }, cancellationToken);
        }

        return file with { Cards = [.. file.Cards.Except(moved).Append(card with { Language = Language.Current }).TakeLast(CardsKept)] };
    }

    /// <summary>Names the chat a turn speaks in: one to one by the person, else by the conversation without its thread.</summary>
    public static string ChatOf(Activity activity) => activity.Conversation is { ConversationType: null or "personal" }
        ? ChatOf(CaseDesk.Who(activity).Id)
        : SharedChatOf(activity.Conversation?.Id);

    /// <summary>The person whose chat it is; null for one that others see too.</summary>
    public static string? PersonOf(string? chat) => chat is not null && chat.StartsWith(OneToOnePrefix, StringComparison.Ordinal)
        ? chat[OneToOnePrefix.Length..] : null;

    private const string OneToOnePrefix = "person/";

    private static string ChatOf(string personId) => OneToOnePrefix + personId;

    private static string SharedChatOf(string? conversationId) => "chat/" + conversationId?.Split(";messageid=")[0];

    private static IReadOnlyList<Button> Buttons(Case @case) =>
        @case.Status == CaseStatus.Watching ? [CaseCards.ReassessButton(@case)]
        : @case.IsOpen ? [CaseCards.ReassessButton(@case), CaseCards.ShowButton(@case)]
        : [CaseCards.ShowButton(@case)];

    private async Task<(CaseFile File, CaseInput? Refused)> CallAsync(
        ITurnContext turn, CaseFile file, Call call, StepReason because, bool isReported, CancellationToken cancellationToken)
    {
        if (AddressOf(file) is not { } address)
        {
            return (file, new CaseInput.Refuse(call.Id, "noTenant"));
        }

        var card = cards.Show(file, turn.Now, Audience.Person, call.Person!.Id, CaseWords.Of(call, because)).Alerting();
        var key = (await turn.SendActivityAsync(ProactiveTarget.PersonOf(address, call.Person.Id), card, cancellationToken)).Id;
        if (isReported)
        {
            Report(turn, key, file, call.Id, alsoWhenSent: true);
        }

        return (await ShownAsync(turn, file, new ShownCard(key, Audience.Person, call.Id, Chat: ChatOf(call.Person.Id)), cancellationToken), null);
    }

    /// <summary>One message for each medium that reaches the person; the case is told at once when there is none.</summary>
    private async Task<CaseInput?> PageAsync(ITurnContext turn, CaseFile file, Call call, CancellationToken cancellationToken)
    {
        var (id, person) = (CallIds.OfSecond(call.Id), call.Person!);
        var to = new PageTo(person.Id, person.Phone, person.Email);
        var names = media.For(to);
        foreach (var medium in names)
        {
            var page = new Page($"{file.Case.Reference}/{call.Id}/{medium}", file.Case.Reference, Urgency(file.Case), cards.CallBack(file.Case),
                turn.Now, to) { Drill = file.Case.IsDrill };
            var key = (await turn.SendActivityAsync(Page.Queue(medium, turn.Activity.GetTenantId(), person.Id), page.ToActivity(), cancellationToken)).Id;
            Report(turn, key, file, id, alsoWhenSent: true);
        }

        return names.Count == 0 ? new CaseInput.Refuse(id, "noMedium") : null;
    }

    private static string Urgency(Case @case) => @case.Urgency == Rules.Urgency.Emergency ? "emergency" : "urgent";

    /// <summary>Into the case's thread, or as the message that begins it; no file when there is no channel to post in.</summary>
    private async Task<(CaseFile? File, string? Key, string? Chat)> PostAsync(ITurnContext turn, CaseFile file, Activity card, string call,
        CancellationToken cancellationToken)
    {
        string key, chat;
        if (file.Thread is { } thread)
        {
            chat = SharedChatOf(thread.Conversation.Id);
            key = (await turn.SendActivityAsync(thread, card, cancellationToken)).Id;
        }
        else if (AddressOf(file) is { } address && await ChannelAsync(turn, cancellationToken) is { } channel)
        {
            chat = SharedChatOf(channel);
            key = (await turn.SendActivityAsync(ProactiveTarget.ThreadOf(address, channel), card, cancellationToken)).Id;
        }
        else
        {
            return (null, null, null);
        }

        Report(turn, key, file, call, alsoWhenSent: true);
        return (file, key, chat);
    }

    /// <summary>What proactive messages are addressed with; null when the requester's channel told no tenant or bot.</summary>
    private static Activity? AddressOf(CaseFile file) => file.Requester is { Conversation.TenantId: not null, Bot: { } bot } requester
        ? new Activity { ChannelId = requester.ChannelId, ServiceUrl = requester.ServiceUrl, Conversation = requester.Conversation, Recipient = bot }
        : null;

    private static void Report(ITurnContext turn, string key, CaseFile file, string call, bool alsoWhenSent)
    {
        var note = JsonSerializer.SerializeToElement(new CaseNote(file.Case.Reference, call), CaseFileJson.Default.CaseNote);
        turn.ReportDelivery(key, Settled, note, alsoWhenSent);
    }
}
