using System.Net;
using System.Text;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Bot;

/// <summary>
/// "Triage this message", chosen on a message: a dialog that only the clinician who chose it sees tells what was read, and opens the chat with the
/// bot with the message in the compose box. Nothing is recorded until the chooser sends it there.
/// </summary>
internal sealed class MessageAction(CardFactory cards, Clock clock)
{
    /// <summary>Id of the action in the app's manifest.</summary>
    public const string CommandId = "triageMessage";

    /// <summary>The dialog; null for an action that this bot does not have.</summary>
    public TaskModuleResponse? Open(ITurnContext turn, MessagingExtensionAction action)
    {
        if (action.CommandId != CommandId)
        {
            return null;
        }

        var zone = clock.ZoneOf(turn.Activity);
        var text = TypedText.Fold(Plain(action.MessagePayload?.Body)) ?? "";
        var reading = PhraseReader.Read(text, new PhraseContext(null, turn.SentAt(), zone));
        var merged = AnswerMerge.Merge(new TriageAnswers(), reading, correcting: null);
        var read = AnswerLines.Grouped(merged.Changed, merged.Answers).Concat(merged.Circumstances).ToList();
        var card = cards.Message(new MessageCard
        {
            Title = Text.MessageActionTitle,
            Summary = Text.MessageActionTitle,
            Lines =
            [
                .. text.Length > 0 ? [Say.With(Text.DoubtQuote, TriageCards.Short(text))] : Array.Empty<string>(),
                read.Count > 0 ? Say.With(Text.MessageActionRead, string.Join("; ", read)) : Text.MessageActionNothing,
                Text.MessageActionConfirm,
            ],
            Links = text.Length > 0 && TeamsLinks.Chat(turn.Activity.Recipient?.Id, text) is { } address
                ? [new LinkButton(Text.MessageActionOpen, address)] : [],
        });
        return TaskModuleResponse.Show(Text.MessageActionTitle, card.Attachments![0]);
    }

    /// <summary>The words of a message without its markup; a line a paragraph.</summary>
    private static string Plain(MessagePayloadBody? body)
    {
        if (body?.Content is not { } content || body.ContentType == "text")
        {
            return body?.Content ?? "";
        }

        var plain = new StringBuilder(content.Length);
        var inTag = false;
        foreach (var c in content)
        {
            if (c is '<' or '>')
            {
                inTag = c == '<';
                plain.Append(inTag ? " " : "");
            }
            else if (!inTag)
            {
                plain.Append(c);
            }
        }

        return WebUtility.HtmlDecode(plain.ToString()).Trim();
    }
}
