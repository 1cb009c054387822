using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClinicalBot.Stories.Telemetry;

/// <summary>Words that name a patient or a person, and everything Teams sends with such words wherever a sender can put one.</summary>
internal static class Planted
{
    public const string ReporterId = "29:reporter-planted";
    public const string ReporterObject = "0badf00d-0000-4000-8000-00000reporter";
    public const string ReporterUpn = "upn.planted@ward.example";
    public const string Chat = "a:chat-planted";

    /// <summary>Names of a patient. They may be nowhere but in the chat they were typed in.</summary>
    public static IReadOnlyList<string> Patient { get; } =
        ["Quagmire", "77441199", "555-7788", "Q17-window", "zeb@patients.example", "wobblefrotz"];

    /// <summary>How Teams names who asks.</summary>
    public static IReadOnlyList<string> Asker { get; } = [ReporterId, ReporterObject, ReporterUpn, Chat];

    /// <summary>All of the patient's in a sentence.</summary>
    public const string Sentence = "Zebulon Quagmire MRN 77441199 phone 555-7788 bed Q17-window mail zeb@patients.example wobblefrotz";

    /// <summary>A triage that ends in an emergency, with the sentence in every line.</summary>
    public static IEnumerable<string> Lines { get; } =
    [
        "help", "triage", Sentence, $"3 h ago {Sentence}", "3 h ago", $"slr able, motor normal, {Sentence}", "slr able, motor normal",
        $"block area, reflexes normal, no shooting pain; {Sentence}", "block area, reflexes normal, no shooting pain",
            $"saddle numbness in {Sentence}", "saddle", "yes",
        "cases", $"case {Sentence}", $"ref {Sentence}", $"close {Sentence}", $"change {Sentence}", $"use this channel for escalations {Sentence}",
    ];

    /// <summary>Every shape of the wire, the sentence and the ids in the place of every text that is nobody's key word.</summary>
    public static IEnumerable<string> Shapes(string serviceUrl)
    {
        foreach (var shape in ClinicalBot.Stories.Shapes.All)
        {
            var root = JsonNode.Parse(shape.Replace(ClinicalBot.Stories.Shapes.ServiceUrl, serviceUrl, StringComparison.Ordinal))!.AsObject();
            Plant(root);
            yield return root.ToJsonString();
        }
    }

    /// <summary>A message of the person who asks.</summary>
    public static string Message(string text, string serviceUrl, int number) => JsonSerializer.Serialize(new
    {
        type = "message", id = $"planted-{number}", channelId = "msteams", serviceUrl, text,
        from = new { id = ReporterId, name = "Reporter", aadObjectId = ReporterObject, userPrincipalName = ReporterUpn },
        recipient = new { id = "28:bot", name = "Bot" },
        conversation = new { id = Chat, conversationType = "personal", tenantId = Ward.Tenant },
        channelData = new { tenant = new { id = Ward.Tenant }, email = "zeb@patients.example" },
    });

    private static void Plant(JsonObject node)
    {
        foreach (var (name, child) in node.ToList())
        {
            if (child is JsonObject inner)
            {
                Plant(inner);
            }
            else if (child is JsonArray items)
            {
                foreach (var item in items.OfType<JsonObject>())
                {
                    Plant(item);
                }
            }
            else if (child?.GetValueKind() == JsonValueKind.String)
            {
                node[name] = Replacement(name, child.GetValue<string>());
            }
        }

        node["wobblefrotz"] = Sentence;
    }

    private static string Replacement(string name, string value) => (name, value) switch
    {
        ("aadObjectId", _) => ReporterObject,
        ("id", "29:nurse" or "29:resident") => ReporterId,
        ("id", "a:chat") => Chat,
        ("id", _) or ("type" or "serviceUrl" or "channelId" or "timestamp" or "conversationType" or "tenantId" or "verb" or "deliveryMode"
            or "action", _) => value,
        ("name", "adaptiveCard/action" or "composeExtension/query" or "message/submitAction" or "page/settled" or "query") => value,
        _ => $"{value} {Sentence} {ReporterUpn}",
    };
}
