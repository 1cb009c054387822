using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.LocalChannel;

/// <summary>Does with the answer to an Action.Execute what Teams does: a card replaces the card, a text is shown, anything else is an error.</summary>
internal static class InvokeAnswers
{
    private const string SomethingWentWrong = "Something went wrong. Please try again.";

    /// <summary>Marks an entry delivered, and shows the answer when it was an invoke.</summary>
    public static void Apply(Transcript transcript, Entry sent, byte[] body)
    {
        var note = sent.Activity.Type == ActivityTypes.Invoke ? Show(transcript, sent, Read(body)) : null;
        transcript.Change(sent.Activity.Id!, entry => entry with { Delivery = Delivery.Delivered, Note = note });
    }

    private static string? Show(Transcript transcript, Entry sent, AdaptiveCardInvokeResponse? answer)
    {
        switch (answer)
        {
            case { StatusCode: 200, Type: Attachment.AdaptiveCard, Value: { ValueKind: JsonValueKind.Object } card }:
                transcript.Change(sent.Activity.ReplyToId!, entry => entry with
                {
                    Updated = true,
                    Activity = entry.Activity with { Attachments = [new Attachment { ContentType = Attachment.AdaptiveCard, Content = card }] },
                });
                return null;
            case { StatusCode: 200, Type: "application/vnd.microsoft.activity.message", Value: { ValueKind: JsonValueKind.String } text }:
                return text.GetString();
            case { Type: "application/vnd.microsoft.error", Value: { ValueKind: JsonValueKind.Object } error }
                when error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String:
                return message.GetString();
            default:
                return SomethingWentWrong;
        }
    }

    private static AdaptiveCardInvokeResponse? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ProtocolJson.Default.AdaptiveCardInvokeResponse);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
