using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClinicalBot.Api.Assessments;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>
/// Writes the card of a patient. It says what the record of the clinical system says and nothing more: where nothing is known it says so, and
/// every card leads to a triage.
/// </summary>
internal sealed class CdsCards(Rulebook rules, Clock clock, IOptions<CdsHooksOptions> options, IConfiguration settings)
{
    private const string CodeSystem = "urn:clinicalbot:cds-hooks";
    private const string SourceUrl = "https://www.droracle.ai/articles/739331/what-are-the-management-and-treatment-options-for-a";
    private const string AgainAtOnce = "Triage again at once: new weakness, saddle numbness, bladder or bowel trouble, both legs.";

    // How long after the block nothing known is worth a card.
    private static readonly TimeSpan Watched = TimeSpan.FromHours(24);

    private DateTimeZone Zone => clock.ZoneOf(new Activity());

    /// <summary>The card, and what is kept of it; null when there is nothing to say.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="baseUrl">Address of the bot.</param>
    /// <param name="now">Care clock.</param>
    public (CdsCard Card, ShownCard Shown)? Of(CdsRequest request, string baseUrl, DateTimeOffset now)
    {
        if (request.Block is not { } procedures || options.Value.BlockCodes.Count == 0)
        {
            return Unknown(request, baseUrl, "Numb or weak leg after a lumbar medial branch block? Nothing is known here: begin a triage.",
                "The clinical system sent no procedures, so it is not known whether and when there was a block, nor how the leg is.");
        }

        if (CdsBlock.Find(procedures, options.Value.BlockCodes, now) is not { } block)
        {
            return null;
        }

        var exams = request.Exam is { } observations ? CdsFindings.Read(observations, block, options.Value, now) : [];
        return exams.Count > 0 ? Decided(request, baseUrl, block, exams, now)
            : now - block.Earliest < (block.IsExact ? Watched : 2 * Watched)
                ? Unknown(request, baseUrl, $"{BlockAt(block, now)}. No exam of the leg is on record: nothing is known of it.",
                    request.Exam is null ? "The clinical system sent no observations."
                        : "None of the site's observations of the leg was recorded since the block.")
            : null;
    }

    private (CdsCard, ShownCard) Decided(CdsRequest request, string baseUrl, FhirMoment block, IReadOnlyList<Assessment> exams, DateTimeOffset now)
    {
        var (exam, earlier) = (exams[^1], exams.Take(exams.Count - 1).ToList());
        var decision = rules.Decide(exam, at => Clock.Short(at, now, Zone), earlier);
        var at = Clock.Short(exam.AssessedAt, now, Zone);
        var isOver = decision.ValidUntil <= now;
        var unchanged = isOver
            ? RulesCore.ReevaluateAt(exam, now, earlier, rules.Settings(instant => Clock.Short(instant, now, Zone))) : decision;
        var summary = isOver
            ? $"The exam of {at} has run out. If nothing has changed: {WireWords<Urgency>.Of(unchanged.Urgency)}. Examine the leg now."
            : $"Exam {at}. " + Brief(decision);
        IEnumerable<string> detail =
        [
            $"**{unchanged.Headline}**",
            $"{BlockAt(block, now)}. Last exam on record: {at}." + (isOver ? " What follows holds if nothing has changed since: examine anew." : ""),
            List("To do", unchanged.Steps.Select(step => $"{step.Text} ({Sources(step.Sources)})")),
            List("Not yet", unchanged.Holds.Select(hold => $"{hold.Text} Until: {hold.Until} ({Sources(hold.Sources)})")),
            List("Call", unchanged.Contacts.Select(role => WireWords<ContactRole>.Of(role))),
            List("Not known", unchanged.Missing.Select(Name)),
            List("Why", unchanged.Reasons.Select(reason => $"{reason.Text} ({WireWords<Basis>.Of(reason.Basis)}; {Sources(reason.Sources)})")),
            "Nobody was called: this card only reads the record. " + Catalog.HoldsNote,
            Catalog.SourceNote,
        ];
        var indicator = decision.Urgency == Urgency.Emergency ? "critical"
            : isOver || decision.Urgency is Urgency.Incomplete or Urgency.Urgent ? "warning" : "info";
        return Card(request, baseUrl, summary, indicator, detail, OverrideReasons(),
            new ShownCard(WireWords<Urgency>.Of(unchanged.Urgency), [.. unchanged.Reasons.Select(reason => reason.Rule)], unchanged.Ruleset.Sha256));
    }

    private (CdsCard, ShownCard) Unknown(CdsRequest request, string baseUrl, string summary, string why) => Card(request, baseUrl, summary, "info",
        [why, "Not known is not well: examine the leg and triage at once if it is numb or weak.", Catalog.SourceNote],
        reasons: null, new ShownCard(null, [], RulesCore.Ruleset.Sha256));

    private (CdsCard, ShownCard) Card(
        CdsRequest request, string baseUrl, string summary, string indicator, IEnumerable<string> detail, IReadOnlyList<Coding>? reasons, ShownCard shown) =>
        (new CdsCard(Uuid(request, summary), summary, indicator, string.Join("\n\n", detail.Where(part => part.Length > 0)),
            new CdsSource("Source document: an unsigned summary, no professional body's guideline", SourceUrl,
                new Coding(RulesCore.Ruleset.Id, CodeSystem, "Numb leg after a lumbar medial branch block")),
            [new CdsLink("Begin a triage", TriageUrl(baseUrl))], reasons), shown);

    private string TriageUrl(string baseUrl) =>
        settings["MicrosoftAppId"] is { Length: > 0 } app ? TeamsLinks.Chat("28:" + app, "triage")! : baseUrl + "/";

    /// <summary>The same for the same call and words, so that a call that is repeated gets the same card. Version 8: of our own making.</summary>
    private static string Uuid(CdsRequest request, string summary)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{request.HookInstance}\n{summary}")).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true).ToString();
    }

    private string BlockAt(FhirMoment block, DateTimeOffset now) => block.IsExact
        ? $"Lumbar medial branch block {Clock.Short(block.Earliest, now, Zone)}" : "Lumbar medial branch block at a time that is not on record";

    /// <summary>The headline where it fits; the two that say that nothing adverse was found never go without their warning.</summary>
    private static string Brief(Decision decision) => decision.Urgency switch
    {
        Urgency.Recovered => "Recovered. " + AgainAtOnce,
        Urgency.Expected => "Expected. " + AgainAtOnce,
        _ => decision.Headline,
    };

    private static Coding[] OverrideReasons() =>
    [
        .. Enum.GetValues<Feedback>().Where(reason => reason != Feedback.Followed).Select(reason => new Coding(
            JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()), CodeSystem, reason switch
            {
                Feedback.FindingsChanged => Text.FeedbackFindingsChanged,
                Feedback.OtherCause => Text.FeedbackOtherCause,
                Feedback.DecidedOtherwise => Text.FeedbackDecidedOtherwise,
                _ => Text.FeedbackNotAvailable,
            })),
    ];

    private static string List(string title, IEnumerable<string> items) =>
        string.Join('\n', items.Select(item => "- " + item)) is { Length: > 0 } list ? $"**{title}**\n{list}" : "";

    private static string Name(string path) => Catalog.FindingNames.GetValueOrDefault(path, path);

    private static string Sources(IEnumerable<string> sources) => string.Join(", ", sources);
}
