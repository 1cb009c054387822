using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Escalation;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Cases as cards. The channel's card carries the least that is needed; findings go one to one.</summary>
internal sealed class CaseCards(CardFactory cards, Clock clock, ContactDirectory contacts, CasePlaces placing, IOptions<EscalationOptions> options)
{
    /// <summary>Cases on one page of the list.</summary>
    public const int MaxListed = 12;

    /// <summary>The zone a case's cards are written in: that of the requester, else the site's.</summary>
    public DateTimeZone ZoneOf(CaseFile file) => clock.ZoneOf(new Activity { LocalTimezone = file.TimeZone });

    /// <summary>A case as it stands.</summary>
    /// <param name="file">The case.</param>
    /// <param name="now">The moment it is drawn.</param>
    /// <param name="audience">Who sees it.</param>
    /// <param name="reader">Id of the one person who sees it; null where more than one see it.</param>
    /// <param name="notice">What just happened; null for none.</param>
    public Activity Show(CaseFile file, DateTimeOffset now, Audience audience, string? reader, string? notice = null)
    {
        var (@case, zone) = (file.Case, ZoneOf(file));
        var answer = AnswerOf(@case, reader);
        var (style, icon) = DecisionCards.Look(@case.Urgency);
        var status = CaseWords.Status(@case, zone);
        var urgency = Words.Of(@case.Urgency);
        var where = @case.Location ?? Text.CaseNowhere;
        var what = @case.IsDrill ? Text.DrillWhat : audience == Audience.Channel ? Text.CaseWhatChannel : Reason(file, now);
        return cards.Escalation(new EscalationCard
        {
            Header = TriageCards.Header(file.Answers with { Reference = @case.Reference }, now, zone),
            Stale = CaseWords.Stale(@case, now, zone),
            Notice = notice,
            Title = CaseWords.Marked(@case, urgency),
            Summary = CaseWords.Marked(@case, Say.With(Text.CaseSummary, urgency, where, what, status)),
            Style = @case.IsOpen ? style : "emphasis",
            Icon = icon,
            What = what,
            Where = Say.With(Text.CaseWhereIs, where),
            Status = status,
            Contacts = [new ContactRow("phone1", Say.With(Text.CaseAskedBy, @case.RequestedBy.Name),
                PhoneEntry.OnOneLine(CallBack(@case) ?? Text.CallBackUnknown), GroupChat(file))],
            Ask = CaseButtons.IsAsked(@case, audience, answer) ? Text.CaseAsk : null,
            Etas = [.. CaseButtons.Etas(@case, audience, answer)],
            Buttons = [.. CaseButtons.Of(@case, audience, answer)],
            Choosings = audience == Audience.Channel ? [] : [.. placing.ChoosePlace(file), .. CaseButtons.Feedback(@case)],
            Series = audience == Audience.Channel ? [] : [SerialExams.Of(@case, zone)],
            Details = [.. Details(file, audience, zone)],
            Closings = @case.IsOpen ? [CaseButtons.Closing(@case)] : [],
        });
    }

    /// <summary>What a person answered; null when nothing yet, and while they are called for something else.</summary>
    private static Attendance? AnswerOf(Case @case, string? person) =>
        Responders.IsCalled(@case, person) ? null : Responders.Of(@case).FirstOrDefault(each => each.By.Id == person);

    /// <summary>One line in the place of a card that has moved.</summary>
    public Activity Line(string text) => cards.Line(new LineCard { Title = text, Summary = text });

    /// <summary>What happened, as a message, for a host that opens nothing in place.</summary>
    public Activity Timeline(CaseFile file, DateTimeOffset now)
    {
        var (title, sections) = TimelineOf(file, ZoneOf(file));
        return Tell(file, now, title, [.. sections.SelectMany(section => section.Lines)], "default", []);
    }

    /// <summary>Every exam of the case, as a message in words.</summary>
    public Activity TellSeries(CaseFile file, DateTimeOffset now) =>
        Tell(file, now, Text.SeriesTitle, SerialExams.Lines(file.Case, ZoneOf(file)), "default", []);

