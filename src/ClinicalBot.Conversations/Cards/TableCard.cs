namespace ClinicalBot.Conversations.Cards;

/// <summary>Tables, made of card elements. The summary says in words what they show.</summary>
internal sealed record TableCard : CardModel
{
    /// <summary>One paragraph each, above the tables.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>One below the other.</summary>
    public required IReadOnlyList<CardTable> Tables { get; init; }
}

/// <summary>A table.</summary>
internal sealed record CardTable(IReadOnlyList<CardColumn> Columns, IReadOnlyList<CardTableRow> Rows);

/// <summary>A column of a table.</summary>
/// <param name="Head">What stands in it.</param>
/// <param name="Width">Its share of the line.</param>
internal sealed record CardColumn(string Head, int Width);

/// <summary>A row of a table.</summary>
/// <param name="Cells">One text a column; none is empty.</param>
/// <param name="Style">Style of its container; what it means stands in the cells too.</param>
internal sealed record CardTableRow(IReadOnlyList<string> Cells, string Style = "default");
