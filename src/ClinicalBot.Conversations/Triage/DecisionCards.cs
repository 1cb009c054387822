using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Rules;
using NodaTime;

namespace ClinicalBot.Conversations.Triage;

/// <summary>A decision as a card: urgency first, then what to do, whom to call, what to hold, and why.</summary>
internal sealed class DecisionCards(CardFactory cards, RolePhones contacts, Rulebook rules)
{
    /// <summary>Shows what was decided at some moment.</summary>
    /// <param name="answers">What was known.</param>
    /// <param name="at">The moment of the exam.</param>
    /// <param name="zone">The reader's zone.</param>
    /// <param name="earlier">Earlier exams of the case, oldest first.</param>
    /// <param name="frame">What stands around it.</param>
    public Activity Draw(TriageAnswers answers, DateTimeOffset at, DateTimeZone zone, IReadOnlyList<Assessment> earlier, DecisionFrame frame)
    {
        var decision = rules.Decide(answers.At(at), instant => Clock.Moment(instant, zone), earlier);
        return cards.Decision(Card(decision, answers, TriageCards.Header(answers, at, zone), zone) with
        {
            Notice = frame.Notice,
            Banner = frame.Banner,
            Buttons = frame.Buttons,
        });
    }

    private DecisionCard Card(Decision decision, TriageAnswers answers, string header, DateTimeZone zone)
    {
        var (style, icon) = Look(decision.Urgency);
        return new DecisionCard
        {
            Header = header,
            Title = Words.Of(decision.Urgency),
            Summary = $"{answers.Reference}: {decision.Headline}",
            Urgency = Words.Of(decision.Urgency),
            Style = style,
            Icon = icon,
            Headline = WithoutWord(decision),
            Call = decision.Contacts.Count > 0 ? Say.With(Text.CallNow, contacts.InWords(decision.Contacts)) : null,
            Bar = Bar(decision),
            BarText = decision.ElapsedMinutes is { } minutes
                ? Say.With(Text.DecisionBar, Clock.Elapsed(TimeSpan.FromMinutes(minutes)))
                : Text.DecisionBarUnknown,
            Sections = [.. Sections(decision, answers).Where(section => section.Lines.Count > 0)],
            Validity = decision.ValidUntil is { } until
                ? Say.With(decision.Urgency >= Urgency.Urgent ? Text.DecisionValidUrgent : Text.DecisionValid, Clock.Moment(until, zone))
                : Text.DecisionValidNone,
            Why = new Section("why", Text.DecisionWhy,
            [
                // What reassures by itself has no place on a card that calls people.
                .. decision.Reasons.Where(reason => decision.Urgency < Urgency.Urgent || reason.Urgency > Urgency.Expected).Select(reason => new SectionLine(
                    "•", reason.Text, Say.With(Text.DecisionSources, Words.Of(reason.Basis), Sources(reason.Sources)))),
            ]),
            Caveats =
            [
                Text.DecisionNoDischarge,
                Text.DecisionCaveat,
                Say.With(Text.DecisionRuleset, decision.Ruleset.Id, decision.Ruleset.Version, decision.Ruleset.Sha256[..12]),
            ],
        };
    }

    private IEnumerable<Section> Sections(Decision decision, TriageAnswers answers)
    {
        yield return new Section("steps", Text.DecisionSteps,
        [
            .. decision.Steps.Select((step, at) => new SectionLine(
                (at + 1).ToString(CultureInfo.CurrentCulture), step.Text, Sources(step.Sources), at == 0 ? "Bolder" : "Default")),
            .. answers.KnownEarlierDeficit ? [new SectionLine("•", Text.DecisionKnownDeficit, null)] : Array.Empty<SectionLine>(),
        ]);
        yield return new Section("contacts", Text.DecisionContacts,
            [.. decision.Contacts.Select(role => new SectionLine("☎", contacts.InWords(role), null, "Bolder"))]);
        yield return new Section("holds", Text.DecisionHolds,
            [.. decision.Holds.Select(hold => new SectionLine("■", hold.Text, $"{Say.With(Text.DecisionHoldUntil, hold.Until)} ({Sources(hold.Sources)})"))]);
        yield return new Section("missing", Text.DecisionMissing,
            [.. decision.Missing.Select(path => new SectionLine("?", Say.Label(path), null))]);
        yield return new Section("considerations", Text.DecisionConsiderations,
        [
            .. decision.Considerations.Select(consideration => new SectionLine(
                consideration.Marked ? "▲" : "•", consideration.Text, Sources(consideration.Sources), consideration.Marked ? "Bolder" : "Default")),
        ]);
    }

    private static string Sources(IReadOnlyList<string> sources) => string.Join(", ", sources);

    /// <summary>The headline begins with the urgency's word, which the card shows by itself.</summary>
    private static string WithoutWord(Decision decision)
    {
        var word = decision.Urgency.ToString();
        var rest = decision.Headline.StartsWith(word, StringComparison.Ordinal) ? decision.Headline[word.Length..].TrimStart(' ', ':', '.', ',', '-', '–')
            : decision.Headline;
        return rest.Length == 0 ? decision.Headline : char.ToUpper(rest[0], CultureInfo.CurrentCulture) + rest[1..];
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

    private static List<BarPart> Bar(Decision decision)
    {
        var known = decision.ElapsedMinutes is not null;
        return
        [
            .. new[] { (Band.Under4h, Text.BarUnder4h), (Band.From4hTo24h, Text.BarFrom4h), (Band.From24h, Text.BarFrom24h) }.Select(part =>
                known && part.Item1 == decision.Band
                    ? new BarPart(part.Item2, "▲", "accent", "Bolder")
                    : new BarPart(part.Item2, known ? "\u00A0" : "?", "emphasis", "Default")),
        ];
    }
}

/// <summary>What stands around a decision.</summary>
/// <param name="Notice">What just happened; null for none.</param>
/// <param name="Banner">What must not be missed; null for none.</param>
/// <param name="Buttons">Buttons below.</param>
internal sealed record DecisionFrame(string? Notice, string? Banner, IReadOnlyList<Button> Buttons);
