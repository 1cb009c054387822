namespace ClinicalBot.Conversations.Cards;

/// <summary>
/// A case as it stands, in the order in which people hand over a patient: what, where, who asks and the number to call back, and what is
/// asked of the reader.
/// </summary>
internal sealed record EscalationCard : CardModel
{
    /// <summary>Container style that goes with the urgency.</summary>
    public required string Style { get; init; }

    /// <summary>An icon beside the color.</summary>
    public required string Icon { get; init; }

    /// <summary>What: the reason in words one to one; in a channel only what the tool is about.</summary>
    public required string What { get; init; }

    /// <summary>Where the patient is, or that no place is chosen.</summary>
    public required string Where { get; init; }

    /// <summary>Since when the advice is out of date; null while it holds.</summary>
    public string? Stale { get; init; }

    /// <summary>Who has it.</summary>
    public required string Status { get; init; }

    /// <summary>Who asks, with the number to call back.</summary>
    public required IReadOnlyList<ContactRow> Contacts { get; init; }

    /// <summary>What is asked of the reader; null when nothing is.</summary>
    public string? Ask { get; init; }

    /// <summary>In how many minutes the person called comes, above <see cref="Buttons"/>; empty while no one is called.</summary>
    public IReadOnlyList<Button> Etas { get; init; } = [];

    /// <summary>The primary one first, always in the same place.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The place of the patient, which opens in place; empty when there is nothing to choose.</summary>
    public IReadOnlyList<Choosing> Choosings { get; init; } = [];

    /// <summary>Every exam of the case below the one before, which opens in place; empty in a channel.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>Findings (one to one only) and what happened, which open in place.</summary>
    public required IReadOnlyList<Detail> Details { get; init; }

    /// <summary>Closing it, apart from the other buttons; empty when it is over.</summary>
    public IReadOnlyList<Choosing> Closings { get; init; } = [];
}

/// <summary>Something to choose that opens in place, such as the patient's place or how a case ended.</summary>
/// <param name="Title">What the button says that opens it.</param>
/// <param name="Text">What choosing does; null when the title says it.</param>
/// <param name="Buttons">One button a choice.</param>
/// <param name="Fallback">Asks the same in a message, where a host cannot open it in place.</param>
internal sealed record Choosing(string Title, string? Text, IReadOnlyList<Button> Buttons, ButtonData Fallback)
{
    /// <summary>The choices where there are too many for buttons.</summary>
    public IReadOnlyList<ChoiceInput> Lists { get; init; } = [];
}

/// <summary>The exams of a case as a table: hours against what was found.</summary>
/// <param name="Title">What the button says that opens it.</param>
/// <param name="Heads">Heads of the columns.</param>
/// <param name="Rows">One an exam, and one at 4 and at 24 hours after the block.</param>
/// <param name="Fallback">Asks for the same in a message, where a host cannot open it in place.</param>
internal sealed record Series(string Title, IReadOnlyList<string> Heads, IReadOnlyList<SeriesRow> Rows, ButtonData Fallback);

/// <summary>One row of the table.</summary>
/// <param name="Style">Container style: that of its worst finding, or of a mark.</param>
/// <param name="Cells">One a column.</param>
internal sealed record SeriesRow(string Style, IReadOnlyList<string> Cells);

/// <summary>One line: what stands in the place of a card that has moved, or what is said of a question that stays open.</summary>
internal sealed record LineCard : CardModel
{
    /// <summary>Of little weight, as where something was; false for what the requester or person called must read.</summary>
    public bool Subtle { get; init; } = true;
}

/// <summary>The open cases.</summary>
internal sealed record CasesCard : CardModel
{
    /// <summary>One a case.</summary>
    public required IReadOnlyList<CaseRow> Rows { get; init; }

    /// <summary>Buttons below.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>One case of the list; the row is the button.</summary>
/// <param name="Style">Container style that goes with the urgency.</param>
/// <param name="Label">Place, reference and urgency.</param>
/// <param name="Lines">Who has it, and its age.</param>
/// <param name="Open">What pressing it does.</param>
internal sealed record CaseRow(string Style, string Label, IReadOnlyList<string> Lines, Button Open);
