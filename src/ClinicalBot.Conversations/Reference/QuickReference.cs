using System.Text.Json;
using System.Text.RegularExpressions;
using ClinicalBot.BotFramework;
using ClinicalBot.Dialogs;
using ClinicalBot.Phrases;
using ClinicalBot.Conversations.Triage;

namespace ClinicalBot.Conversations.Reference;

/// <summary>The quick reference in chat and in the compose box. It reads and answers; an open dialog does not notice.</summary>
internal sealed class QuickReference(Lazy<ReferenceIndex> index, ReferenceCards cards)
{
    /// <summary>Id of the search command in the app's manifest.</summary>
    public const string CommandId = "reference";

    private const int MaxPage = 25;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant;

    private static Regex Question => field ??= new(@"^\s*(?:what|whats|which|when|why|how|who|whom|where)\b", Linear);

    private static Regex Shorthand => field ??= new(@"^\s*\?\s*(?<words>\w.*)$", Linear);

    private static Regex OfSomebody => field ??= new(
        @"\b(?:patient|pt|he|she|they|has|have|had|can\W?t|cannot|can not|unable|won\W?t|lost|loss|losing|absent|still|getting|since)\b", Linear);

    /// <summary>
    /// The card for "ref" and words; null when the words tell of a patient ("ref pt cannot pee" does, "ref bladder" does not): then the message
    /// is for the triage.
    /// </summary>
    public Activity? LookUp(string words, Reading reading, WaterfallStepContext<TriageAnswers>? open)
    {
        var hits = index.Value.Search(words);
        return !reading.TooLong && ((hits.Count > 0 && !OfSomebody.IsMatch(words)) || SaysNothing(reading, finding => finding.Topic != Topic.Context))
            ? cards.Answer(hits, open)
            : null;
    }

    /// <summary>
    /// The card that answers a message about the source document; null when the message is for the triage. "?..." asks where the words by
    /// themselves say nothing of a patient ("?foot drop" is how clinicians write that they suspect it); a bare question only outside a dialog.
    /// </summary>
    public Activity? Answer(string text, Reading reading, PhraseContext context, WaterfallStepContext<TriageAnswers>? open)
    {
        var shorthand = Shorthand.Match(text);
        var words = shorthand.Success ? shorthand.Groups["words"].Value : text;
        if (words.Length > ReferenceIndex.MaxQueryLength)
        {
            return null;
        }

        var isQuestion = shorthand.Success || Question.IsMatch(text);
        var said = shorthand.Success ? PhraseReader.Read(words, context) : reading;
        var free = shorthand.Success || open is null;
        return free && (isQuestion ? SaysNothing(said, _ => true) : !TriageFindings.AnyIn(reading))
            && index.Value.Search(words, wholeWords: true) is { Count: > 0 } found
            ? cards.Answer(found, open)
            : null;
    }

    /// <summary>The cards that a search in the compose box offers; null for a command that this bot does not have.</summary>
    public MessagingExtensionResponse? Find(MessagingExtensionQuery query)
    {
        if (query.CommandId is not (null or "" or CommandId))
        {
            return null;
        }

        var hits = index.Value.Search(TypedText.Fold(query.Text));
        if (hits.Count == 0)
        {
            return MessagingExtensionResponse.Message(Texts.Text.ReferenceNothing);
        }

        var skip = Math.Max(0, query.QueryOptions?.Skip ?? 0);
        var count = Math.Clamp(query.QueryOptions?.Count ?? MaxPage, 1, MaxPage);
        return MessagingExtensionResponse.Results([.. hits.Skip(skip).Take(count).Select(Result)]);
    }

    /// <summary>
    /// "What does dorsiflexion test?" names a finding and says nothing of it. What may be a red flag is not for a lookup, even in a question.
    /// </summary>
    private static bool SaysNothing(Reading reading, Func<Finding, bool> counts) =>
        reading.BlockTime is null && !FindingTable.All.Where(counts).Any(finding => finding.IsHeard(reading))
        && reading.Doubts.All(doubt => doubt.Kind == DoubtKind.Unclear && !doubt.Finding.StartsWith("redFlags", StringComparison.Ordinal));

    private MessagingExtensionAttachment Result(ReferenceHit hit)
    {
        var card = cards.Entry(hit).Attachments![0];
        var preview = JsonSerializer.SerializeToElement(new ThumbnailCard(hit.Shown.Title, hit.Shown.Text), ReferenceJson.Default.ThumbnailCard);
        return new MessagingExtensionAttachment(
            card.ContentType!, card.Content!.Value, new Attachment { ContentType = "application/vnd.microsoft.card.thumbnail", Content = preview });
    }

}
