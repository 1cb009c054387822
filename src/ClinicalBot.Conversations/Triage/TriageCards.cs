using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Dialogs;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;
using NodaTime;

namespace ClinicalBot.Conversations.Triage;

/// <summary>The triage's questions as cards.</summary>
internal sealed class TriageCards(CardFactory cards, Clock clock, RolePhones contacts, Rulebook rules, Pictures pictures)
{
    private const int MostQuoted = 120;

    // Characters of all choices beside each other on a phone; more of them are a list that opens, so that the card stays on one screen.
    private const int MostOnOneLine = 28;

    /// <summary>Starts a triage.</summary>
    public static Button StartButton => new(Text.StartTriage, new ButtonData(Verbs.Start));

    /// <summary>The question of a step, or the doubt that must be settled first.</summary>
    public Activity Question(WaterfallStepContext<TriageAnswers> context, Topic topic)
    {
        var zone = clock.ZoneOf(context.Turn.Activity);
        return context.Answers.Doubts is [var doubt, ..] ? Confirm(context, doubt, zone)
            : topic == Topic.Review ? Review(context, zone)
            : cards.Question(Ask(context, topic, zone));
    }

    /// <summary>What stands in a question's place once it is no longer open: the conversation reads as a record.</summary>
    public Activity Record(WaterfallStepContext<TriageAnswers> context, Topic topic)
    {
        var zone = clock.ZoneOf(context.Turn.Activity);
        return cards.Message(new MessageCard
        {
            Header = Header(context.Answers, context.Turn.Now, zone),
            Title = Title(topic),
            Summary = Title(topic),
            Lines = topic == Topic.Review ? [Text.ReviewDone] : AnswerLines.Lines(context.Answers, topic, zone),
        });
    }

    /// <summary>One line about the question that stays open, with the question's own words.</summary>
    public Activity Reminder(WaterfallStepContext<TriageAnswers> context, string said)
    {
        var title = Title(TriageStep.TopicOf(context.StepName));
        return cards.Line(new LineCard
        {
            Title = $"{said} {title}",
            Summary = title,
            Header = Header(context.Answers, context.Turn.Now, clock.ZoneOf(context.Turn.Activity)),
            Subtle = false,
        });
    }

    /// <summary>Case reference, block time and elapsed time: on every prompt, card and confirmation.</summary>
    public static string Header(TriageAnswers answers, DateTimeOffset now, DateTimeZone zone) => answers switch
    {
        { BlockTime: { } at } => Say.With(Text.TimeHeader, answers.Reference, Clock.Short(at, now, zone), Clock.Elapsed(now - at)),
        { BlockTimeUnknown: true } => Say.With(Text.TimeHeaderUnknown, answers.Reference),
        _ => Say.With(Text.TimeHeaderOpen, answers.Reference),
    };

    /// <summary>"Do not wait for the rest", once what is known is urgent; null before. An injection time that was not asked for yet counts as now.</summary>
    public string? Banner(TriageAnswers answers, DateTimeOffset now)
    {
        var soFar = answers.SoFar(now);
        if (RulesCore.UrgencyOf(soFar) < Urgency.Urgent)
        {
            return null;
        }

        var decision = rules.Decide(soFar);
        return Say.With(Text.DoNotWait, Words.Of(decision.Urgency), contacts.InWords(decision.Contacts));
    }

    /// <summary>The question of a step.</summary>
    public static string Title(Topic topic) => topic switch
    {
        Topic.Time => Text.TimeTitle,
        Topic.Motor => Text.MotorTitle,
        Topic.Sensation => Text.SensationTitle,
        Topic.RedFlags => Text.RedFlagsTitle,
        Topic.Context => Text.ContextTitle,
        _ => Text.ReviewTitle,
    };

    /// <summary>Why a step is asked, with its sources.</summary>
    public static string Why(Topic topic) => topic switch
    {
        Topic.Time => Text.TimeWhy,
        Topic.Motor => Text.MotorWhy,
        Topic.Sensation => Text.SensationWhy,
        Topic.RedFlags => Text.RedFlagsWhy,
        Topic.Context => Text.ContextWhy,
        _ => Text.ReviewWhy,
    };

    private static string Hint(Topic topic) => topic switch
    {
        Topic.Time => Text.TimeHint,
        Topic.Motor => Text.MotorHint,
        Topic.Sensation => Text.SensationHint,
        Topic.RedFlags => Text.RedFlagsHint,
        Topic.Context => Text.ContextHint,
        _ => Text.ReviewHint,
    };

