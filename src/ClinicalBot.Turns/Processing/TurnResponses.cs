using System.Text.Json;
using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>Builds the HTTP answer of a turn.</summary>
internal static class TurnResponses
{
    /// <param name="activity">What arrived.</param>
    /// <param name="invoke">What the handler answered to an invoke.</param>
    /// <param name="inlineReplies">The replies when the caller expects them in the answer, else null.</param>
    public static TurnResponse For(Activity activity, InvokeResponse? invoke, List<Activity>? inlineReplies)
    {
        if (activity.Type == ActivityTypes.Invoke)
        {
            // Bot Framework answers 501 to an invoke nobody handled.
            invoke ??= new InvokeResponse(501);
            return inlineReplies is null
                ? new TurnResponse(invoke.Status, invoke.Body is { } body ? JsonSerializer.SerializeToUtf8Bytes(body) : null)
                : Inline([.. inlineReplies, new Activity { Type = "invokeResponse", Value = Value(invoke) }]);
        }

        return inlineReplies is null ? TurnResponse.Accepted : Inline(inlineReplies);
    }

    private static TurnResponse Inline(List<Activity> replies) =>
        new(200, JsonSerializer.SerializeToUtf8Bytes(
            new ExpectedReplies { Activities = replies }, ProtocolJson.Default.ExpectedReplies));

    private static JsonElement Value(InvokeResponse invoke) =>
        JsonSerializer.SerializeToElement(invoke, TurnsJson.Default.InvokeResponse);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InvokeResponse))]
internal sealed partial class TurnsJson : JsonSerializerContext;
