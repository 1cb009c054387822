using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Paging;

/// <summary>
/// A call to one person by another medium than Teams. It says what brings the person to Teams or to the phone and no more: never a finding, a
/// place or a name.
/// </summary>
/// <param name="Id">Unique for the call and the medium, and the same in every attempt: a receiver that has seen it drops it.</param>
/// <param name="Case">Reference of the case, such as K7-4FX.</param>
/// <param name="Urgency">"urgent" or "emergency".</param>
/// <param name="CallBack">The number to call back, as a person dials it; null when none is known.</param>
/// <param name="At">When the call was made (care clock).</param>
/// <param name="To">Whom it is for.</param>
public sealed record Page(string Id, string Case, string Urgency, string? CallBack, DateTimeOffset At, PageTo To)
{
    /// <summary>Nobody needs to come: the way is being tried.</summary>
    public bool Drill { get; init; }

    /// <summary>What it is about when it is about no case; null otherwise.</summary>
    public string? Note { get; init; }

    /// <summary>What a person reads, or is told on the phone.</summary>
    [JsonIgnore]
    public string Text => Note ?? $"{(Drill ? "DRILL, nobody needs to come. " : "")}{char.ToUpperInvariant(Urgency[0])}{Urgency[1..]}, case {Case}: "
        + $"answer in Teams{(CallBack is null ? "" : $" or call {CallBack}")}.";

    /// <summary>Name of the event activity that carries it through the outbox.</summary>
    internal const string Event = "page";

    /// <summary>Channel of such an activity.</summary>
    internal const string Channel = "paging";

    /// <summary>Where a page stands in the outbox: a queue for each medium and person, so that none waits for another.</summary>
    /// <param name="medium">Name of the medium.</param>
    /// <param name="tenant">Tenant of the case.</param>
    /// <param name="personId">The person's id.</param>
    public static ConversationReference Queue(string medium, string? tenant, string personId)
    {
        ArgumentNullException.ThrowIfNull(medium);
        return new ConversationReference
        {
            ChannelId = Channel,
            ServiceUrl = "paging:" + medium,
            Conversation = new ConversationAccount { Id = $"{medium}/{personId}", TenantId = tenant },
        };
    }

    /// <summary>The activity that carries it.</summary>
    public Activity ToActivity() => new() { Type = ActivityTypes.Event, Name = Event, Value = JsonSerializer.SerializeToElement(this, PageJson.Default.Page) };

    /// <summary>The page of an activity; null when it carries none.</summary>
    internal static Page? Read(Activity activity) => activity is { Name: Event, Value: { } value } ? value.Deserialize(PageJson.Default.Page) : null;
}

/// <summary>Whom a page is for.</summary>
/// <param name="Id">Entra object id.</param>
/// <param name="Phone">As a person dials it; null for none.</param>
/// <param name="Email">Null for none.</param>
public sealed record PageTo(string Id, string? Phone, string? Email);

/// <summary>Source-generated JSON of pages.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Page))]
internal sealed partial class PageJson : JsonSerializerContext;
