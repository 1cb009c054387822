using System.Text.Json;
using System.Text.RegularExpressions;
using ClinicalBot.BotFramework;
using ClinicalBot.Dialogs;
using ClinicalBot.Phrases;
using ClinicalBot.Triage;

namespace ClinicalBot.Reference;

/// <summary>The quick reference in chat and in the compose box. It reads and answers; an open dialog does not notice.</summary>
internal sealed partial class QuickReference(ReferenceIndex index, ReferenceCards cards)
{
    private const int MaxPage = 25;

    /// <summary>
    /// The card that answers a message about the source document; null when the message is for the triage. "ref ..." asks at any time,
    /// "?..." where it holds no finding ("?weakness" is one in doubt), a bare question only outside a dialog.
    /// </summary>
    public Activity? Answer(string text, Reading reading, WaterfallStepContext<TriageAnswers>? open)
    {
        var asked = Asked().Match(text);
        if (asked.Success && !reading.TooLong)
        {
            var hits = index.Search(asked.Groups["words"].Value);
            return hits.Count > 0 || !TriageFindings.AnyIn(reading) ? cards.Answer(hits, open) : null;
        }

        var shorthand = Shorthand().Match(text);
        var free = shorthand.Success || open is null && reading.Command is null && !string.IsNullOrWhiteSpace(text);
        return free && !TriageFindings.AnyIn(reading) && index.Search(shorthand.Success ? shorthand.Groups["words"].Value : text, wholeWords: true) is { Count: > 0 } found
            ? cards.Answer(found, open)
            : null;
    }

    /// <summary>The cards somebody searching in the compose box can pick from.</summary>
    public MessagingExtensionResponse Find(MessagingExtensionQuery query)
    {
        var hits = index.Search(query.Text);
        if (hits.Count == 0)
        {
            return MessagingExtensionResponse.Message(Texts.Text.ReferenceNothing);
        }

        var skip = Math.Max(0, query.QueryOptions?.Skip ?? 0);
        var count = Math.Clamp(query.QueryOptions?.Count ?? MaxPage, 1, MaxPage);
        return MessagingExtensionResponse.Results([.. hits.Skip(skip).Take(count).Select(Result)]);
    }

    private MessagingExtensionAttachment Result(ReferenceHit hit)
    {
        var card = cards.Entry(hit).Attachments![0];
        var preview = JsonSerializer.SerializeToElement(new ThumbnailCard(hit.Entry.Title, hit.Entry.Text), ReferenceJson.Default.ThumbnailCard);
        return new MessagingExtensionAttachment(
            card.ContentType!, card.Content!.Value, new Attachment { ContentType = "application/vnd.microsoft.card.thumbnail", Content = preview });
    }

    [GeneratedRegex(@"^\s*(?:ref|reference|look\s?up)\b[\s:,.-]*(?<words>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\s*\?\s*(?<words>\w.*)$", RegexOptions.Singleline)]
    private static partial Regex Shorthand();
}
