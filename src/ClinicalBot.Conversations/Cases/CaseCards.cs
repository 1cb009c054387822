using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Escalation;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Cases as cards. The channel's card carries the least that is needed; findings go one to one.</summary>
internal sealed class CaseCards(CardFactory cards, Clock clock, IOptions<EscalationOptions> options)
{
    private const string LocationInput = "location";

    /// <summary>The zone a case's cards are written in: that of whoever asked, else the site's.</summary>
    public DateTimeZone ZoneOf(CaseFile file) => clock.ZoneOf(new Activity { LocalTimezone = file.TimeZone });

    /// <summary>A case as it stands.</summary>
    /// <param name="file">The case.</param>
    /// <param name="now">The moment it is drawn.</param>
    /// <param name="audience">Who sees it.</param>
    /// <param name="notice">What just happened; null for none.</param>
    public Activity Show(CaseFile file, DateTimeOffset now, Audience audience, string? notice = null)
    {
        var (@case, zone) = (file.Case, ZoneOf(file));
        var (style, icon) = DecisionCards.Look(@case.Urgency);
        var status = CaseWords.Status(@case, zone);
        var urgency = Words.Of(@case.Urgency);
        var places = audience != Audience.Channel && @case.IsOpen ? Places(@case) : [];
        return cards.Escalation(new EscalationCard
        {
            Header = TriageCards.Header(file.Answers with { Reference = @case.Reference }, now, zone),
            Stale = CaseWords.Stale(@case, now, zone),
            Notice = notice,
            Title = Say.With(Text.CaseTitle, urgency, @case.Reference),
            Summary = Say.With(Text.CaseSummary, @case.Reference, urgency, @case.Location ?? Text.CaseNowhere, status),
            Style = @case.IsOpen ? style : "emphasis",
            Icon = icon,
            Status = status,
            Facts =
            [
                new CardFact(Text.CaseWhere, @case.Location ?? Text.CaseNowhere),
                new CardFact(Text.CaseSince, file.Answers.BlockTime is { } block ? Clock.Elapsed(now - block) : Text.CaseSinceUnknown),
                new CardFact(Text.CaseOpen, Clock.Elapsed(now - @case.OpenedAt)),
                new CardFact(Text.CaseAskedBy, @case.RequestedBy.Name),
            ],
            Sections =
            [
                .. audience != Audience.Channel ? [new CardSection(Text.CaseFindings, Findings(file))] : Array.Empty<CardSection>(),
                new CardSection(Text.CaseHappened, [.. file.Timeline.Select(entry => CaseWords.Line(entry, @case.RequestedBy, zone)).OfType<string>()]),
            ],
            Places = places,
            Buttons = [.. Buttons(@case).Where(button => audience != Audience.Asker || !IsForCalled(button)), .. places.Count > 0 ? [new Button(Text.SetPlace, Data(@case, Verbs.Locate))] : Array.Empty<Button>()],
        });
    }

    /// <summary>The open cases, each with its clock.</summary>
    public Activity List(IReadOnlyList<CaseFile> files, DateTimeOffset now, string? notice, Func<CaseFile, Button>? open = null) => cards.Cases(new CasesCard
    {
        Title = files.Count == 0 ? Text.CasesNone : Text.CasesTitle,
        Summary = files.Count == 0 ? Text.CasesNone : Say.With(Text.CasesSummary, files.Count),
        Notice = files.Count > MaxListed ? string.Join(" ", new[] { notice, Say.With(Text.CasesMore, files.Count - MaxListed) }.OfType<string>()) : notice,
        Rows =
        [
            .. files.OrderByDescending(file => file.Case.Urgency).ThenBy(file => file.Case.OpenedAt).Take(MaxListed).Select(file => new CaseRow(
                $"{file.Case.Reference} · {Words.Of(file.Case.Urgency)}",
                [
                    .. CaseWords.Stale(file.Case, now, ZoneOf(file)) is { } banner ? [banner] : Array.Empty<string>(),
                    $"{file.Case.Location ?? Text.CaseNowhere} · {TriageCards.Header(file.Answers, now, ZoneOf(file))}",
                    CaseWords.Status(file.Case, ZoneOf(file)),
                ],
                open?.Invoke(file) ?? ShowButton(file.Case))),
        ],
        Buttons = [new Button(Text.StartTriage, new ButtonData(Verbs.Start))],
    });

    /// <summary>Asks how a case ended.</summary>
    public Activity AskOutcome(CaseFile file, DateTimeOffset now) => cards.Message(new MessageCard
    {
        Header = TriageCards.Header(file.Answers, now, ZoneOf(file)),
        Title = Say.With(Text.CloseTitle, file.Case.Reference),
        Summary = Say.With(Text.CloseTitle, file.Case.Reference),
        Lines = [Text.CloseText],
        Buttons =
        [
            .. Enum.GetValues<CaseOutcome>().Select(outcome => new Button(Sentence(CaseWords.Of(outcome)), Data(file.Case, Verbs.Close) with { Outcome = outcome.ToString() })),
        ],
    });

