using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Bot;

/// <summary>Everything the bot says that is neither a question nor a decision.</summary>
internal sealed class NoticeCards(CardFactory cards, Clock clock, AnswerNotices answered, RolePhones phones)
{
    private static Button HelpButton => new(Text.HelpTitle, new ButtonData(Verbs.Help));

    /// <summary>That only English is read, said to a sender whose language is another.</summary>
    private static IReadOnlyList<string> Typed => Language.IsEnglish ? [] : [Text.TypeEnglish];

    /// <summary>The first thing a person sees.</summary>
    public Activity Welcome() => Show(Text.WelcomeTitle, [Text.Opening, Text.WelcomeText, .. Typed], buttons: [TriageCards.StartButton, HelpButton]);

    /// <summary>What can be typed; says which question is open.</summary>
    public Activity Help(WaterfallStepContext<TriageAnswers>? open)
    {
        List<string> lines = [Text.HelpTriage, Text.HelpSteps, Text.HelpChange, Text.HelpFlags, Text.HelpReference, Text.HelpCases, .. Typed];
        if (open is not null)
        {
            lines.Add(Say.With(Text.HelpOpen, TriageCards.Title(TriageStep.TopicOf(open.StepName))));
        }

        return Show(Text.HelpTitle, lines, header: Header(open), buttons: open is null ? [TriageCards.StartButton] : []);
    }

    /// <summary>A patient wrote.</summary>
    public Activity Patient(WaterfallStepContext<TriageAnswers>? open) => Show(Text.PatientTitle, [Text.Patient], "attention", Header(open));

    /// <summary>Signs of local anesthetic toxicity.</summary>
    public Activity Toxicity(WaterfallStepContext<TriageAnswers>? open) => Show(Text.ToxicityTitle, [Text.Toxicity], "attention", Header(open));

    /// <summary>Another procedure or another limb: said first; a triage is begun only when the writer says so.</summary>
    public Activity OtherProcedure() => Show(Text.OtherProcedureTitle, [Text.OtherProcedure], buttons: [TriageCards.StartButton, HelpButton]);

    /// <summary>A language that is not read here.</summary>
    public Activity OtherLanguage(string? language) =>
        Show(Text.OtherLanguageTitle, [Say.EnglishOnly(language, phones.InWords(Rules.ContactRole.Proceduralist))], "attention",
            buttons: [TriageCards.StartButton]);

    /// <summary>Nothing was recognized, and nothing is open.</summary>
    public Activity NotUnderstood(bool tooLong) =>
        Show(Text.NotUnderstoodTitle, [tooLong ? Text.TooLong : Text.NotUnderstood, .. Typed], buttons: [TriageCards.StartButton, HelpButton]);

    /// <summary>A command that needs an open triage.</summary>
    public Activity NothingOpen() => Show(Text.NothingOpenTitle, [Text.NothingOpen], buttons: [TriageCards.StartButton]);

    /// <summary>A person pressed a button of a card that asked another person.</summary>
    public Activity NotYours() => Show(Text.NotYoursTitle, [Text.NotYours], buttons: [TriageCards.StartButton]);

    /// <summary>Notes are not kept; an open question stays open.</summary>
    /// <param name="open">The triage under way; null for none.</param>
    /// <param name="places">The places a note may name; null when it named none.</param>
    public Activity NoNotes(WaterfallStepContext<TriageAnswers>? open, string? places) =>
        Show(Text.NoNotesTitle, [places ?? Text.NoNotes], header: Header(open));

    /// <summary>An edit or deletion changes nothing.</summary>
    public Activity Edited(WaterfallStepContext<TriageAnswers> open) => Show(Text.EditedTitle, [Text.Edited], header: Header(open));

    /// <summary>A card of a triage that is over was pressed with something adverse on it.</summary>
    public Activity NotRecorded() => Show(Text.NotRecordedTitle, [Text.TicksNotRecorded], "attention", buttons: [TriageCards.StartButton]);

    /// <summary>The triage was canceled. What was urgent is said once more, and what stays open.</summary>
    /// <param name="open">The triage.</param>
    /// <param name="file">Its case; null when it has none.</param>
    public Activity Canceled(WaterfallStepContext<TriageAnswers> open, CaseFile? file) =>
        file is null ? Ended(open, Text.CancelledTitle, Text.Cancelled) : Stays(open, Text.CancelledTitle, Text.CancelledWithCase, file.Case);

    /// <summary>
    /// It was about another patient. What was urgent is said once more, since it is true of some patient; and a case that was not void with it.
    /// </summary>
    /// <param name="open">The triage.</param>
    /// <param name="file">Its case; null when it has none.</param>
    public Activity WrongPatient(WaterfallStepContext<TriageAnswers> open, CaseFile? file) => file is null or { Case.Status: CaseStatus.Voided }
        ? Ended(open, Text.WrongPatientTitle, Text.WrongPatient)
        : Stays(open, Text.WrongPatientExamTitle, Text.WrongPatientExam, file.Case);

    private Activity Ended(WaterfallStepContext<TriageAnswers> open, string title, string text)
    {
        var urgent = Urgent(open);
        List<string?> lines = [Say.With(text, open.Answers.Reference), urgent];
        return Show(title, [.. lines.OfType<string>()], urgent is null ? "default" : "attention", Header(open), [TriageCards.StartButton]);
    }

    private Activity Stays(WaterfallStepContext<TriageAnswers> open, string title, string text, Case @case)
    {
        List<string?> lines = [Say.With(text, @case.Reference), CaseWords.Standing(@case), Urgent(open)];
        return Show(title, [.. lines.OfType<string>()], @case.IsOpen
            ? "attention" : "default", Header(open), [CaseCards.ShowButton(@case), TriageCards.StartButton]);
    }

    private string? Urgent(WaterfallStepContext<TriageAnswers> open) =>
        answered.Urgent(open.Forgotten ?? open.Answers, open.Turn.Now, Text.CancelledUrgent);

    private string? Header(WaterfallStepContext<TriageAnswers>? open) =>
        open is null ? null : TriageCards.Header(open.Answers, open.Turn.Now, clock.ZoneOf(open.Turn.Activity));

    private Activity Show(
        string title, IReadOnlyList<string> lines, string style = "default", string? header = null, IReadOnlyList<Button>? buttons = null) =>
        cards.Message(new MessageCard { Title = title, Lines = lines, Style = style, Header = header, Summary = title, Buttons = buttons ?? [] });
}