    /// <summary>A page of the open cases, each with its clock.</summary>
    /// <param name="files">The page.</param>
    /// <param name="page">Its number, from 1; each has <see cref="MaxListed"/>.</param>
    /// <param name="now">The moment it is drawn.</param>
    /// <param name="notice">What is asked; null for nothing.</param>
    /// <param name="open">Button of a case; null for the one that shows it.</param>
    public Activity List(StatePage<CaseFile> files, int page, DateTimeOffset now, string? notice, Func<CaseFile, Button>? open = null) =>
        cards.Cases(new CasesCard
    {
        Title = files.Total == 0 ? Text.CasesNone : Text.CasesTitle,
        Summary = files.Total == 0 ? Text.CasesNone : Say.With(Text.CasesSummary, files.Total),
        Notice = files.Total > page * MaxListed
            ? string.Join(" ", new[] { notice, Say.With(Text.CasesMore, files.Total - (page * MaxListed), page + 1) }.OfType<string>())
            : notice,
        Rows =
        [
            .. files.Items.Select(file => Row(file, now, open?.Invoke(file) ?? ShowButton(file.Case))),
        ],
        Buttons = [new Button(Text.StartTriage, new ButtonData(Verbs.Start))],
    });

    /// <summary>The open cases for who takes over: with why and every exam where the reader may see them.</summary>
    /// <param name="files">The cases.</param>
    /// <param name="now">The moment it is drawn.</param>
    /// <param name="mayRead">Whether the reader may see the findings of a case.</param>
    public Activity HandOver(StatePage<CaseFile> files, DateTimeOffset now, Func<CaseFile, bool> mayRead) => cards.Cases(new CasesCard
    {
        Title = files.Total == 0 ? Text.CasesNone : Text.HandoverTitle,
        Summary = files.Total == 0 ? Text.CasesNone : Say.With(Text.CasesSummary, files.Total),
        Notice = files.Total > MaxListed ? Say.With(Text.CasesMore, files.Total - MaxListed, 2) : null,
        Rows =
        [
            .. files.Items.Select(file => Row(file, now, ShowButton(file.Case)) is var row && mayRead(file)
                ? row with { Lines = [Reason(file, now), .. row.Lines, .. SerialExams.Lines(file.Case, ZoneOf(file))] }
                : Row(file, now, ShowButton(file.Case))),
        ],
    });

    private string Reason(CaseFile file, DateTimeOffset now) =>
        DecisionWords.Reason(DecisionWords.Of(file.Case.Current, Earlier(file.Case), at => Clock.Short(at, now, ZoneOf(file))), file.Answers);

    private CaseRow Row(CaseFile file, DateTimeOffset now, Button open)
    {
        var (@case, zone) = (file.Case, ZoneOf(file));
        var age = file.Answers.BlockTime is { } block ? Say.With(Text.CaseRowAge, Clock.Elapsed(now - block)) : Text.CaseRowUnknown;
        return new CaseRow(
            DecisionCards.Look(@case.Urgency).Style,
            $"{@case.Location ?? Text.CaseRowNowhere} · {@case.Reference} · {CaseWords.Marked(@case, Words.Of(@case.Urgency))}",
            [
                .. CaseWords.Stale(@case, now, zone) is { } stale ? [stale] : Array.Empty<string>(),
                CaseWords.Status(@case, zone),
                age,
            ],
            open with { Title = $"{open.Title}: {@case.Location ?? Text.CaseNowhere}, {@case.Reference}" });
    }

    /// <summary>Asks how a case ended.</summary>
    public Activity AskOutcome(CaseFile file, DateTimeOffset now) => cards.Message(new MessageCard
    {
        Header = TriageCards.Header(file.Answers, now, ZoneOf(file)),
        Title = Say.With(Text.CloseTitle, file.Case.Reference),
        Summary = Say.With(Text.CloseTitle, file.Case.Reference),
        Lines = [Text.CloseText],
        Buttons =
        [
            .. CaseButtons.Closing(file.Case).Buttons,
        ],
    });

