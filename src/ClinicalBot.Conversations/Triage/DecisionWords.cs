using System.Globalization;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;
using NodaTime;

namespace ClinicalBot.Conversations.Triage;

/// <summary>A decision in words.</summary>
internal static class DecisionWords
{
    /// <summary>The decision as it was recorded, its times as this reader sees them. Records without texts are decided anew.</summary>
    public static Decision Of(Exam exam, IReadOnlyList<Assessment> earlier, Func<DateTimeOffset, string> clockTime)
    {
        var settings = RulesSettings.Default with { RecheckInterval = exam.Decision.RecheckInterval, ClockTime = clockTime,
            Culture = CultureInfo.CurrentUICulture };
        return exam.Shown is { } shown
            ? Translated(exam, shown, earlier, settings)
                ?? shown with { Steps = [.. shown.Steps.Select(step => step with { Text = DecisionTimes.Read(step.Text, clockTime) })] }
            : RulesCore.Decide(exam.Assessment, earlier, settings);
    }

    /// <summary>
    /// The recorded decision in the reader's language; null in English, and where the same rules would not say the same today. The record keeps
    /// English words and ids.
    /// </summary>
    private static Decision? Translated(Exam exam, Decision shown, IReadOnlyList<Assessment> earlier, RulesSettings settings) =>
        !Language.IsEnglish && exam.Decision.Ruleset == RulesCore.Ruleset && RulesCore.Decide(exam.Assessment, earlier, settings) is var anew
        && anew.Urgency == shown.Urgency && Ids(anew).SequenceEqual(Ids(shown))
            ? anew : null;

    private static IEnumerable<string> Ids(Decision decision) => decision.Steps.Select(step => step.Id).Concat(decision.Holds.Select(hold => hold.Id))
        .Concat(decision.Considerations.Select(each => each.Id)).Concat(decision.Reasons.Select(reason => reason.Rule));

    /// <summary>What other rules than those that decided would say today; null when the same, or when the rules are the same.</summary>
    public static string? Difference(Exam exam, IReadOnlyList<Assessment> earlier)
    {
        if (exam.Decision.Ruleset == RulesCore.Ruleset)
        {
            return null;
        }

        var (then, today) = (exam.Decision, DecisionRecord.Of(exam.Assessment, earlier, exam.Decision.RecheckInterval));
        return today.Urgency != then.Urgency ? Say.With(Text.DecisionOtherUrgency, Words.Of(today.Urgency))
            : !today.Steps.SequenceEqual(then.Steps) || !today.Holds.SequenceEqual(then.Holds) || !today.Contacts.SequenceEqual(then.Contacts)
                ? Text.DecisionOtherSteps
            : null;
    }

    /// <summary>Why, in a sentence: the red flags by name, else the reason that weighs most, else the headline.</summary>
    public static string Reason(Decision decision, TriageAnswers answers)
    {
        var flags = FindingTable.Of(Topic.RedFlags).Where(flag => flag.IsAdverse(answers)).Select(flag => Lower(Say.Label(flag.Path))).ToList();
        return flags.Count > 0 ? Say.With(Text.DecisionRedFlags, string.Join(", ", flags))
            : decision.Urgency >= Urgency.Incomplete && decision.Reasons is [var first, ..] ? Short(decision, first.Text)
            : WithoutWord(decision);
    }

    /// <summary>While the time is known a reason ends before its ", or at an unknown time"; the whole sentence stands under "Why and sources".</summary>
    private static string Short(Decision decision, string reason) =>
        decision.ElapsedMinutes is not null && reason.IndexOf(Text.ReasonUnknownTime, StringComparison.Ordinal) is > 0 and var end
            ? reason[..end] + "." : reason;

    /// <summary>The first sentence of the headline. It begins with the urgency's word, which the card shows by itself.</summary>
    private static string WithoutWord(Decision decision)
    {
        var word = Words.Of(decision.Urgency);
        var rest = decision.Headline.StartsWith(word, StringComparison.Ordinal)
            ? decision.Headline[word.Length..].TrimStart(' ', ':', '.', ',', '-', '–') : decision.Headline;
        return rest.Length == 0 ? decision.Headline : Sentence(rest.Split(". ")[0].TrimEnd('.') + ".");
    }

    private const string Recheck = "recheck";

    /// <summary>What to do, in order. When to examine again stands in a line of its own.</summary>
    public static IEnumerable<Step> Steps(Decision decision) => decision.Steps.Where(step => step.Id != Recheck);

