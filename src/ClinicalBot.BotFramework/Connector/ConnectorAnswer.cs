using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.BotFramework;

/// <summary>What a connector says in a body, of which nothing may be trusted: ids when it took something, a code when not.</summary>
internal sealed record ConnectorAnswer(string? Id, string? ActivityId, ConnectorError? Error)
{
    private static readonly ConnectorAnswer Nothing = new(null, null, null);

    /// <summary>Reads a body; one that is no answer says nothing.</summary>
    public static ConnectorAnswer Read(byte[]? body)
    {
        try
        {
            return body is null ? Nothing : JsonSerializer.Deserialize(body, ConnectorJson.Default.ConnectorAnswer) ?? Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    /// <summary>Judges a status and this body, as <see cref="DeliveryResult"/> documents it.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="retryAfter">What a Retry-After header asked for.</param>
    /// <param name="creates">Whether <see cref="Id"/> is that of a conversation.</param>
    public DeliveryResult Judge(HttpStatusCode status, TimeSpan? retryAfter, bool creates)
    {
        var code = Error?.Code is { Length: > 0 and <= 64 } told && told.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? told
            : $"HTTP {(int)status}";
        return (int)status switch
        {
            >= 200 and < 300 => creates
                ? new DeliveryResult.Sent(Key(ActivityId), Key(Id))
                : new DeliveryResult.Sent(Key(Id)),
            // Our token was not taken, whatever the message: it waits for a better one.
            401 => new DeliveryResult.Unreachable(code),
            412 => new DeliveryResult.Unreachable(code),
            429 => new DeliveryResult.Throttled(retryAfter),
            // The server gave up reading, perhaps too late.
            408 => new DeliveryResult.Ambiguous(code),
            // A channel that does not offer the call did not take it.
            501 => new DeliveryResult.Refused(501, code),
            >= 500 => new DeliveryResult.Ambiguous(code),
            _ => new DeliveryResult.Refused((int)status, code),
        };
    }

    // Ids become keys, so the bounds of incoming ids hold.
    private static string? Key(string? id) =>
        string.IsNullOrWhiteSpace(id) || id.Length > ActivityRequirements.MaxIdLength || id.Any(char.IsControl) ? null : id;
}

/// <summary>The error of a <see cref="ConnectorAnswer"/>; its message may quote content and is not read.</summary>
internal sealed record ConnectorError(string? Code);

/// <summary>Source-generated JSON of a connector's answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ConnectorAnswer))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
