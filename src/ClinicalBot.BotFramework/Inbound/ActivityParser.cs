using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClinicalBot.BotFramework;

/// <summary>Reads a request body as one <see cref="Activity"/>. Whatever arrives, it answers; it never throws.</summary>
public static class ActivityParser
{
    /// <summary>Largest body taken, in bytes (1 MiB). Limit the request to it as well, so that more is not even read.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>Deepest nesting taken. Below the 64 that <see cref="ProtocolJson"/> writes: what was taken can be kept inside a document.</summary>
    public const int MaxDepth = 48;

    // Names of the schema, which a reason may repeat; other names are the sender's.
    private static readonly FrozenSet<string> SchemaNames = new[]
        {
            ProtocolJson.Default.Activity.Properties,
            ProtocolJson.Default.ChannelAccount.Properties,
            ProtocolJson.Default.ConversationAccount.Properties,
            ProtocolJson.Default.Attachment.Properties,
            ProtocolJson.Default.Entity.Properties,
        }
        .SelectMany(properties => properties.Where(property => !property.IsExtensionData).Select(property => property.Name))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads <paramref name="utf8Body"/>: strict JSON in UTF-8, one object, each property once, checked as a turn needs it.</summary>
    public static ActivityParseResult Parse(ReadOnlyMemory<byte> utf8Body)
    {
        if (utf8Body.Length > MaxBodyBytes)
        {
            return new ActivityParseResult.Rejected(413, $"Send an activity of at most {MaxBodyBytes} bytes.");
        }

        if (JsonSyntax.Fault(utf8Body.Span) is { } fault)
        {
            return new ActivityParseResult.Rejected(400, fault);
        }

        Activity activity;
        try
        {
            activity = JsonSerializer.Deserialize(utf8Body.Span, ProtocolJson.Default.Activity)!;
        }
        catch (JsonException e)
        {
            return new ActivityParseResult.Rejected(
                400, $"{Name(e.Path)} must appear once and have the type that the Activity schema gives it.");
        }

        if (ActivityRequirements.Fault(activity) is { } missing)
        {
            return new ActivityParseResult.Rejected(400, missing);
        }

        // An empty id names nothing: two such activities would pass for one.
        activity = string.IsNullOrWhiteSpace(activity.Id) ? activity with { Id = null } : activity;
        return new ActivityParseResult.Parsed(activity, Convert.ToHexStringLower(SHA256.HashData(utf8Body.Span)));
    }

    private static string Name(string? path)
    {
        var name = Index.Replace(path ?? "", "");
        return name.StartsWith("$.", StringComparison.Ordinal) && name[2..].Split('.').All(SchemaNames.Contains)
            ? name[2..]
            : "Every property";
    }

    private static Regex Index => field ??= new(@"\[\d+\]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
