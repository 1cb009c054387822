using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Conversations.Cards;

/// <summary>What every card shows around its own content. Texts are data: the templates escape them.</summary>
internal abstract record CardModel
{
    /// <summary>Case reference and block time; null outside a case.</summary>
    public string? Header { get; init; }

    /// <summary>"Question 2 of 6"; null outside the questions.</summary>
    public string? Progress { get; init; }

    /// <summary>"Emergency already. Do not wait for the rest: ..."; null for none.</summary>
    public string? Banner { get; init; }

    /// <summary>A sentence about what just happened; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>The card's title.</summary>
    public required string Title { get; init; }

    /// <summary>The whole card in a sentence: notifications, speech and clients that show no cards.</summary>
    public required string Summary { get; init; }
}

/// <summary>A message with buttons: welcome, help, errors, notices.</summary>
internal sealed record MessageCard : CardModel
{
    /// <summary>One paragraph each.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Whom to phone.</summary>
    public IReadOnlyList<ContactRow> Contacts { get; init; } = [];

    /// <summary>Container style: "default", "warning" or "attention".</summary>
    public string Style { get; init; } = "default";

    /// <summary>Buttons that open an address.</summary>
    public IReadOnlyList<LinkButton> Links { get; init; } = [];

    /// <summary>Buttons.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>A question with inputs.</summary>
internal sealed record QuestionCard : CardModel
{
    /// <summary>How to answer, with what may be typed.</summary>
    public required string Hint { get; init; }

    /// <summary>One-tap answers, above the inputs.</summary>
    public IReadOnlyList<Button> Quick { get; init; } = [];

    /// <summary>Drawings of what is asked; empty when the bot has no address that hosts reach.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>One row a finding, with a button for each of its values.</summary>
    public IReadOnlyList<PickRow> Picks { get; init; } = [];

    /// <summary>Date and time inputs; null for none.</summary>
    public MomentInput? Moment { get; init; }

    /// <summary>Choices.</summary>
    public IReadOnlyList<ChoiceInput> Choices { get; init; } = [];

    /// <summary>Free inputs.</summary>
    public IReadOnlyList<FieldInput> Fields { get; init; } = [];

    /// <summary>Buttons below.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>A drawing, for a light and for a dark host.</summary>
/// <param name="Url">Address of the light one.</param>
/// <param name="DarkUrl">Address of the dark one.</param>
/// <param name="Width">Its share of the line.</param>
/// <param name="Alt">What it shows, in words.</param>
internal sealed record Picture(string Url, string DarkUrl, int Width, string Alt);

/// <summary>A finding and the values it can have.</summary>
internal sealed record PickRow(string Label, IReadOnlyList<Pick> Values);

/// <summary>One value; the cell is the button. The one that is chosen carries a mark and a style.</summary>
/// <param name="Text">The value in words, with a mark when it is chosen.</param>
/// <param name="Style">Container style.</param>
/// <param name="Choose">What pressing it does.</param>
internal sealed record Pick(string Text, string Style, Button Choose);

/// <summary>What was answered, to be confirmed.</summary>
internal sealed record ReviewCard : CardModel
{
    /// <summary>How to confirm or change.</summary>
    public required string Hint { get; init; }

    /// <summary>One row a step.</summary>
    public required IReadOnlyList<ReviewRow> Rows { get; init; }

    /// <summary>Buttons below.</summary>
    public required IReadOnlyList<Button> Buttons { get; init; }
}

/// <summary>One step of the review; the row is the button that changes it.</summary>
internal sealed record ReviewRow(string Label, string Text, Button Change);

/// <summary>A button. Every one carries its verb, and within a dialog what it belongs to.</summary>
internal sealed record Button(string Title, ButtonData Data)
{
    /// <summary>"default", "positive" or "destructive".</summary>
    public string Style { get; init; } = "default";
}

/// <summary>What a button submits.</summary>
internal sealed record ButtonData(string Verb)
{
    /// <summary>Whom the card asks, as <see cref="MarkOf"/> gives it; null when anybody may press.</summary>
    public string? For { get; init; }

