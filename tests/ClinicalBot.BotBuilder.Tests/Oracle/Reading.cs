using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.BotFramework;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>What became of one body on both sides.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Ours">The activity we read, as JSON; null when we refused it.</param>
/// <param name="Theirs">The activity the SDK read, as JSON; null when it refused it.</param>
internal sealed record Reading(byte[] Body, JsonNode? Ours, JsonNode? Theirs)
{
    public static async Task<Reading> OfAsync(SdkInbound sdk, byte[] body, CancellationToken cancellationToken)
    {
        var theirs = await sdk.ReadAsync(body, cancellationToken);
        return new Reading(
            body,
            ActivityParser.Parse(body) is ActivityParseResult.Parsed parsed
                ? JsonSerializer.SerializeToNode(parsed.Activity, ProtocolJson.Default.Activity) : null,
            theirs is null ? null : JsonNode.Parse(theirs));
    }

    /// <summary>The body as JSON; null when it is none, or says a property twice.</summary>
    public JsonNode? Sent
    {
        get
        {
            try
            {
                return JsonNode.Parse(Body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
