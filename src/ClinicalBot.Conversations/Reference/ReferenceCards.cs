using System.Globalization;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;

namespace ClinicalBot.Conversations.Reference;

/// <summary>Entries of the quick reference as cards: what it says, where it stands, and what kind of document that is.</summary>
internal sealed class ReferenceCards(CardFactory cards, Clock clock)
{
    private const int MaxShown = 4;

    /// <summary>The answer in a chat: the best entries; says which question is still open.</summary>
    public Activity Answer(IReadOnlyList<ReferenceHit> hits, WaterfallStepContext<TriageAnswers>? open)
    {
        var card = Card([.. hits.Take(MaxShown)]);
        return cards.Reference(open is null ? card with { Buttons = [TriageCards.StartButton] } : card with
        {
            Header = TriageCards.Header(open.Answers, open.Turn.Now, clock.ZoneOf(open.Turn.Activity)),
            Notice = $"{card.Notice} {Say.With(Text.HelpOpen, TriageCards.Title(TriageStep.TopicOf(open.StepName)))}".TrimStart(),
        });
    }

    /// <summary>One entry, to be put into any conversation: it says itself whom it is for, and has no button that would need the bot.</summary>
    public Activity Entry(ReferenceHit hit) => cards.Reference(Card([hit]) with { Notice = Text.Opening });

    private static ReferenceCard Card(IReadOnlyList<ReferenceHit> hits) => hits is [var best, ..]
        ? new ReferenceCard
        {
            Title = Text.ReferenceTitle,
            Summary = Say.With(Text.ReferenceSummary, best.Shown.Title, best.Shown.Text, Basis(best)),
            Entries = [.. hits.Select(hit => new ReferenceCardEntry(hit.Shown.Title, hit.Shown.Text, Basis(hit)))],
            Caveat = Text.DecisionCaveat,
        }
        : new ReferenceCard
        {
            Title = Text.ReferenceNothingTitle,
            Summary = Text.ReferenceNothing,
            Entries = [],
            Notice = Text.ReferenceNothing,
            Caveat = Text.DecisionCaveat,
        };

    private static string Basis(ReferenceHit hit) => hit.References.Count == 0
        ? Say.With(Text.ReferenceBasisNone, string.Join(", ", hit.Entry.Sources))
        : Say.With(
            Text.ReferenceBasis, string.Join(", ", hit.Entry.Sources),
            string.Join(", ", hit.References.Select(reference => reference.ToString(CultureInfo.InvariantCulture))));
}
