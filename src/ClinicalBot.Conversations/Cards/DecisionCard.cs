namespace ClinicalBot.Conversations.Cards;

/// <summary>The decision: what is urgent and why, what to do, whom to call, what must wait. Everything else opens in place.</summary>
internal sealed record DecisionCard : CardModel
{
    /// <summary>The urgency's word.</summary>
    public required string Urgency { get; init; }

    /// <summary>Container style that goes with it.</summary>
    public required string Style { get; init; }

    /// <summary>An icon beside the color.</summary>
    public required string Icon { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>One line below the urgency: out of date, or what other rules would decide today; null for none.</summary>
    public string? Stale { get; init; }

    /// <summary>What to triage again for at once; null above expected.</summary>
    public string? Again { get; init; }

    /// <summary>At most three.</summary>
    public required IReadOnlyList<CardStep> Steps { get; init; }

    /// <summary>Whom to call; empty when no call is needed.</summary>
    public required IReadOnlyList<ContactRow> Contacts { get; init; }

    /// <summary>What must wait, or that no hold is no discharge.</summary>
    public required string Holds { get; init; }

    /// <summary>What to think of first; null when nothing stands out.</summary>
    public string? Consider { get; init; }

    /// <summary>Until when the advice holds.</summary>
    public required string Validity { get; init; }

    /// <summary>Who approved the content at this site.</summary>
    public required string Approval { get; init; }

    /// <summary>Asks for the place, above <see cref="Places"/>; null when there is nothing to ask.</summary>
    public string? PlaceQuestion { get; init; }

    /// <summary>One a configured place.</summary>
    public IReadOnlyList<Button> Places { get; init; } = [];

    /// <summary>The primary one first.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The place of the patient, or which case it is about; opens in place.</summary>
    public IReadOnlyList<Choosing> Choosings { get; init; } = [];

    /// <summary>What opens in place.</summary>
    public required IReadOnlyList<Detail> Details { get; init; }
}

/// <summary>One thing to do.</summary>
/// <param name="Mark">Its number.</param>
/// <param name="Text">What to do.</param>
internal sealed record CardStep(string Mark, string Text);

/// <summary>A person or role to call, on one line.</summary>
/// <param name="Id">"phone1" and so on: tells the page which text is a number.</param>
/// <param name="Line">Role and name, or the role alone.</param>
/// <param name="Number">As plain text, which phones let people tap; its spaces do not break.</param>
/// <param name="Calls">"Call in Teams", when the person's account is known.</param>
internal sealed record ContactRow(string Id, string Line, string Number, IReadOnlyList<LinkButton> Calls);

/// <summary>A button that opens an address.</summary>
internal sealed record LinkButton(string Title, string Url);

/// <summary>Something that opens in place.</summary>
/// <param name="Title">What the button says.</param>
/// <param name="Sections">What it shows.</param>
/// <param name="Fallback">Asks for the same as a message, where a host cannot open it in place.</param>
internal sealed record Detail(string Title, IReadOnlyList<CardSection> Sections, ButtonData Fallback);
