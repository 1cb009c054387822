using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;
using ClinicalBot.Escalation;
using ClinicalBot.Turns;

namespace ClinicalBot.Conversations.Administration;

/// <summary>
/// What was done with a tenant's data: a record of its own, chained like that of a case. What is erased elsewhere stands here, so
/// that <c>audit verify</c> tells an erasure from a change.
/// </summary>
internal sealed record AdministrationFile
{
    /// <summary>Name of its record, which is no case's.</summary>
    public const string Name = "administration";

    /// <summary>Hash of the last line of its record.</summary>
    public string Head { get; init; } = "";

    /// <summary>Number of the last line of its record.</summary>
    public int Number { get; init; }

    /// <summary>Where it is kept. Its record has the name <see cref="StateKey.Id"/>.</summary>
    public static StateKey KeyOf(string? tenant) => new(tenant, Name, Name);

    /// <summary>A record is that of the administration and no case's.</summary>
    /// <param name="record">Name of the record.</param>
    public static bool IsRecord(string record) => record.EndsWith("/" + Name, StringComparison.Ordinal);

    /// <summary>As it is kept; an empty one when there is none.</summary>
    public static AdministrationFile Read(byte[]? body) =>
        (body is null ? null : JsonSerializer.Deserialize(body, AdministrationJson.Default.AdministrationFile)) ?? new AdministrationFile();

    /// <summary>The same after something happened.</summary>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="at">Care clock.</param>
    /// <param name="entry">What happened.</param>
    /// <returns>To be written, and the line of the record.</returns>
    public (StateWrite Write, RecordEntry Line) After(string? tenant, DateTimeOffset at, AdministrationEntry entry)
    {
        var (file, line) = Add(tenant, at, entry);
        return (new StateWrite(KeyOf(tenant), JsonSerializer.SerializeToUtf8Bytes(file, AdministrationJson.Default.AdministrationFile)), line);
    }

    /// <summary>The same, for a turn that writes it.</summary>
    public (AdministrationFile File, RecordEntry Line) Add(string? tenant, DateTimeOffset at, AdministrationEntry entry)
    {
        var line = CaseEntry.Of(Head, Name, Number + 1, at, JsonSerializer.SerializeToUtf8Bytes(entry, AdministrationJson.Default.AdministrationEntry));
        return (new AdministrationFile { Head = line.Hash, Number = line.Number },
            new RecordEntry(KeyOf(tenant).Id, line.Number, line.At, line.Event, line.Hash));
    }

    /// <summary>The claim of something that is done once, outside of any chat.</summary>
    /// <param name="what">Names it.</param>
    public static TurnClaim Claim(string what) => TurnClaim.For(
        new Activity { Type = ActivityTypes.Event, ChannelId = Name, Id = what, Conversation = new ConversationAccount { Id = Name } }, "");

    /// <summary>SHA-256 of what is left of a line, lower-case hex.</summary>
    public static string HashOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));
}

/// <summary>A line of the administration's record.</summary>
/// <param name="What">"exported", "erased", "expired" or <see cref="Refused"/>.</param>
/// <param name="By">Entra object id, account of the machine, or "retention".</param>
/// <param name="Subject">"case K7-4FX", "person erased-3"; what was refused: a permission and the case, or a method and path of the API.</param>
internal sealed record AdministrationEntry(string What, string By, string Subject)
{
    /// <summary>A person or program wanted what it may not.</summary>
    public const string Refused = "refused";

    /// <summary>The record of the case that was erased; null for none.</summary>
    public string? Record { get; init; }

    /// <summary>How many lines of it, from the first.</summary>
    public int Length { get; init; }

    /// <summary>Hash of the last of them.</summary>
    public string? Head { get; init; }

    /// <summary>Lines from which a person was taken: by record and number, the SHA-256 of what is left; null for none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>>? Redacted { get; init; }
}

/// <summary>A case that was erased: its reference is never given again.</summary>
/// <param name="At">When (system clock).</param>
internal sealed record ErasedCase(DateTimeOffset At)
{
    /// <summary>Where it is kept.</summary>
    public static StateKey KeyOf(string? tenant, string reference) => new(tenant, "erased", reference);
}

/// <summary>Source-generated JSON of the administration.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(AdministrationFile))]
[JsonSerializable(typeof(AdministrationEntry))]
[JsonSerializable(typeof(ErasedCase))]
internal sealed partial class AdministrationJson : JsonSerializerContext;
