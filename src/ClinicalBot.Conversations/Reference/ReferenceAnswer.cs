using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.Conversations.Reference;

/// <summary>What was found, best first.</summary>
internal sealed record ReferenceAnswer(IEnumerable<ReferenceResult> Results);

/// <summary>An entry on the wire.</summary>
/// <param name="Id">camelCase id.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">What the source document says, in our words.</param>
/// <param name="Sources">Statement ids.</param>
/// <param name="References">Reference numbers of these statements. The source document has no list of them.</param>
internal sealed record ReferenceResult(string Id, string Title, string Text, IReadOnlyList<string> Sources, IReadOnlyList<int> References)
{
    public static ReferenceResult Of(ReferenceHit hit) => new(hit.Entry.Id, hit.Entry.Title, hit.Entry.Text, hit.Entry.Sources, hit.References);
}

/// <summary>What the list of the compose box shows of a result.</summary>
internal sealed record ThumbnailCard(string Title, string Text);

/// <summary>How answers are written, source-generated.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReferenceAnswer))]
[JsonSerializable(typeof(ThumbnailCard))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