    private QuestionCard Ask(WaterfallStepContext<TriageAnswers> context, Topic topic, DateTimeZone zone)
    {
        var (answers, now) = (context.Answers, context.Turn.Now);
        return new QuestionCard
        {
            Header = Header(answers, now, zone),
            Progress = Progress(topic),
            Banner = Banner(answers, now),
            Notice = context.Notice,
            Title = Title(topic),
            Summary = Title(topic),
            Hint = Hint(topic),
            Pictures = pictures.Of(topic),
            Picks = topic == Topic.Motor ? [.. FindingTable.Of(topic).Select(finding => Picks(context, finding))] : [],
            Quick = [.. Quick(topic, answers).Select(quick => new Button(quick.Title, Data(context, Verbs.Set) with { Set = quick.Set }))],
            Moment = topic == Topic.Time ? MomentInput(answers, now, zone) : null,
            Choices = topic == Topic.Motor ? []
                : [.. FindingTable.Of(topic).Select(finding => Choices(finding, answers, isOptional: topic == Topic.Context))],
            Fields = topic == Topic.Context ? Fields(answers) : [],
            Buttons = Buttons(context, topic),
        };
    }

    private static string Progress(Topic topic) =>
        Say.With(Text.Progress, TriageStep.Order.ToList().IndexOf(topic) + 1, TriageStep.Order.Count);

    /// <summary>What a button of this question carries.</summary>
    public static ButtonData Data(WaterfallStepContext<TriageAnswers> context, string verb) => new(verb)
    {
        For = ButtonData.MarkOf(context.Turn.Activity),
        Dialog = context.Instance,
        Step = context.StepName,
        Rev = context.Revision.ToString(CultureInfo.InvariantCulture),
    };

    private static IEnumerable<(string Title, string Set)> Quick(Topic topic, TriageAnswers answers) => topic switch
    {
        // Once something is picked, the rest may still be normal.
        Topic.Motor when TriageStep.Open(answers, topic).ToList() is { Count: > 0 } open && open.Count < FindingTable.Of(topic).Count() =>
            [(Text.MotorRest, AnswerValues.Reassuring(open))],
        Topic.Motor when !TriageStep.Open(answers, topic).Any() => [],
        Topic.Time => Enumerable.Range(1, 4).Select(hours => (Say.With(Text.TimeQuick, hours), AnswerValues.HoursAgo(hours))),
        Topic.Motor => [(Text.MotorAll, AnswerValues.AllReassuring(topic))],
        Topic.RedFlags => [(Text.RedFlagsNone, AnswerValues.AllReassuring(topic))],
        Topic.Context => [(Text.ContextSkip, AnswerValues.NoContext)],
        _ => [],
    };

    private static List<Button> Buttons(WaterfallStepContext<TriageAnswers> context, Topic topic)
    {
        var answer = new Button(topic == Topic.Time ? Text.TimeUse : Text.Continue, Data(context, Verbs.Answer)) { Style = "positive" };
        return [answer, topic == Topic.Time
            ? new Button(Text.TimeNotKnown, Data(context, Verbs.Set) with { Set = AnswerValues.TimeUnknown })
            : new Button(Text.Back, Data(context, Verbs.Back))];
    }

    private static MomentInput MomentInput(TriageAnswers answers, DateTimeOffset now, DateTimeZone zone)
    {
        var known = (answers.BlockTimeCandidate ?? answers.BlockTime) is { } at ? Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime
            : (LocalDateTime?)null;
        var date = known?.Date ?? Instant.FromDateTimeOffset(now).InZone(zone).Date;
        return new MomentInput(
            Text.TimeDate, TypedIn(answers, "date") ?? date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            Text.TimeClock, TypedIn(answers, "time") ?? known?.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
            Text.TimeClockMissing);
    }

    private static string? TypedIn(TriageAnswers answers, string id) => answers.Typed?.GetValueOrDefault(id);

    /// <summary>One row: the finding and its values as buttons, what is known with a mark.</summary>
    private static PickRow Picks(WaterfallStepContext<TriageAnswers> context, Finding finding)
    {
        var known = finding.Known(context.Answers);
        return new PickRow(LabelOf(finding, context.Answers),
        [
            .. finding.Values.OrderBy(value => value is "unknown" or "notAssessed").Select(value => new Pick(
                value == known ? "\u25CF " + Say.Value(value) : Say.Value(value),
                value == known ? "accent" : "emphasis",
                new Button(
                    $"{Say.Label(finding.Path)}: {Say.Value(value)}", Data(context, Verbs.Pick) with { Set = AnswerValues.Of(finding, value) }))),
        ]);
    }

    private static string LabelOf(Finding finding, TriageAnswers answers) => answers.Last.TryGetValue(finding.Path, out var last)
        ? $"{Say.Label(finding.Path)} ({Say.With(Text.Last, Say.Value(last))})"
        : Say.Label(finding.Path);