    /// <summary>A message about a case.</summary>
    public Activity Tell(CaseFile file, DateTimeOffset now, string title, IReadOnlyList<string> lines, string style, IReadOnlyList<Button> buttons) =>
        cards.Message(new MessageCard
        {
            Header = TriageCards.Header(file.Answers, now, ZoneOf(file)),
            Title = title,
            Summary = $"{file.Case.Reference}: {title}",
            Lines = lines,
            Style = style,
            Buttons = buttons,
        });

    /// <summary>A message that is about no case.</summary>
    public Activity Tell(string title, IReadOnlyList<Button>? buttons = null) =>
        cards.Message(new MessageCard { Title = title, Summary = title, Lines = [], Buttons = buttons ?? [] });

    /// <summary>One button a configured place, while none is chosen; none when there are more than fit, which the case's card lists.</summary>
    public IReadOnlyList<Button> PlaceButtons(Case @case) =>
        @case is not { IsOpen: true, Location: null, Status: not CaseStatus.Watching } || options.Value.Locations.Count > MaxPlaceButtons
            ? []
            : [.. options.Value.Locations.Select(place => new Button(place, Data(@case, Verbs.Locate) with { Location = place }))];

    /// <summary>The place is not chosen, and there are so many that only the case's own card lists them.</summary>
    public bool ListsPlaces(Case @case) =>
        @case is { Status: CaseStatus.Calling, Location: null } && options.Value.Locations.Count > MaxPlaceButtons;

    /// <summary>Shows a case.</summary>
    public static Button ShowButton(Case @case) => new(Say.With(Text.ShowCase, @case.Reference), Data(@case, Verbs.ShowCase));

    /// <summary>
    /// Whoever acts asked for this case and is not called for it. She is at the bedside already: her saying so must not stop the calls.
    /// </summary>
    public static bool IsAsker(Case @case, Activity activity)
    {
        var id = CaseDesk.Who(activity).Id;
        var called = @case.Run is { } run ? run.EarlierCalls.Concat(run.Calls) : [];
        return id == @case.RequestedBy.Id && called.All(call => call.Person?.Id != id);
    }

    /// <summary>A case's place, its block time or who asked: what tells it from others.</summary>
    public string Where(CaseFile file) => file.Case.Location
        ?? (file.Answers.BlockTime is { } block ? Say.With(Text.AboutBlock, CaseWords.ClockTime(block, ZoneOf(file))) : Say.With(Text.AboutAsker, file.Case.RequestedBy.Name));

    /// <summary>Closes a case; how it ended is asked.</summary>
    public static Button CloseButton(Case @case) => new(Text.CloseCase, Data(@case, Verbs.Close));

    /// <summary>Voids a case.</summary>
    public static Button VoidButton(Case @case) => new(Say.With(Text.VoidCase, @case.Reference), Data(@case, Verbs.Void)) { Style = "destructive" };

    /// <summary>Examines a case again.</summary>
    public static Button ReassessButton(Case @case) => new(Text.Reassess, Data(@case, Verbs.Reassess)) { Style = "positive" };

    /// <summary>The place a card submitted, if it is one of the configured; null otherwise.</summary>
    public string? PlaceIn(CardSubmit submit) => options.Value.Locations.FirstOrDefault(place => place == submit[LocationInput]);

    private const int MaxListed = 12;
    private const int MaxPlaceButtons = 6;

    private static bool IsForCalled(Button button) => button.Data.Verb is Verbs.Acknowledge or Verbs.TakeOver or Verbs.AtBedside;

    private static IEnumerable<Button> Buttons(Case @case)
    {
        Button Eta(int minutes) => new(Say.With(Text.ComingIn, minutes), Data(@case, Verbs.Acknowledge) with { Eta = minutes.ToString(CultureInfo.InvariantCulture) });
        var close = CloseButton(@case);
        var bedside = new Button(Text.AtBedside, Data(@case, Verbs.AtBedside));
        var takeOver = new Button(Text.TakeOver, Data(@case, Verbs.TakeOver));
        var handBack = new Button(Text.HandBack, Data(@case, Verbs.HandBack));
        return @case.Status switch
        {
            CaseStatus.Calling => [.. CaseMachine.EtaMinutes.Select(Eta), bedside, close],
            CaseStatus.Acknowledged => [bedside with { Style = "positive" }, takeOver, handBack, Eta(15), close],
            CaseStatus.Attended => [close, takeOver, handBack],
            CaseStatus.Watching => [close],
            _ => [],
        };
    }

    private static ButtonData Data(Case @case, string verb) =>
        new(verb) { Case = @case.Reference, Rev = @case.Revision.ToString(CultureInfo.InvariantCulture) };

    private List<ChoiceInput> Places(Case @case) => options.Value.Locations.Count == 0
        ? []
        :
        [
            new ChoiceInput(LocationInput, Text.PlaceLabel, [.. options.Value.Locations.Select(place => new Choice(place, place))], @case.Location ?? "")
            {
                Style = "compact",
                Placeholder = Text.CaseNowhere,
                Error = Text.PlaceError,
            },
        ];

    private static List<string> Findings(CaseFile file) =>
        [.. TriageFindings.All.Where(finding => finding.IsAdverse(file.Answers)).Select(finding => Words.Line(finding, file.Answers))];

    private static string Sentence(string words) => char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];
}