    /// <summary>Instance of the dialog.</summary>
    public string? Dialog { get; init; }

    /// <summary>Name of the step.</summary>
    public string? Step { get; init; }

    /// <summary>Revision of the dialog. Text, since clients may hand numbers back as text.</summary>
    public string? Rev { get; init; }

    /// <summary>Typed values it answers, as <c>path=value;path=value</c>; never words of a language.</summary>
    public string? Set { get; init; }

    /// <summary>A step of the triage that it names.</summary>
    public string? Topic { get; init; }

    /// <summary>Paths of the red flags it is about, separated by commas.</summary>
    public string? Flags { get; init; }

    /// <summary>Name of what opens in place and is asked for as a message.</summary>
    public string? Detail { get; init; }

    /// <summary>Reference of the case; <see cref="Rev"/> is then its revision.</summary>
    public string? Case { get; init; }

    /// <summary>Promised time of arrival in minutes.</summary>
    public string? Eta { get; init; }

    /// <summary>How a case ended.</summary>
    public string? Outcome { get; init; }

    /// <summary>The role that the person answers for, or that is to be called.</summary>
    public string? Role { get; init; }

    /// <summary>Where the patient is: one of the configured places. It has the name of the input that a longer list of them is.</summary>
    public string? Location { get; init; }

    /// <summary>"yes" when the person pressing was asked whether they really mean it.</summary>
    public string? Sure { get; init; }

    /// <summary>What the button asks of Teams itself; null for nothing.</summary>
    public TeamsData? Msteams { get; init; }

    /// <summary>Marks a person on a card without naming them.</summary>
    public static string MarkOf(Activity activity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(activity.From?.Id ?? "")).AsSpan(0, 6));
}

/// <summary>What a button asks of Teams itself.</summary>
/// <param name="Type">"task/fetch" opens a dialog.</param>
internal sealed record TeamsData(string Type);

/// <summary>A choice between values.</summary>
internal sealed record ChoiceInput(string Id, string Label, IReadOnlyList<Choice> Choices, string Value)
{
    /// <summary>"expanded" or "compact".</summary>
    public string Style { get; init; } = "expanded";

    /// <summary>What an unanswered compact list shows.</summary>
    public required string Placeholder { get; init; }

    /// <summary>Shown beside the input when it is missing or wrong.</summary>
    public required string Error { get; init; }
}

/// <summary>One choice.</summary>
internal sealed record Choice(string Title, string Value);

/// <summary>A free input.</summary>
internal sealed record FieldInput(string Id, string Label, string Placeholder, string Value, int MaxLength)
{
    /// <summary>Why what was entered could not be taken; null when nothing is wrong.</summary>
    public string? Problem { get; init; }
}

/// <summary>A date and a time, in the person's zone.</summary>
internal sealed record MomentInput(string DateLabel, string Date, string TimeLabel, string Time, string Error);

/// <summary>Entries of the quick reference.</summary>
internal sealed record ReferenceCard : CardModel
{
    /// <summary>The entries, best first.</summary>
    public required IReadOnlyList<ReferenceCardEntry> Entries { get; init; }

    /// <summary>What the basis of all this is.</summary>
    public required string Caveat { get; init; }

    /// <summary>Buttons below.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];
}

/// <summary>One entry.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Text">What the source document says.</param>
/// <param name="Basis">Statement ids and reference numbers.</param>
internal sealed record ReferenceCardEntry(string Title, string Text, string Basis);

/// <summary>A titled list of plain lines.</summary>
internal sealed record CardSection(string Title, IReadOnlyList<string> Lines);

/// <summary>Source-generated JSON of the card models.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageCard))]
[JsonSerializable(typeof(QuestionCard))]
[JsonSerializable(typeof(ReviewCard))]
[JsonSerializable(typeof(DecisionCard))]
[JsonSerializable(typeof(EscalationCard))]
[JsonSerializable(typeof(CasesCard))]
[JsonSerializable(typeof(LineCard))]
[JsonSerializable(typeof(ReferenceCard))]
[JsonSerializable(typeof(TableCard))]
internal sealed partial class CardJson : JsonSerializerContext;
