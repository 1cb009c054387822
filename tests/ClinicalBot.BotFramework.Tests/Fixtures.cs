using System.Text;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>Bodies as a Teams client sends them.</summary>
internal static class Fixtures
{
    public const string ChannelMention =
        """
        {
          "type": "message",
          "text": "<at>Ward Bot</at> triage",
          "id": "m-0417",
          "from": { "id": "29:nurse-1", "name": "Nadia Example", "aadObjectId": "5e1f0000-0000-4000-8000-000000000001" },
          "timestamp": "2026-03-02T07:15:30.125Z",
          "localTimestamp": "2026-03-02T08:15:30.125+01:00",
          "localTimezone": "Europe/Berlin",
          "serviceUrl": "http://localhost:41500/_connector",
          "conversation": {
            "isGroup": true, "conversationType": "channel", "tenantId": "t-9", "id": "19:ward@thread;messageid=1700000000001", "shard": 4
          },
          "recipient": { "id": "28:ward-bot", "name": "Ward Bot", "tag": [1, 2.50, 1e3] },
          "textFormat": "plain",
          "locale": "de-DE",
          "entities": [
            { "type": "mention", "mentioned": { "id": "28:ward-bot", "name": "Ward Bot" }, "text": "<at>Ward Bot</at>" },
            { "type": "clientInfo", "locale": "de-DE", "country": "DE", "timezone": "Europe/Berlin" }
          ],
          "channelData": { "tenant": { "id": "t-9" }, "team": { "id": "team-3" }, "nothing": null },
          "channelId": "msteams",
          "callerId": "urn:botframework:public",
          "future": { "deep": [ { "er": true } ], "emoji": "\ud83e\uddb5" }
        }
        """;

    public const string CardSubmit =
        """
        {
          "type": "message", "id": "s-1", "channelId": "msteams", "serviceUrl": "https://connector.example/emea/",
          "from": { "id": "29:nurse-1" }, "recipient": { "id": "28:ward-bot" },
          "conversation": { "conversationType": "personal", "id": "a:chat-7" },
          "replyToId": "1700000000002", "value": { "verb": "motor", "revision": "3", "foot": "true" }
        }
        """;

    public const string Invoke =
        """
        {
          "type": "invoke", "name": "adaptiveCard/action", "id": "i-1", "channelId": "msteams", "serviceUrl": "http://127.0.0.1:41500",
          "from": { "id": "29:nurse-1" }, "recipient": { "id": "28:ward-bot" }, "conversation": { "id": "a:chat-7" },
          "value": { "action": { "type": "Action.Execute", "title": "Acknowledge", "verb": "ack", "data": { "revision": 2 } } }
        }
        """;

    public const string MembersAdded =
        """
        {
          "type": "conversationUpdate", "id": "c-1", "channelId": "directline", "serviceUrl": "http://localhost:41500/_connector",
          "timestamp": "2026-03-02T07:15:30.1Z", "conversation": { "id": "d-1" }, "recipient": { "id": "28:ward-bot" },
          "membersAdded": [ { "id": "29:nurse-1", "userRole": "user" }, { "id": "28:ward-bot" } ]
        }
        """;

    public const string Installation =
        """
        {
          "type": "installationUpdate", "action": "add", "channelId": "msteams", "serviceUrl": "http://localhost:41500/_connector",
          "from": { "id": "29:nurse-1" }, "conversation": { "id": "a:chat-7" }, "recipient": { "id": "28:ward-bot" },
          "channelData": { "settings": { "selectedChannel": { "id": "a:chat-7" } } }
        }
        """;

    public const string ExpectReplies =
        """
        {
          "type": "message", "text": "triage", "id": "e-1", "channelId": "emulator", "serviceUrl": "http://localhost:41500",
          "from": { "id": "u" }, "conversation": { "id": "c" }, "deliveryMode": "expectReplies"
        }
        """;

    public static readonly IReadOnlyList<string> All = [ChannelMention, CardSubmit, Invoke, MembersAdded, Installation, ExpectReplies];

    public static Activity Read(string body) =>
        Assert.IsType<ActivityParseResult.Parsed>(ActivityParser.Parse(Encoding.UTF8.GetBytes(body))).Activity;
}