    /// <summary>Asks a person whom the case does not concern whether they really mean what they pressed.</summary>
    public Activity AskSure(CaseFile file, DateTimeOffset now, CardSubmit pressed) => AskSure(
        file, now, new Button("", new ButtonData(pressed.Verb) { Case = file.Case.Reference, Rev = pressed["rev"], Eta = pressed["eta"],
            Outcome = pressed["outcome"], Role = pressed["role"] }), pressed[CasePlaces.LocationInput]);

    /// <summary>The same for a button.</summary>
    public Activity AskSure(CaseFile file, DateTimeOffset now, Button pressed, string? place = null) => Tell(
        file, now, Text.UncalledTitle, [Say.With(Text.Uncalled, file.Case.Reference), CaseWords.Status(file.Case, ZoneOf(file))], "warning",
        [new Button(Text.UncalledSure, pressed.Data with { Sure = "yes", Location = place }), ShowButton(file.Case)]);

    /// <summary>Asks a person whose role is not known for which of the needed ones they answer.</summary>
    public Activity AskRole(CaseFile file, DateTimeOffset now, CardSubmit pressed) => Tell(
        file, now, Text.WhichRoleTitle, [Say.With(Text.WhichRole, file.Case.Reference)], "warning",
        [
            .. Responders.Needed(file.Case).Select(need => new Button(
                ContactDirectory.RoleWord(need),
                CaseButtons.Data(file.Case, pressed.Verb) with { Eta = pressed["eta"], Sure = pressed["sure"], Role = need })),
            ShowButton(file.Case),
        ]);

    /// <summary>A message about a case.</summary>
    public Activity Tell(
        CaseFile file, DateTimeOffset now, string title, IReadOnlyList<string> lines, string style, IReadOnlyList<Button> buttons,
            IReadOnlyList<ContactRow>? phones = null) =>
        cards.Message(new MessageCard
        {
            Header = TriageCards.Header(file.Answers, now, ZoneOf(file)),
            Title = CaseWords.Marked(file.Case, title),
            Summary = $"{file.Case.Reference}: {CaseWords.Marked(file.Case, title)}",
            Lines = lines,
            Style = style,
            Contacts = phones ?? [],
            Buttons = buttons,
        });

    /// <summary>A message that is about no case.</summary>
    public Activity Tell(string title, IReadOnlyList<Button>? buttons = null) =>
        cards.Message(new MessageCard { Title = title, Summary = title, Lines = [], Buttons = buttons ?? [] });

    /// <summary>The same of several lines, the first of which is the title.</summary>
    public Activity Tell(IReadOnlyList<string> lines) =>
        cards.Message(new MessageCard { Title = lines[0], Summary = lines[0], Lines = [.. lines.Skip(1)], Buttons = [] });

    /// <summary>A notice of a title and a line.</summary>
    public Activity Tell(string title, string line) => cards.Message(new MessageCard { Title = title, Summary = title, Lines = [line], Buttons = [] });

    /// <summary>The same as a message, for a host that opens nothing in place; a longer list is of buttons too.</summary>
    public Activity AskPlace(CaseFile file, DateTimeOffset now) => Tell(file, now, Text.PlaceQuestion, [], "default", placing.Places(file));

    /// <summary>Shows a case.</summary>
    public static Button ShowButton(Case @case) => new(Text.ShowCase, CaseButtons.Data(@case, Verbs.ShowCase));

    /// <summary>
    /// The person acting is the requester and is not called for this case. The requester is at the bedside already: saying so must not stop the calls.
    /// </summary>
    public static bool IsAsker(Case @case, Activity activity)
    {
        var id = CaseDesk.Who(activity).Id;
        var called = @case.Run is { } run ? run.EarlierCalls.Concat(run.Calls) : [];
        return id == @case.RequestedBy.Id && called.All(call => call.Person?.Id != id);
    }

