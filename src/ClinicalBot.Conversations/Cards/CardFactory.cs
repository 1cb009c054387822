using System.Text.Json.Serialization.Metadata;
using ClinicalBot.AdaptiveCards;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Conversations.Cards;

/// <summary>Makes activities of card models: the card alone, its summary filled.</summary>
internal sealed class CardFactory(CardLibrary library)
{
    /// <summary>A message of text and buttons.</summary>
    public Activity Message(MessageCard card) => Make("message", card, CardJson.Default.MessageCard);

    /// <summary>A question with inputs.</summary>
    public Activity Question(QuestionCard card) => Make("question", card, CardJson.Default.QuestionCard);

    /// <summary>The answers, to be confirmed.</summary>
    public Activity Review(ReviewCard card) => Make("review", card, CardJson.Default.ReviewCard);

    /// <summary>The decision.</summary>
    public Activity Decision(DecisionCard card) => Make("decision", card, CardJson.Default.DecisionCard);

    /// <summary>A case as it stands.</summary>
    public Activity Escalation(EscalationCard card) => Make("escalation", card, CardJson.Default.EscalationCard);

    /// <summary>One line in the place of a card that has moved.</summary>
    public Activity Line(LineCard card) => Make("line", card, CardJson.Default.LineCard);

    /// <summary>The open cases.</summary>
    public Activity Cases(CasesCard card) => Make("cases", card, CardJson.Default.CasesCard);

    /// <summary>Entries of the quick reference.</summary>
    public Activity Reference(ReferenceCard card) => Make("reference", card, CardJson.Default.ReferenceCard);

    /// <summary>Tables.</summary>
    public Activity Table(TableCard card) => Make("table", card, CardJson.Default.TableCard);

    private Activity Make<TModel>(string template, TModel model, JsonTypeInfo<TModel> json)
        where TModel : CardModel
    {
        return new Activity
        {
            Type = ActivityTypes.Message,
            Summary = model.Summary,
            Attachments = [new Attachment { ContentType = Attachment.AdaptiveCard, Content = library.ExpandToElement(template, model, json) }],
        };
    }
}
