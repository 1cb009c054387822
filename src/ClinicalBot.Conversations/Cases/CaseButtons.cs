using System.Globalization;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Cases;

/// <summary>The buttons of a case's card: the one that helps most first, closing apart from the others.</summary>
internal static class CaseButtons
{
    /// <summary>What the reader may do now.</summary>
    /// <param name="case">The case.</param>
    /// <param name="audience">Who sees it.</param>
    /// <param name="answer">What the one person who sees it answered; null before, and where more than one see it.</param>
    public static IEnumerable<Button> Of(Case @case, Audience audience, Attendance? answer)
    {
        var bedside = new Button(Text.AtBedside, Data(@case, Verbs.AtBedside));
        var takeOver = new Button(Text.TakeOver, Data(@case, Verbs.TakeOver));
        var handBack = new Button(Text.HandBack, Data(@case, Verbs.HandBack));
        var decline = new Button(Text.CantCome, Data(@case, Verbs.Decline));
        Button[] examine = audience == Audience.Channel ? [] : [CaseCards.ReassessButton(@case)];
        return (@case.Status, audience) switch
        {
            (CaseStatus.Calling, Audience.Asker) when @case.Run is { IsExhausted: false } =>
                [.. examine, CaseCards.CallOnButton(@case, role: null), .. Others(@case)],
            (CaseStatus.Calling or CaseStatus.Acknowledged, Audience.Asker) => [.. examine, .. Others(@case)],
            // Others are still called. This reader has answered, and is not asked again.
            (CaseStatus.Calling, Audience.Person) when answer is { Until: null } =>
                [.. Milestones(@case).Concat(examine).Append(handBack).Concat(Others(@case)).Take(MostButtons)],
            (CaseStatus.Calling, Audience.Person) when answer is not null => [bedside with { Style = "positive" }, Eta(@case, 15), handBack],
            (CaseStatus.Calling, Audience.Person) => [bedside, decline, .. WhileOthersAreCalled(@case, handBack)],
            (CaseStatus.Calling, _) => [bedside, .. WhileOthersAreCalled(@case, handBack)],
            (CaseStatus.Acknowledged, _) => [bedside with { Style = "positive" }, Eta(@case, 15), handBack, takeOver],
            (CaseStatus.Attended, Audience.Asker) => [.. examine, .. Others(@case)],
            (CaseStatus.Attended, _) => [.. Milestones(@case).Concat(examine).Append(handBack).Append(takeOver).Concat(Others(@case)).Take(MostButtons)],
            (CaseStatus.Watching, _) => examine,
            _ => [],
        };
    }

    /// <summary>In how many minutes a person called can say they come, the first as the primary button; empty when the reader is not asked.</summary>
    public static IEnumerable<Button> Etas(Case @case, Audience audience, Attendance? answer) => IsAsked(@case, audience, answer)
        ? CaseMachine.EtaMinutes.Select((minutes, at) => at == 0 ? Eta(@case, minutes) with { Style = "positive" } : Eta(@case, minutes))
        : [];

    /// <summary>The reader is asked to come.</summary>
    public static bool IsAsked(Case @case, Audience audience, Attendance? answer) =>
        @case.Status == CaseStatus.Calling && audience != Audience.Asker && answer is null;

    private static Button Eta(Case @case, int minutes) =>
        new(Say.With(Text.ComingIn, minutes), Data(@case, Verbs.Acknowledge) with { Eta = minutes.ToString(CultureInfo.InvariantCulture) });

    /// <summary>Roles of the rules that the case does not need yet. Who is asked for by name is no one of them.</summary>
    private static IEnumerable<Button> Others(Case @case) => Enum.GetValues<Rules.ContactRole>().Select(RoleNames.Of)
        .Where(role => role != RoleNames.Of(Rules.ContactRole.Proceduralist) && !Responders.Needed(@case).Contains(role, StringComparer.OrdinalIgnoreCase))
        .Select(role => CaseCards.CallOnButton(@case, role));

    /// <summary>For who has answered already, while another role has not.</summary>
    private static IEnumerable<Button> WhileOthersAreCalled(Case @case, Button handBack) => Responders.Of(@case) switch
    {
        [] => [],
        var answered when answered.Any(each => each.Until is null) => [.. Milestones(@case), handBack],
        _ => [handBack],
    };

    // Teams shows no more of them.
    private const int MostButtons = 6;

    /// <summary>The next two things that are usually done.</summary>
    private static IEnumerable<Button> Milestones(Case @case) =>
        Enum.GetValues<Milestone>().Where(what => @case.Milestones?.Any(each => each.What == what) is not true).Take(2)
        .Select(what => new Button(CaseWords.Of(what), Data(@case, Verbs.Milestone) with { Set = what.ToString() }));

    /// <summary>Name of the detail that asks whether the advice was followed.</summary>
    public const string FeedbackDetail = "feedback";

    /// <summary>Whether the advice of the exam that counts was followed; opens in place. None where there is no patient.</summary>
    public static IReadOnlyList<Choosing> Feedback(Case @case) => @case.IsDrill || @case.Status is CaseStatus.Voided or CaseStatus.Moved
        ? []
        : [new Choosing(
            Text.FeedbackTitle,
            Text.FeedbackText,
            [.. Enum.GetValues<Feedback>().Select(what => new Button(CaseWords.Of(what), Data(@case, Verbs.Feedback) with { Set = what.ToString() }))],
            Data(@case, Verbs.Details) with { Detail = FeedbackDetail })];

    /// <summary>How to close it.</summary>
    public static Choosing Closing(Case @case) => new(
        Text.CloseCase,
        Text.CloseText,
        [.. Enum.GetValues<CaseOutcome>().Select(outcome =>
            new Button(Sentence(CaseWords.Of(outcome)), Data(@case, Verbs.Close) with { Outcome = outcome.ToString() }))],
        Data(@case, Verbs.Close));

    /// <summary>What a button of this case carries.</summary>
    public static ButtonData Data(Case @case, string verb) =>
        new(verb) { Case = @case.Reference, Rev = @case.Revision.ToString(CultureInfo.InvariantCulture) };

    private static string Sentence(string words) => char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];
}