    /// <summary>A case's place, its block time or who asked: what tells it from others.</summary>
    public string Where(CaseFile file) => file.Case.Location
        ?? (file.Answers.BlockTime is { } block ? Say.With(Text.AboutBlock, CaseWords.ClockTime(block, ZoneOf(file)))
            : Say.With(Text.AboutAsker, file.Case.RequestedBy.Name));

    /// <summary>Closes a case; how it ended is asked.</summary>
    public static Button CloseButton(Case @case) => new(Text.CloseCase, CaseButtons.Data(@case, Verbs.Close));

    /// <summary>Calls the next step at once, or another role too.</summary>
    public static Button CallOnButton(Case @case, string? role) => role is null
        ? new Button(Text.EscalateNow, CaseButtons.Data(@case, Verbs.EscalateNow))
        : new Button(Say.With(Text.CallRoleToo, ContactDirectory.RoleWord(role)), CaseButtons.Data(@case, Verbs.CallRole) with { Role = role });

    /// <summary>Voids a case.</summary>
    public static Button VoidButton(Case @case) => new(Text.VoidCase, CaseButtons.Data(@case, Verbs.Void)) { Style = "destructive" };

    /// <summary>Examines a case again.</summary>
    public static Button ReassessButton(Case @case) => new(Text.Reassess, CaseButtons.Data(@case, Verbs.Reassess)) { Style = "positive" };

    private static IEnumerable<Detail> Details(CaseFile file, Audience audience, DateTimeZone zone)
    {
        if (audience != Audience.Channel)
        {
            yield return new Detail(Text.DecisionExam, DecisionWords.WholeExam(file.Answers, zone), Asks("exam"));
        }

        var (title, sections) = TimelineOf(file, zone);
        yield return new Detail(title, sections, Asks(CaseMessages.TimelineDetail));

        ButtonData Asks(string which) => new(Verbs.Details) { Case = file.Case.Reference, Detail = which };
    }

    private static (string Title, IReadOnlyList<CardSection> Sections) TimelineOf(CaseFile file, DateTimeZone zone)
    {
        var calls = CaseWords.Calls(file.Case, zone);
        return (CaseWords.TimelineTitle(file.Case, zone),
        [
            .. calls.Count > 0 ? [new CardSection(Text.TimelineCalls, calls)] : Array.Empty<CardSection>(),
            new CardSection(Text.CaseHappened, [.. file.Timeline.Select(entry => CaseWords.Line(entry, file.Case.RequestedBy, zone)).OfType<string>()]),
        ]);
    }

    /// <summary>
    /// A chat of who asked and who answered, or is called. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
    /// </summary>
    private IReadOnlyList<LinkButton> GroupChat(CaseFile file)
    {
        var (@case, book) = (file.Case, contacts.Of(file.Requester.Conversation.TenantId));
        var answered = Responders.Of(@case).Select(each => each.By.Id);
        var ids = Responders.Of(@case).Count > 0 ? answered : (@case.Run?.Calls ?? []).Select(call => call.Person?.Id).OfType<string>();
        var accounts = ids.Prepend(@case.RequestedBy.Id).Distinct().Select(id => book.Find(id)?.Upn).OfType<string>().ToList();
        return @case.IsOpen && accounts.Count > 1
            ? [new LinkButton(Text.GroupChat, "https://teams.microsoft.com/l/chat/0/0?users="
                + $"{string.Join(',', accounts.Select(Uri.EscapeDataString))}&topicName={Uri.EscapeDataString(@case.Reference)}")]
            : [];
    }

    /// <summary>The number of the place, else of the requester; null when neither is known.</summary>
    public string? CallBack(Case @case) =>
        @case.Location is { } place && options.Value.CallBack.TryGetValue(place, out var number) ? number : contacts.PhoneOf(@case.RequestedBy.Id);

    private static IReadOnlyList<Rules.Assessment> Earlier(Case @case) => [.. @case.Exams.SkipLast(1).Select(exam => exam.Assessment)];
}
