using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Asks where the patient of a case is, of the places that are configured.</summary>
internal sealed class CasePlaces(IOptions<EscalationOptions> options)
{
    /// <summary>Name of the input that carries the place.</summary>
    public const string LocationInput = "location";

    private const int MaxPlaceButtons = 4;

    // A card has ninety words before it is opened.
    private const int MaxPlaceWords = 12;
    private const int MaxPlaces = 6;

    /// <summary>One button a configured place, for an emergency whose place is not chosen; none when there are more than fit a phone.
    /// Long names stay whole, and are chosen from what opens in place.</summary>
    public IReadOnlyList<Button> PlaceButtons(CaseFile file) =>
        file.Case is { IsOpen: true, IsDrill: false, Location: null, Urgency: Rules.Urgency.Emergency } && Locations(file).Count <= MaxPlaceButtons
            && Locations(file).Sum(place => place.Split(' ').Length) <= MaxPlaceWords
            ? Places(file) : [];

    /// <summary>Where the patient is, to be opened in place; empty when nothing is configured or the case is over.</summary>
    public IReadOnlyList<Choosing> ChoosePlace(CaseFile file)
    {
        var @case = file.Case;
        if (!@case.IsOpen || Locations(file).Count == 0)
        {
            return [];
        }

        var title = @case.Location is null ? Text.PlaceQuestion : Text.ChangePlace;
        var asks = CaseButtons.Data(@case, Verbs.Details) with { Detail = CaseMessages.PlaceDetail };
        return Locations(file).Count <= MaxPlaces
            ? [new Choosing(title, null, Places(file), asks)]
            : [new Choosing(title, null, [new Button(Text.SetPlace, CaseButtons.Data(@case, Verbs.Locate))], asks) { Lists = PlaceLists(file) }];
    }

    /// <summary>The place a card submitted, if it is one of the configured; null otherwise.</summary>
    public string? PlaceIn(CaseFile file, CardSubmit submit) =>
        options.Value.LocationsOf(file.Requester.Conversation.TenantId).FirstOrDefault(place => place == submit[LocationInput]);

    /// <summary>The configured place of this name, as it is configured; null when there is none.</summary>
    public string? Named(string? tenant, string name) =>
        options.Value.LocationsOf(tenant).FirstOrDefault(place => place.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The configured places, in a line; null when there are none.</summary>
    public string? Line(string? tenant) => options.Value.LocationsOf(tenant) is { Count: > 0 } places ? string.Join(", ", places) : null;

    /// <summary>One button a configured place.</summary>
    public IReadOnlyList<Button> Places(CaseFile file) =>
        [.. Locations(file).Select(place => new Button(place, CaseButtons.Data(file.Case, Verbs.Locate) with { Location = place }))];

    private IList<string> Locations(CaseFile file) => options.Value.LocationsOf(file.Requester.Conversation.TenantId);

    private List<ChoiceInput> PlaceLists(CaseFile file) => Locations(file) is not { Count: > 0 } places
        ? []
        :
        [
            new ChoiceInput(LocationInput, Text.PlaceLabel, [.. places.Select(place => new Choice(place, place))], file.Case.Location ?? "")
            {
                Style = "compact",
                Placeholder = Text.CaseNowhere,
                Error = Text.PlaceError,
            },
        ];
}
