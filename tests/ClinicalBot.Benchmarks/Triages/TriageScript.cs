using System.Globalization;
using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>The triage that is played: seven typed messages, the last of which opens a case.</summary>
internal static class TriageScript
{
    /// <summary>What is typed.</summary>
    public static readonly IReadOnlyList<string> Turns =
        ["triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes"];

    /// <summary>How the decision that this exam leads to begins.</summary>
    public const string Decision = "Expected: ";

    /// <summary>A message as Teams posts it in a personal chat.</summary>
    /// <param name="conversation">Number of the conversation; it has a person of its own.</param>
    /// <param name="id">Activity id.</param>
    /// <param name="text">What is typed.</param>
    /// <param name="serviceUrl">The channel's connector.</param>
    /// <param name="now">When it was typed.</param>
    public static Activity Message(string conversation, string id, string text, string serviceUrl, DateTimeOffset now) => new()
    {
        Type = ActivityTypes.Message,
        Id = id,
        Timestamp = now,
        LocalTimestamp = now,
        LocalTimezone = "America/New_York",
        ServiceUrl = serviceUrl,
        ChannelId = "msteams",
        From = new ChannelAccount { Id = "29:" + conversation, Name = "Robin Sample", AadObjectId = ObjectId(conversation) },
        Conversation = new ConversationAccount { Id = conversation, ConversationType = "personal", TenantId = Tenant },
        Recipient = new ChannelAccount { Id = "28:bot", Name = "ClinicalBot" },
        Text = text,
        TextFormat = "plain",
        Locale = "en-US",
        Entities = [ClientInfo],
        ChannelData = Json("{\"tenant\":{\"id\":\"" + Tenant + "\"}}"),
    };

    private static readonly Entity ClientInfo = new()
    {
        Type = "clientInfo",
        Properties = new() { ["country"] = Json("\"US\""), ["platform"] = Json("\"Windows\""), ["timezone"] = Json("\"America/New_York\"") },
    };

    private const string Tenant = "6f1d4b1c-0000-4000-8000-000000000001";

    private static string ObjectId(string conversation) =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{(uint)string.GetHashCode(conversation, StringComparison.Ordinal):x12}");

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