    /// <summary>What must wait, in one line; what lifts each hold stands under "More". No hold is no discharge.</summary>
    public static string Holds(Decision decision) => decision.Holds.Count switch
    {
        > 1 => Text.DecisionHoldsBoth,
        1 => decision.Holds[0].Id == "discharge" ? decision.Holds[0].Text : $"{decision.Holds[0].Text} {Text.DecisionNoDischarge}",
        _ => Text.DecisionNoDischarge,
    };

    /// <summary>Until when the advice holds: when to examine again.</summary>
    public static string Validity(Decision decision, Func<DateTimeOffset, string> clockTime) =>
        decision.Steps.FirstOrDefault(step => step.Id == Recheck)?.Text
        ?? (decision.ValidUntil is { } until ? Say.With(Text.DecisionValid, clockTime(until)) : Text.DecisionValidNone);

    /// <summary>Steps that found no place on the card, what else to think of, and what lifts the holds.</summary>
    public static IReadOnlyList<CardSection> More(Decision decision, TriageAnswers answers, int shown)
    {
        string[] steps = [.. Steps(decision).Skip(shown).Select((step, at) => $"{shown + at + 1}. {step.Text}"), .. answers.KnownEarlierDeficit
            ? [Text.DecisionKnownDeficit] : Array.Empty<string>()];
        string[] consider = [.. decision.Considerations.Select(each => each.Text)];
        string[] until = [.. decision.Holds.Select(hold => $"{hold.Text} {Sentence(Say.With(Text.DecisionHoldUntil, hold.Until))}")];
        return
        [
            .. Titled(Text.DecisionMoreSteps, steps),
            .. Titled(Text.DecisionConsiderations, consider),
            .. Titled(Text.DecisionHoldsTitle, until),
        ];
    }

    /// <summary>The reasons, each with where it comes from, and every statement behind the decision with its sentence.</summary>
    public static IReadOnlyList<CardSection> Why(Decision decision, ContentOptions content)
    {
        // What reassures by itself has no place on a card that calls people.
        var reasons = decision.Reasons.Where(reason => decision.Urgency < Urgency.Urgent || reason.Urgency > Urgency.Expected).ToList();
        var cited = decision.HeadlineSources.Concat(decision.Reasons.SelectMany(reason => reason.Sources))
            .Concat(decision.Steps.SelectMany(step => step.Sources)).Concat(decision.Holds.SelectMany(hold => hold.Sources))
            .Concat(decision.Considerations.SelectMany(each => each.Sources)).ToHashSet();
        return
        [
            new CardSection(Text.DecisionReasons, [.. reasons.Select(reason =>
                $"{reason.Text} {Sentence(Say.With(Text.DecisionSources, Words.Of(reason.Basis), string.Join(", ", reason.Sources)))}")]),
            new CardSection(Text.DecisionSourcesTitle,
                [.. Catalog.Statements.Where(each => cited.Contains(each.Id)).Select(each =>
                    Say.With(Text.DecisionStatement, each.Id, Catalog.Translate(each, CultureInfo.CurrentUICulture).Text))]),
            new CardSection(Text.DecisionBasis,
            [
                Text.DecisionCaveat,
                Text.DecisionSourcePage,
                .. string.IsNullOrWhiteSpace(content.Owner) ? Array.Empty<string>() : [Say.With(Text.ContentOwner, content.Owner)],
                Say.With(Text.DecisionRuleset, decision.Ruleset.Id, decision.Ruleset.Version),
            ]),
        ];
    }

    /// <summary>Every finding and circumstance, also what is not known.</summary>
    public static IReadOnlyList<CardSection> WholeExam(TriageAnswers answers, DateTimeZone zone) =>
        [.. TriageStep.Order.Where(topic => topic != Topic.Review)
            .Select(topic => new CardSection(AnswerLines.Title(topic), AnswerLines.Lines(answers, topic, zone)))];

    /// <summary>Who approved what the cards say at this site, in one line.</summary>
    public static string Approval(ContentOptions content) => content.IsApproved
        ? Say.With(Text.ContentApproved, Say.Briefly(content.Version), Say.Briefly(content.Approver),
            content.ReviewDate!.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture))
        : Text.ContentNotApproved;

    private static IEnumerable<CardSection> Titled(string title, IReadOnlyList<string> lines) => lines.Count > 0 ? [new CardSection(title, lines)] : [];

    private static string Sentence(string words) => char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

    private static string Lower(string words) => Text.LabelsInSentence != "lower" ? words : char.ToLower(words[0], CultureInfo.CurrentCulture) + words[1..];
}
