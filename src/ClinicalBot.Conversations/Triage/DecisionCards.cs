using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations.Triage;

/// <summary>A recorded decision as a card: urgency and reason first, then what to do, whom to call and what must wait.</summary>
internal sealed class DecisionCards(CardFactory cards, ContactDirectory contacts, IOptions<ContentOptions> content)
{
    private const int StepsShown = 2;

    /// <summary>Shows the decision that was recorded for an exam, in the words of that time.</summary>
    /// <param name="answers">What was known.</param>
    /// <param name="exam">The exam, with its decision.</param>
    /// <param name="earlier">Earlier exams of the case, oldest first.</param>
    /// <param name="now">The moment it is drawn.</param>
    /// <param name="zone">The reader's zone.</param>
    /// <param name="frame">What stands around it.</param>
    public Activity Draw(
        TriageAnswers answers, Exam exam, IReadOnlyList<Assessment> earlier, DateTimeOffset now, DateTimeZone zone, DecisionFrame frame)
    {
        var decision = DecisionWords.Of(exam, earlier, at => Clock.Short(at, now, zone));
        var (style, icon) = Look(decision.Urgency);
        return cards.Decision(new DecisionCard
        {
            Header = TriageCards.Header(answers, exam.Assessment.AssessedAt, zone),
            Title = Words.Of(decision.Urgency),
            Summary = $"{answers.Reference}: {decision.Headline}",
            Urgency = Words.Of(decision.Urgency),
            Style = style,
            Icon = icon,
            Reason = DecisionWords.Reason(decision, answers),
            Stale = frame.Stale ?? DecisionWords.Difference(exam, earlier),
            Notice = frame.Notice,
            Banner = frame.Banner,
            Again = decision.Urgency <= Urgency.Expected ? Text.DecisionAgain : null,
            Steps = [.. DecisionWords.Steps(decision).Take(StepsShown)
                .Select((step, at) => new CardStep((at + 1).ToString(CultureInfo.CurrentCulture), step.Text))],
            Contacts = PhoneEntry.Rows(contacts.Phones(decision.Contacts, now)),
            Holds = DecisionWords.Holds(decision),
            Consider = decision.Considerations.Any(each => each.Marked) ? Text.DecisionConsider : null,
            Validity = DecisionWords.Validity(decision, at => Clock.Short(at, now, zone)),
            Approval = DecisionWords.Approval(content.Value),
            PlaceQuestion = frame.Places.Count > 0 ? Text.PlaceShort : null,
            Places = frame.Places,
            Choosings = frame.Choosings,
            Buttons = frame.Buttons,
            Details = [.. Details(decision, answers, zone, frame.Called)],
        });
    }

    /// <summary>The same as a message, for a host that opens nothing in place.</summary>
    /// <param name="which">Its name, as the button carries it.</param>
    /// <param name="answers">What was known.</param>
    /// <param name="exam">The exam, with its decision.</param>
    /// <param name="earlier">Earlier exams of the case, oldest first.</param>
    /// <param name="now">The moment it is drawn.</param>
    /// <param name="zone">The reader's zone.</param>
    public Activity? Detail(
        string? which, TriageAnswers answers, Exam exam, IReadOnlyList<Assessment> earlier, DateTimeOffset now, DateTimeZone zone)
    {
        var decision = DecisionWords.Of(exam, earlier, at => Clock.Short(at, now, zone));
        return Details(decision, answers, zone).FirstOrDefault(detail => detail.Fallback.Detail == which) is { } found
            ? cards.Message(new MessageCard
            {
                Header = TriageCards.Header(answers, exam.Assessment.AssessedAt, zone),
                Title = found.Title,
                Summary = Say.With(Text.AskedDetails, answers.Reference, found.Title),
                Lines = [.. found.Sections.SelectMany(section => section.Lines.Prepend(section.Title))],
            })
            : null;
    }

    private IEnumerable<Detail> Details(Decision decision, TriageAnswers answers, DateTimeZone zone, string? called = null)
    {
        IReadOnlyList<CardSection> more =
        [
            .. called is null ? Array.Empty<CardSection>() : [new CardSection(Text.DecisionCalled, [called])],
            .. DecisionWords.More(decision, answers, StepsShown),
        ];
        if (more.Count > 0)
        {
            yield return Opens("more", Text.DecisionMore, more);
        }

        yield return Opens("why", Text.DecisionWhy, DecisionWords.Why(decision, content.Value));
        yield return Opens("exam", Text.DecisionExam, DecisionWords.WholeExam(answers, zone));

        Detail Opens(string id, string title, IReadOnlyList<CardSection> sections) =>
            new(title, sections, new ButtonData(Verbs.Details) { Case = answers.Reference, Detail = id });
    }

    /// <summary>Words and icon stand beside every color; expected and recovered get no green and no tick.</summary>
    public static (string Style, string Icon) Look(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => ("attention", "⚠"),
        Urgency.Urgent => ("warning", "▲"),
        Urgency.Incomplete => ("accent", "?"),
        Urgency.Expected => ("emphasis", "◷"),
        _ => ("emphasis", "○"),
    };
}

/// <summary>What stands around a decision.</summary>
/// <param name="Notice">What just happened; null for none.</param>
/// <param name="Banner">What must not be missed; null for none.</param>
/// <param name="Buttons">Buttons below, the primary one first.</param>
internal sealed record DecisionFrame(string? Notice, string? Banner, IReadOnlyList<Button> Buttons)
{
    /// <summary>Since when the advice is out of date; null while it holds.</summary>
    public string? Stale { get; init; }

    /// <summary>Who was called; null when nobody is being called.</summary>
    public string? Called { get; init; }

    /// <summary>One a configured place, on an emergency whose place is not chosen.</summary>
    public IReadOnlyList<Button> Places { get; init; } = [];

    /// <summary>What else is to be chosen; opens in place.</summary>
    public IReadOnlyList<Choosing> Choosings { get; init; } = [];
}
