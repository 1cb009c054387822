using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClinicalBot.BotFramework.Tests;

public sealed class ActivityParserTests
{
    public static TheoryData<string> Bodies => [.. Fixtures.All];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void What_is_read_is_written_again_with_everything_nobody_named(string body)
    {
        var written = JsonNode.Parse(JsonSerializer.Serialize(Fixtures.Read(body), ProtocolJson.Default.Activity))!;

        var expected = JsonNode.Parse(body)!;
        foreach (var name in new[] { "timestamp", "localTimestamp" })
        {
            if (expected[name] is { } instant)
            {
                Assert.Equal(instant.GetValue<DateTimeOffset>(), written[name]!.GetValue<DateTimeOffset>());
                expected[name] = null;
                written[name] = null;
            }
        }

        Assert.True(JsonNode.DeepEquals(expected, written), written.ToJsonString());
    }

    [Fact]
    public void A_message_is_read_into_its_properties()
    {
        var activity = Fixtures.Read(Fixtures.ChannelMention);

        Assert.Equal("19:ward@thread;messageid=1700000000001", activity.Conversation?.Id);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 7, 15, 30, 125, TimeSpan.Zero), activity.Timestamp);
        Assert.Equal("29:nurse-1", activity.From?.Id);
        Assert.Equal(["mention", "clientInfo"], activity.Entities!.Select(entity => entity.Type));
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes()
    {
        var body = Encoding.UTF8.GetBytes(Fixtures.CardSubmit);

        var parsed = Assert.IsType<ActivityParseResult.Parsed>(ActivityParser.Parse(body));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(body)), parsed.BodyHash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_id_is_no_id(string id) => Assert.Null(Fixtures.Read(With("id", id)).Id);

    [Fact]
    public void A_time_without_an_offset_is_utc() =>
        Assert.Equal(
            new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero), Fixtures.Read(With("timestamp", "2026-03-02T07:00:00")).Timestamp);

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public void The_ends_of_time_are_times(string timestamp) => Assert.NotNull(Fixtures.Read(With("timestamp", timestamp)).Timestamp);

    [Fact]
    public void Only_what_people_do_needs_a_sender()
    {
        Assert.Null(Fixtures.Read(Fixtures.MembersAdded).From);
        Rejects(With("from", null), "from.id");
        Rejects(With("from", new JsonObject { ["name"] = "x" }), "from.id");
    }

    [Theory]
    [InlineData("type")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("conversation")]
    public void What_a_turn_needs_is_named_when_it_is_missing(string name)
    {
        Rejects(With(name, null), name);
        var body = JsonNode.Parse(Fixtures.CardSubmit)!.AsObject();
        body.Remove(name);
        Rejects(body.ToJsonString(), name);
    }

    [Theory]
    [InlineData("ftp://connector.example/")]
    [InlineData("/v3")]
    [InlineData("connector.example")]
    [InlineData("http://")]
    [InlineData("http:///v3")]
    [InlineData("file:///etc/hosts")]
    [InlineData("http://127.0.0.1@connector.example/")]
    [InlineData("http://connector.example\\@127.0.0.1/")]
    [InlineData("http://connector.example/?a=b")]
    [InlineData("http://connector.example/#a")]
    public void A_service_url_must_be_one(string serviceUrl) => Rejects(With("serviceUrl", serviceUrl), "serviceUrl");

    [Theory]
    [InlineData("""{"type":1}""", "type")]
    [InlineData("""{"type":"message","from":"me"}""", "from")]
    [InlineData("""{"type":"message","from":{"id":7}}""", "from.id")]
    [InlineData("""{"type":"message","conversation":[]}""", "conversation")]
    [InlineData("""{"type":"message","conversation":{"isGroup":"yes"}}""", "conversation.isGroup")]
    [InlineData("""{"type":"message","membersAdded":{}}""", "membersAdded")]
    [InlineData("""{"type":"message","membersAdded":[{"id":{}}]}""", "membersAdded.id")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""", "timestamp")]
    [InlineData("""{"type":"message","timestamp":1795359957680}""", "timestamp")]
    [InlineData("""{"type":"message","timestamp":"0001-01-01T00:00:00+14:00"}""", "timestamp")]
    [InlineData("""{"type":"message","timestamp":"9999-12-31T23:59:59-14:00"}""", "timestamp")]
    [InlineData("""{"type":"message","timestamp":"2026-02-30T00:00:00Z"}""", "timestamp")]
    [InlineData("""{"type":"message","text":"a","text":"b"}""", "text")]
    [InlineData("""{"type":"message","Type":"invoke"}""", "ype")]
    [InlineData("""{"type":"message","value":{"secret":1,"secret":2}}""", "once")]
    [InlineData("""{"type":"message","other":1,"other":2}""", "once")]
    [InlineData("""{"type":"message","entities":[{"type":"a","secret":1,"secret":2}]}""", "once")]
    public void A_wrong_type_or_a_second_value_is_named(string body, string named) => Rejects(body, named);

    [Theory]
    [InlineData("membersAdded")]
    [InlineData("membersRemoved")]
    [InlineData("attachments")]
    [InlineData("entities")]
    public void A_list_holds_no_null(string list) => Rejects(With(list, new JsonArray(null, null)), list);

    [Fact]
    public void Ids_are_short_and_printable()
    {
        Assert.Equal(512, Fixtures.Read(With("id", new string('a', 512))).Id!.Length);
        Rejects(With("id", new string('a', 513)), "id is too long");
        Rejects(With("id", "a\0b"), "id holds a control character");
        Rejects(With("conversation", new JsonObject { ["id"] = new string('a', 513) }), "conversation.id is too long");
        Rejects(With("from", new JsonObject { ["id"] = new string('a', 513) }), "from.id is too long");
        Rejects(With("membersAdded", new JsonArray(new JsonObject { ["id"] = new string('a', 513) })), "membersAdded.id is too long");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "well-formed")]
    [InlineData("{", "well-formed")]
    [InlineData("{}x", "well-formed")]
    [InlineData("{'type':'message'}", "well-formed")]
    [InlineData("""{"type":"message",}""", "well-formed")]
    [InlineData("""{"type":"message"} // a note""", "well-formed")]
    [InlineData("[]", "JSON object")]
    [InlineData("null", "JSON object")]
    [InlineData("\"message\"", "JSON object")]
    [InlineData("17", "JSON object")]
    [InlineData("{}", "type")]
    public void What_is_no_object_is_told_so(string body, string reason) => Rejects(body, reason);

    [Theory]
    [InlineData(@"{""type"":""\ud83e""}")]
    [InlineData(@"{""type"":""\uddb5\ud83e""}")]
    [InlineData(@"{""type"":""message"",""value"":{""secret"":""\ud83e x""}}")]
    [InlineData(@"{""type"":""message"",""other"":[""\ud83e\n""]}")]
    [InlineData(@"{""type"":""message"",""\udd00"":1}")]
    public void Half_a_surrogate_pair_is_refused_wherever_it_is(string body) => Rejects(body, "surrogate");

    [Fact]
    public void A_whole_pair_and_an_escaped_backslash_are_text() =>
        Assert.Equal(
            "🦵 \\ud83e", Fixtures.Read(Fixtures.ExpectReplies.Replace("triage", @"\uD83E\uDDB5 \\ud83e", StringComparison.Ordinal)).Text);

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() =>
        RejectsBytes([.. "{\"type\":\""u8, 0xC3, 0x28, .. "\"}"u8], 400, "UTF-8");

    [Fact]
    public void Depth_ends_where_it_says()
    {
        Fixtures.Read(With("value", Nested(ActivityParser.MaxDepth - 1)));
        Rejects(With("value", Nested(ActivityParser.MaxDepth)), "nested too deeply");
        Rejects(With("value", Nested(60)), "nested too deeply");
        Rejects("""{"type":"message","value":""" + new string('[', 500_000), "nested too deeply");
    }

    [Fact]
    public void What_is_as_deep_as_allowed_can_be_kept_in_another_document()
    {
        var replies = new ExpectedReplies { Activities = [Fixtures.Read(With("value", Nested(ActivityParser.MaxDepth - 1)))] };

        Assert.NotEmpty(JsonSerializer.Serialize(replies, ProtocolJson.Default.ExpectedReplies));
    }

    [Fact]
    public void A_mebibyte_is_read_and_a_byte_more_is_413()
    {
        var body = Encoding.UTF8.GetBytes(Fixtures.CardSubmit);
        var largest = new byte[ActivityParser.MaxBodyBytes];
        largest.AsSpan().Fill((byte)' ');
        body.CopyTo(largest, 0);

        Assert.IsType<ActivityParseResult.Parsed>(ActivityParser.Parse(largest));
        RejectsBytes([.. largest, (byte)' '], 413, "at most");
    }

    private static string With(string name, JsonNode? value)
    {
        var body = JsonNode.Parse(Fixtures.CardSubmit)!;
        body[name] = value;
        return body.ToJsonString();
    }

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonArray();
        for (var i = 1; i < depth; i++)
        {
            node = new JsonArray(node);
        }

        return node;
    }

    private static void Rejects(string body, string reason) => RejectsBytes(Encoding.UTF8.GetBytes(body), 400, reason);

    private static void RejectsBytes(byte[] body, int status, string reason)
    {
        var rejected = Assert.IsType<ActivityParseResult.Rejected>(ActivityParser.Parse(body));
        Assert.Equal(status, rejected.Status);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", rejected.Reason, StringComparison.Ordinal);
    }
}
