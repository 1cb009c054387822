using System.Text.Json.Serialization;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Escalation;
using ClinicalBot.Conversations.Triage;

namespace ClinicalBot.Conversations.Cases;

/// <summary>A case with what belongs to it in chat: where it was asked, and every card that shows it.</summary>
internal sealed record CaseFile : IStateRow
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>Hash of the last line of its record.</summary>
    public required string Head { get; init; }

    /// <summary>Where it was asked.</summary>
    public required ConversationReference Requester { get; init; }

    /// <summary>Zone of the requester; null when the channel did not tell.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The answers of the exam that counts.</summary>
    public required TriageAnswers Answers { get; init; }

    /// <summary>The answers of the exam before; null when there is none.</summary>
    public TriageAnswers? AnswersBefore { get; init; }

    /// <summary>The case's thread in the escalation channel, once its first message arrived.</summary>
    public ConversationReference? Thread { get; init; }

    /// <summary>Cards that are redrawn when the case changes, the latest last.</summary>
    public IReadOnlyList<ShownCard> Cards { get; init; } = [];

    /// <summary>What people did, the latest last.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>Where a case is kept. Its record has the name <see cref="StateKey.Id"/>.</summary>
    public static StateKey KeyOf(string? tenant, string reference) => new(tenant, Scope, reference);

    /// <summary>Where the case of a record is kept.</summary>
    public static StateKey KeyOfRecord(string record) => StateKey.Stored(Scope, record);

    /// <summary>Tenant of a case, by the name of its record; null where the channel has none.</summary>
    public static string? TenantOf(string record) =>
        record[..record.LastIndexOf('/')] is var tenant && tenant != StateKey.NoTenant ? Uri.UnescapeDataString(tenant) : null;

    /// <summary>Reference of a case, by the name of its record.</summary>
    public static string ReferenceOf(string record) => record[(record.LastIndexOf('/') + 1)..];

    /// <summary>A tenant as the column has it.</summary>
    public static string ColumnOf(string? tenant) => (tenant ?? "").ToLowerInvariant();

    /// <summary>Scope of all cases.</summary>
    public const string Scope = "case";

    /// <summary>The columns of a case that was kept before there were any; null when it cannot be read.</summary>
    public static StateColumns? ReadColumns(StateKey key, byte[] body)
    {
        try
        {
            return key.Scope == Scope && JsonSerializer.Deserialize(body, CaseFileJson.Default.CaseFile) is { } file ? ((IStateRow)file).Columns : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    StateColumns IStateRow.Columns => new()
    {
        Tenant = ColumnOf(Requester.Conversation.TenantId),
        Reference = Case.Reference,
        Status = Case.Status.ToString(),
        IsOpen = Case.IsOpen,
        // A drill stands behind every real case.
        Urgency = Case.IsDrill ? -1 : (int)Case.Urgency,
        OpenedAt = Case.OpenedAt,
        DueAt = Case.DueAt,
        Requester = Case.RequestedBy.Id,
        Conversation = Requester.Conversation.Id ?? "",
        Place = Case.Location,
    };
}

/// <summary>A card that shows a case.</summary>
/// <param name="Key">Our message key.</param>
/// <param name="Audience">Who sees it.</param>
/// <param name="Call">The call it is; null for others.</param>
/// <param name="Buttons">Buttons it keeps while the case is open; null for those of the case.</param>
/// <param name="AsksOutcome">Asks how the case ended, until it has ended.</param>
/// <param name="Chat">The chat it is in; null in what earlier versions wrote.</param>
internal sealed record ShownCard(
    string Key, Audience Audience, string? Call = null, IReadOnlyList<Button>? Buttons = null, bool AsksOutcome = false, string? Chat = null)
{
    /// <summary>Tag of the language it was drawn in; null, and the site's, in what earlier versions wrote.</summary>
    public string? Language { get; init; }
}

/// <summary>Who sees a card.</summary>
internal enum Audience
{
    /// <summary>The escalation channel: the least that is needed.</summary>
    Channel,

    /// <summary>One person, one to one: with the findings.</summary>
    Person,

    /// <summary>The requester: with the findings, and without the buttons of the people called.</summary>
    Asker,

    /// <summary>The decision, in the chat of the requester.</summary>
    Decision,
}

/// <summary>Something that happened, as the card tells it.</summary>
/// <param name="At">When.</param>
/// <param name="Event">What.</param>
internal sealed record TimelineEntry(DateTimeOffset At, CaseEvent Event);

/// <summary>The escalation channel a coordinator of a tenant chose.</summary>
/// <param name="TeamsChannelId">Id of the channel, without a thread.</param>
/// <param name="By">Who chose it.</param>
internal sealed record EscalationChannel(string TeamsChannelId, string By)
{
    /// <summary>Where it is kept.</summary>
    public static StateKey KeyOf(string? tenant) => new(tenant, "escalation", "channel");
}

/// <summary>What a timer or a delivery report of a case carries.</summary>
/// <param name="Case">Reference.</param>
/// <param name="Call">The call, for a report; <see cref="CallIds.Requester"/> for a message to the requester.</param>
internal sealed record CaseNote(string Case, string? Call = null);

/// <summary>Source-generated JSON of what is kept of cases.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CaseFile))]
[JsonSerializable(typeof(EscalationChannel))]
[JsonSerializable(typeof(CaseNote))]
[JsonSerializable(typeof(PostedNotice))]
internal sealed partial class CaseFileJson : JsonSerializerContext;
