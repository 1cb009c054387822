using System.Collections.Frozen;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Elements, actions and properties of Adaptive Cards 1.5, from the schema at adaptivecards.io. What 1.6 added is not here;
/// what Teams adds and other hosts leave out without harm is: https://adaptivecards.microsoft.com (themedUrls, targetWidth, layouts).</summary>
internal static class CardSchema
{
    private const string Common = "type id requires fallback";
    private const string Element = Common + " lang isVisible separator spacing height targetWidth";
    private const string Block = Element + " horizontalAlignment";
    private const string Text = "text size weight color isSubtle fontType";
    private const string Fill = "selectAction style bleed minHeight backgroundImage verticalContentAlignment rtl";
    private const string Input = Element + " label isRequired errorMessage";
    private const string Action = Common + " title iconUrl style mode tooltip isEnabled";

    private static readonly FrozenDictionary<string, FrozenSet<string>> s_properties = new Dictionary<string, string>
    {
        ["AdaptiveCard"] = "type $schema version body actions selectAction style backgroundImage minHeight rtl verticalContentAlignment lang " +
            "fallbackText speak refresh authentication msteams",
        ["TextBlock"] = $"{Block} {Text} wrap maxLines style",
        ["RichTextBlock"] = $"{Block} inlines",
        ["TextRun"] = $"type {Text} italic strikethrough highlight underline selectAction",
        ["Image"] = $"{Block} url altText backgroundColor style size width selectAction themedUrls",
        ["ImageSet"] = $"{Block} images imageSize",
        ["Media"] = $"{Element} sources poster altText",
        ["Container"] = $"{Element} {Fill} items layouts",
        ["ColumnSet"] = $"{Block} columns selectAction style bleed minHeight",
        ["Column"] = $"{Element} {Fill} items width",
        ["FactSet"] = $"{Element} facts",
        ["Fact"] = "title value",
        ["ActionSet"] = $"{Block} actions",
        ["Table"] = $"{Block} columns rows firstRowAsHeaders showGridLines gridStyle horizontalCellContentAlignment verticalCellContentAlignment style",
        ["TableColumnDefinition"] = "type width horizontalCellContentAlignment verticalCellContentAlignment",
        ["TableRow"] = "type cells style horizontalCellContentAlignment verticalCellContentAlignment",
        ["TableCell"] = $"type items {Fill}",
        ["Input.Text"] = $"{Input} value maxLength isMultiline placeholder style inlineAction regex",
        ["Input.Number"] = $"{Input} value placeholder min max",
        ["Input.Date"] = $"{Input} value placeholder min max",
        ["Input.Time"] = $"{Input} value placeholder min max",
        ["Input.Toggle"] = $"{Input} title value valueOn valueOff wrap",
        ["Input.ChoiceSet"] = $"{Input} value choices style isMultiSelect placeholder wrap",
        ["Choice"] = "title value",
        ["Action.Submit"] = $"{Action} data associatedInputs",
        ["Action.Execute"] = $"{Action} data associatedInputs verb",
        ["Action.OpenUrl"] = $"{Action} url",
        ["Action.ShowCard"] = $"{Action} card",
        ["Action.ToggleVisibility"] = $"{Action} targetElements",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet());

    /// <summary>Properties that hold further elements, and the type of those that do not name theirs.</summary>
    private static readonly FrozenDictionary<string, string> s_children = new Dictionary<string, string>
    {
        ["body"] = "",
        ["items"] = "",
        ["actions"] = "",
        ["selectAction"] = "",
        ["inlineAction"] = "",
        ["fallback"] = "",
        ["card"] = "AdaptiveCard",
        ["columns"] = "Column",
        ["rows"] = "TableRow",
        ["cells"] = "TableCell",
        ["facts"] = "Fact",
        ["choices"] = "Choice",
        ["images"] = "Image",
        ["inlines"] = "TextRun",
    }.ToFrozenDictionary();

    public static FrozenSet<string>? PropertiesOf(string type) => s_properties.GetValueOrDefault(type);

    /// <summary>Null when the property holds no elements.</summary>
    public static string? ChildType(string type, string property) =>
        (type, property) == ("Table", "columns") ? "TableColumnDefinition" : s_children.GetValueOrDefault(property);
}