    /// <summary>
    /// Values beside each other, or in a list that opens: the latter too for what need not be answered, so that the card ends on the first screen.
    /// </summary>
    private static ChoiceInput Choices(Finding finding, TriageAnswers answers, bool isOptional)
    {
        var values = finding.Path == "numbness" ? finding.Values.Where(value => value != "notGiven") : finding.Values;
        List<Choice> choices = [.. values.OrderBy(value => value is "unknown" or "notAssessed").Select(value => new Choice(Say.Value(value), value))];
        return new ChoiceInput(finding.Path, LabelOf(finding, answers), choices, finding.Known(answers) ?? "")
        {
            Style = isOptional || choices.Sum(choice => choice.Title.Length) > MostOnOneLine ? "compact" : "expanded",
            Placeholder = Text.NotAnswered,
            Error = Text.NotUnderstoodHere,
        };
    }

    private static List<FieldInput> Fields(TriageAnswers answers) =>
    [
        new("context.agent", Say.Label("context.agent"), "mepivacaine", TypedIn(answers, "context.agent") ?? answers.Agent ?? "", 60),
        NumberInput(answers, "context.concentrationPercent", "1", answers.ConcentrationPercent, StepInputs.MostPercent),
        NumberInput(answers, "context.volumePerLevelMl", "0.25", answers.VolumePerLevelMl, StepInputs.MostMilliliters),
    ];

    private static FieldInput NumberInput(TriageAnswers answers, string id, string example, decimal? known, decimal most)
    {
        var typed = TypedIn(answers, id);
        return new FieldInput(id, Say.Label(id), example, typed ?? Number(known), 8)
        {
            Problem = StepInputs.IsNumber(typed, most) ? null : Say.With(Text.NumberWrong, most),
        };
    }

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private Activity Confirm(WaterfallStepContext<TriageAnswers> context, Doubt doubt, DateTimeZone zone)
    {
        var (answers, now) = (context.Answers, context.Turn.Now);
        var question = doubt.Finding == AnswerMerge.BlockTime && answers.BlockTimeCandidate is { } at
            ? Say.With(Text.TimeConfirm, Clock.Moment(at, zone), Clock.Elapsed(now - at))
            : FindingTable.Find(doubt.Finding) is { } finding ? Say.Question(finding.Path) : Text.WhichChange;
        return cards.Question(new QuestionCard
        {
            Header = Header(answers, now, zone),
            Progress = Progress(TriageStep.TopicOf(context.StepName)),
            Banner = Banner(answers, now),
            Notice = context.Notice,
            Title = question,
            Summary = question,
            Hint = Hint(doubt),
            Buttons =
            [
                .. Answers(doubt).Select(answer => new Button(answer.Title, Data(context, Verbs.Set) with { Set = answer.Set })),
            ],
        });
    }

    /// <summary>The writer's own words, and why they are asked about.</summary>
    private static string Hint(Doubt doubt)
    {
        var why = doubt.Kind == DoubtKind.Contradiction ? Text.DoubtContradiction : Text.DoubtUnclear;
        return doubt.Quote is { Length: > 0 } quote ? Say.With(Text.DoubtQuote, Short(quote)) + " " + why : why;
    }

    /// <summary>A quote that fits a card.</summary>
    public static string Short(string quote) => quote.Length <= MostQuoted ? quote : quote[..MostQuoted] + "\u2026";

    /// <summary>
    /// What can be answered. A finding's buttons name its own values, because yes and no change sense from one question to the next; a red flag and a time are
    /// asked yes or no.
    /// </summary>
    private static IEnumerable<(string Title, string Set)> Answers(Doubt doubt) => FindingTable.Find(doubt.Finding) is { IsRedFlag: false } finding
        ? Enum.GetValues<YesNo>().OrderByDescending(answer => answer).Select(answer => (Say.Value(finding.ValueOf(answer)), AnswerValues.ToConfirm(answer)))
        : [(Text.Yes, AnswerValues.ToConfirm(YesNo.Yes)), (Text.No, AnswerValues.ToConfirm(YesNo.No)), (Text.NotSure, AnswerValues.ToConfirm(YesNo.Unknown))];

    private Activity Review(WaterfallStepContext<TriageAnswers> context, DateTimeZone zone)
    {
        var (answers, now) = (context.Answers, context.Turn.Now);
        return cards.Review(new ReviewCard
        {
            Header = Header(answers, now, zone),
            Progress = Progress(Topic.Review),
            Banner = Banner(answers, now),
            Notice = context.Notice,
            Title = Text.ReviewTitle,
            Summary = Text.ReviewTitle,
            Hint = Text.ReviewHint,
            Rows =
            [
                .. TriageStep.Order.Where(topic => topic != Topic.Review).Select(topic => new ReviewRow(
                    AnswerLines.Title(topic),
                    string.Join("; ", AnswerLines.Grouped(answers, topic, zone)),
                    new Button(Say.With(Text.ReviewChange, AnswerLines.Of(topic)), Data(context, Verbs.Change) with { Topic = TriageStep.NameOf(topic) }))),
            ],
            Buttons = [new Button(Text.ReviewYes, Data(context, Verbs.Set) with { Set = AnswerValues.ToConfirm(YesNo.Yes) }) { Style = "positive" },
                new Button(Text.Back, Data(context, Verbs.Back))],
        });
    }
}
