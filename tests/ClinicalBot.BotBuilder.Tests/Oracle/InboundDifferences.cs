using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace ClinicalBot.BotBuilder.Tests.Oracle;

/// <summary>
/// Every way in which we read a body otherwise than the SDK, and why we keep it. Each is recognized in the body or in what the SDK read, never in our
/// own answer.
/// </summary>
internal static class InboundDifferences
{
    // Of the schema, but nothing a bot of ours reads: it stays as it was sent.
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "callerId", "topicName", "historyDisclosed", "suggestedActions", "reactionsAdded", "reactionsRemoved", "textHighlights", "expiration", "code",
        "relatesTo", "label", "valueType", "listenFor", "semanticAction",
    };

    /// <summary>What the SDK takes and we refuse.</summary>
    public static readonly IReadOnlyList<(string Reason, Func<Reading, bool> Applies)> OnlyTheSdkTakes =
    [
        ("Bytes that are no UTF-8: the SDK puts a replacement character, and two ids could become one.", reading => !Utf8.IsValid(reading.Body)),
        ("Not JSON (single quotes, notes, a comma too many, something after the end): readers of one body must not see different things.", reading =>
            !IsJson(reading.Body)),
        ("Half a surrogate pair: no database and no channel can keep it.", reading => HasUnreadableText(reading.Body)),
        ("A property twice: the SDK takes the last, others the first.", reading => reading.Sent is null),
        ("Another type than the schema's: the SDK makes 7 to \"7\" and \"true\" to true.", IsConverted),
        ("What a turn needs is missing, too long, unprintable or null in a list: conversation, channel, sender, ids that are keys, an http address.",
            LacksWhatATurnNeeds),
    ];

    /// <summary>What we take and the SDK refuses: without these properties it takes it.</summary>
    public const string OnlyWeTake = "A property that no bot of ours reads has another type than the schema's: it is carried along.";

    /// <summary>What both take and read differently.</summary>
    public static readonly IReadOnlyList<(string Reason, Func<Difference, bool> Applies)> ReadDifferently =
    [
        ("callerId is what the SDK concludes from the token, whatever was sent.", difference => difference.Path == "callerId"),
        ("A property that no bot of ours reads is carried along as it was sent; the SDK converts it, or drops what it does not name.", difference =>
            Unread.Contains(Top(difference.Path))),
        ("A text in free data that looks like a time stays that text; the SDK rewrites it in UTC.", IsRewrittenTime),
        ("A number of many digits stays that number; the SDK rounds it to a double.", difference =>
            difference is { Ours: JsonValue ours, Theirs: JsonValue theirs } && ours.GetValueKind() == JsonValueKind.Number
                && theirs.GetValueKind() == JsonValueKind.Number
            && double.Parse(ours.ToJsonString(), CultureInfo.InvariantCulture).Equals(double.Parse(theirs.ToJsonString(), CultureInfo.InvariantCulture))),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Reasons =>
        [.. OnlyTheSdkTakes.Select(listed => listed.Reason), OnlyWeTake, .. ReadDifferently.Select(listed => listed.Reason)];

    /// <summary>The body without what no bot of ours reads.</summary>
    public static byte[] WithoutUnread(Reading reading)
    {
        var body = reading.Sent!.AsObject();
        body.Select(property => property.Key).Where(Unread.Contains).ToList().ForEach(name => body.Remove(name));
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static string Top(string path) => path.Split('.', '[')[0];

    private static bool IsRewrittenTime(Difference difference) =>
        difference is { Ours: JsonValue ours, Theirs: JsonValue theirs }
        && ours.GetValueKind() == JsonValueKind.String && theirs.GetValueKind() == JsonValueKind.String
        && DateTimeOffset.TryParse((string?)ours, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent)
        && DateTimeOffset.TryParse((string?)theirs, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var rewritten)
        && sent == rewritten;

    private static bool IsJson(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasUnreadableText(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static bool IsConverted(Reading reading) =>
        Difference.Between(Lower(reading.Sent), Lower(reading.Theirs)).Any(difference =>
            !Unread.Contains(Top(difference.Path)) && difference is { Ours: { } sent, Theirs: { } read } && read.GetValueKind() != sent.GetValueKind());

    /// <summary>The same with names in lower case: both read names whatever their case.</summary>
    private static JsonNode? Lower(JsonNode? node) => node switch
    {
        JsonObject found => new JsonObject(found.DistinctBy(p => p.Key.ToLowerInvariant())
            .Select(p => KeyValuePair.Create(p.Key.ToLowerInvariant(), Lower(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Lower)]),
        _ => node?.DeepClone(),
    };

    private static bool LacksWhatATurnNeeds(Reading reading)
    {
        var activity = Lower(reading.Theirs)!.AsObject();
        var (type, conversation, from) = ((string?)activity["type"], activity["conversation"], activity["from"]);
        string?[] needed = type is "message" or "messageUpdate" or "invoke"
            ? [Text(activity["channelid"]), Text(conversation?["id"]), Text(from?["id"])]
            : [Text(activity["channelid"]), Text(conversation?["id"])];
        JsonNode?[] lists = [activity["membersadded"], activity["membersremoved"], activity["attachments"], activity["entities"]];
        JsonNode?[] members = [.. lists.Take(2).OfType<JsonArray>().SelectMany(list => list)];
        JsonNode?[] keys =
        [
            activity["id"], activity["replytoid"], activity["name"], activity["channelid"], conversation?["id"], conversation?["tenantid"],
            .. members.Append(from).Append(activity["recipient"]).SelectMany(account => new[] { account?["id"], account?["aadobjectid"] }),
        ];
        return needed.Any(string.IsNullOrWhiteSpace)
            || lists.OfType<JsonArray>().Any(list => list.Contains(null))
            || keys.Select(Text).OfType<string>().Any(key => key.Length > 512 || key.Any(char.IsControl))
            || !(Uri.TryCreate(Text(activity["serviceurl"]), UriKind.Absolute, out var url) && url.Scheme is "http" or "https");
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? (string?)node : null;
}
