using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;
using ClinicalBot.Escalation;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>What people of a tenant agreed on about who is on call: shifts over the contacts file, and what was asked and not answered yet.</summary>
internal sealed record RotaFile
{
    /// <summary>Name of its record, which is no case's.</summary>
    public const string Name = "rota";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Hash of the last line of its record.</summary>
    public string Head { get; init; } = "";

    /// <summary>Number of the last line of its record.</summary>
    public int Number { get; init; }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<RotaShift> Shifts { get; init; } = [];

    /// <summary>Asked and not answered yet.</summary>
    public IReadOnlyList<RotaRequest> Requests { get; init; } = [];

    /// <summary>Where it is kept. Its record has the name <see cref="StateKey.Id"/>.</summary>
    public static StateKey KeyOf(string? tenant) => new(tenant, Name, Name);

    /// <summary>A record is the rota's and no case's.</summary>
    /// <param name="record">Name of the record.</param>
    public static bool IsRecord(string record) => record.EndsWith("/" + Name, StringComparison.Ordinal);

    /// <summary>The contacts with these shifts over them.</summary>
    public ContactBook Over(ContactBook book) => Shifts.Count == 0 ? book : book.With(
        Shifts.GroupBy(shift => shift.Role, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(role => role.Key, role =>
                (IReadOnlyList<Shift>)[.. role.Select(shift => new Shift(shift.PersonId, shift.From, shift.Until, shift.Layer))]));

    /// <summary>The same after something happened, with its line in the record.</summary>
    public RotaFile Note(ITurnContext turn, RotaEntry entry)
    {
        var key = KeyOf(turn.Activity.GetTenantId());
        var line = CaseEntry.Of(Head, Name, Number + 1, turn.Now, JsonSerializer.SerializeToUtf8Bytes(entry, RotaJson.Default.RotaEntry));
        turn.Append(new RecordEntry(key.Id, line.Number, line.At, line.Event, line.Hash));
        var file = this with
        {
            Head = line.Hash,
            Number = line.Number,
            Shifts = [.. Shifts.Where(shift => shift.Until > turn.Now - Kept)],
            Requests = [.. Requests.Where(request => request.Until > turn.Now)],
        };
        turn.SetState(key, file, RotaJson.Default.RotaFile);
        return file;
    }
}

/// <summary>A shift that people agreed on.</summary>
internal sealed record RotaShift(string Role, string PersonId, DateTimeOffset From, DateTimeOffset Until, RotaLayer Layer);

/// <summary>A person on call asks to be relieved.</summary>
/// <param name="Id">Names it on buttons.</param>
/// <param name="By">Who asks.</param>
/// <param name="From">From then on.</param>
/// <param name="Until">Until then.</param>
/// <param name="Asked">Ids of the people of whom one may agree.</param>
internal sealed record RotaRequest(string Id, Actor By, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Asked);

/// <summary>A line of the rota's record.</summary>
/// <param name="What">"taken", "asked", "agreed" or "declined".</param>
/// <param name="By">Who did it.</param>
/// <param name="Role">The role; null for a request.</param>
/// <param name="From">From then on.</param>
/// <param name="Until">Until then.</param>
/// <param name="For">Whose shift it is or was; null for no one's.</param>
/// <param name="To">Who has it now; null when nothing changed hands.</param>
internal sealed record RotaEntry(string What, Actor By, string? Role, DateTimeOffset From, DateTimeOffset Until, string? For = null, string? To = null);

/// <summary>Source-generated JSON of the rota.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RotaFile))]
[JsonSerializable(typeof(RotaEntry))]
[JsonSerializable(typeof(RotaTold))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class RotaJson : JsonSerializerContext;
