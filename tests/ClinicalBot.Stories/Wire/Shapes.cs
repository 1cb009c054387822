namespace ClinicalBot.Stories;

/// <summary>What Teams sends, one of each shape.</summary>
internal static class Shapes
{
    /// <summary>Where the channel listens, to be replaced.</summary>
    public const string ServiceUrl = "http://localhost:9/connector";

    private const string Personal =
        """
        "channelId": "msteams", "serviceUrl": "http://localhost:9/connector", "timestamp": "2026-11-22T10:59:58.1Z", "id": "m-1", "locale": "en-US",
        "from": { "id": "29:nurse", "name": "Nadia Example", "aadObjectId": "5e1f0000-0000-4000-8000-000000000001" },
        "recipient": { "id": "28:bot", "name": "Bot" },
        "conversation": { "id": "a:chat", "conversationType": "personal", "tenantId": "t-9" }, "localTimezone": "Europe/Berlin",
        "entities": [{ "type": "clientInfo", "locale": "en-US", "country": "US", "platform": "Web", "timezone": "UTC" }],
        "channelData": { "tenant": { "id": "t-9" }, "source": { "name": "message" } }
        """;

    private const string Shared =
        """
        "channelId": "msteams", "serviceUrl": "http://localhost:9/connector", "timestamp": "2026-11-22T10:59:58.1Z", "id": "m-2",
        "from": { "id": "29:resident", "aadObjectId": "5e1f0000-0000-4000-8000-000000000002" }, "recipient": { "id": "28:bot", "name": "Bot" },
        "conversation": { "id": "19:ward@thread.tacv2;messageid=17", "conversationType": "channel", "isGroup": true, "tenantId": "t-9" },
        "channelData": { "tenant": { "id": "t-9" }, "team": { "id": "19:team" }, "channel": { "id": "19:ward@thread.tacv2" } }
        """;

    /// <summary>All of them, as JSON.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Of(Personal, """ "type": "message", "textFormat": "plain", "text": "triage" """),
        Of(Personal, """ "type": "message", "text": "numb leg 5h after block, can't lift heel", "deliveryMode": "expectReplies" """),
        Of(Personal,
            """
            "type": "message", "replyToId": "c1", "value": { "verb": "triage/answer", "for": "x", "dialog": "d", "step": "time",
              "rev": "1", "date": "2026-11-22", "time": "08:00" }
            """),
        Of(Personal, """ "type": "message", "value": { "verb": "triage/start" } """),
        Of(Personal, """ "type": "messageUpdate", "text": "edited", "channelData": { "eventType": "editMessage" } """, withoutData: true),
        Of(Personal, """ "type": "messageDelete", "channelData": { "eventType": "softDeleteMessage" } """, withoutData: true),
        Of(Personal, """ "type": "messageReaction", "reactionsAdded": [{ "type": "like" }], "replyToId": "c1" """),
        Of(Personal, """ "type": "typing" """),
        Of(Personal, """ "type": "event", "name": "page/settled", "value": { "messageKey": "msg:1:0", "status": 403, "reason": "NotInstalled" } """),
        Of(Personal, """ "type": "installationUpdate", "action": "add" """),
        Of(Personal, """ "type": "installationUpdate", "action": "remove" """),
        Of(Personal, """ "type": "conversationUpdate", "membersAdded": [{ "id": "29:nurse" }, { "id": "28:bot" }] """),
        Of(Personal,
            """
            "type": "invoke", "name": "adaptiveCard/action", "value": { "action": { "type": "Action.Execute", "title": "Start",
              "verb": "triage/start", "data": { "k": 1 } }, "trigger": "manual" }
            """),
        Of(Personal,
            """
            "type": "invoke", "name": "composeExtension/query", "value": { "commandId": "reference", "parameters": [{ "name": "query", "value": "leg" }],
              "queryOptions": { "skip": 0, "count": 25 } }
            """),
        Of(Personal, """ "type": "invoke", "name": "message/submitAction", "value": { "actionName": "feedback", "actionValue": { "reaction": "like" } } """),
        Of(Shared,
            """
            "type": "message", "text": "<at>Bot</at> triage", "entities": [{ "type": "mention", "mentioned": { "id": "28:bot", "name": "Bot" },
              "text": "<at>Bot</at>" }]
            """),
        Of(Shared, """ "type": "conversationUpdate", "membersRemoved": [{ "id": "28:bot" }] """),
        Of(Shared, """ "type": "conversationUpdate", "membersAdded": [{ "id": "28:bot" }] """),
    ];

    private static string Of(string common, string own, bool withoutData = false)
    {
        var end = common.IndexOf("\"channelData\"", StringComparison.Ordinal);
        return $"{{ {(withoutData ? common[..end].TrimEnd().TrimEnd(',') : common)}, {own} }}";
    }
}
