using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.OneToOne;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Bot;

/// <summary>What a channel is told while a triage that was begun in it goes on one to one. Never what was asked, found or said.</summary>
internal sealed class ChannelNotices(CardFactory cards, ContactDirectory contacts)
{
    private static Button FormButton { get; } =
        new(Text.OpenForm, new ButtonData(Verbs.Form) { Msteams = new TeamsData(TaskModuleRequest.FetchName) }) { Style = "positive" };

    /// <summary>It goes on one to one.</summary>
    public Activity OneToOne(PersonalTurn personal) => cards.Message(new MessageCard
    {
        Title = Text.OneToOneTitle,
        Summary = Text.OneToOneTitle,
        Lines = [Say.With(Text.OneToOneText, NameOf(personal))],
        Links = ChatWithBot(personal),
        Buttons = [FormButton],
    });

    /// <summary>A case is open. Its urgency, who asks and whom to phone are for everybody; why it is urgent is not.</summary>
    public Activity OfCase(PersonalTurn personal, CaseFile file)
    {
        var (@case, urgency) = (file.Case, Words.Of(file.Case.Urgency));
        var isCalling = @case.Status == CaseStatus.Calling;
        var (style, icon) = DecisionCards.Look(@case.Urgency);
        return cards.Message(new MessageCard
        {
            Title = $"{icon} {CaseWords.Marked(@case, urgency)}",
            Summary = $"{urgency}. {Text.CaseWhatChannel}",
            Style = style,
            Lines =
            [
                Text.CaseWhatChannel,
                Say.With(isCalling ? Text.ChannelCalling : Text.ChannelWatching, @case.Reference, @case.RequestedBy.Name),
                Say.With(Text.OneToOneText, NameOf(personal)),
            ],
            // Whom a red flag adds would tell that there is one.
            Contacts = isCalling
                ? PhoneEntry.Rows(contacts.Phones(@case.Current.Decision.Contacts.Where(role => role != ContactRole.Mri), personal.Now)) : [],
            Links = ChatWithBot(personal),
            Buttons = [FormButton, CaseCards.ShowButton(@case)],
        });
    }

    /// <summary>What a dialog shows when nothing else is to be shown.</summary>
    public Activity Done() => cards.Line(new LineCard { Title = Text.SeeNewest, Summary = Text.SeeNewest });

    /// <summary>A card in the dialog.</summary>
    public static TaskModuleResponse Dialog(Activity card) => TaskModuleResponse.Show(Text.OneToOneDialog, card.Attachments![0], "large");

    private static string NameOf(PersonalTurn personal) => personal.Activity.From?.Name is { Length: > 0 } name ? name : Text.OneToOneWho;

    private static IReadOnlyList<LinkButton> ChatWithBot(PersonalTurn personal) =>
        TeamsLinks.Chat(personal.Activity.Recipient?.Id) is { } address ? [new LinkButton(Text.OpenChat, address)] : [];
}
