using System.Text;

namespace ClinicalBot.Tests.Assessments;

public sealed class AssessmentRefusalTests(AssessmentServer server) : IClassFixture<AssessmentServer>
{
    [Theory]
    [InlineData("""{ "numb": "present" }""", "numb")]
    [InlineData("""{ "Numbness": "present" }""", "Numbness")]
    [InlineData("""{ "numbness": "Present" }""", "numbness")]
    [InlineData("""{ "numbness": "notGiven" }""", "numbness")]
    [InlineData("""{ "numbness": 1 }""", "numbness")]
    [InlineData("""{ "numbness": "present", "numbness": "resolved" }""", "numbness")]
    [InlineData("""{ "numbness": "\ud800" }""", "numbness")]
    [InlineData("""{ "motor": { "toes": "1" } }""", "motor.toes")]
    [InlineData("""{ "motor": { "thumbs": "normal" } }""", "motor.thumbs")]
    [InlineData("""{ "motor": [] }""", "motor")]
    [InlineData("""{ "reflexes": { "knee": true } }""", "reflexes.knee")]
    [InlineData("""{ "redFlags": { "saddleAnesthesia": "maybe" } }""", "redFlags.saddleAnesthesia")]
    [InlineData("""{ "context": { "concentrationPercent": 100.01 } }""", "context.concentrationPercent")]
    [InlineData("""{ "context": { "concentrationPercent": -1 } }""", "context.concentrationPercent")]
    [InlineData("""{ "context": { "volumePerLevelMl": -0.1 } }""", "context.volumePerLevelMl")]
    [InlineData("""{ "context": { "volumePerLevelMl": 1e400 } }""", "context.volumePerLevelMl")]
    [InlineData("""{ "context": { "volumePerLevelMl": "0.5" } }""", "context.volumePerLevelMl")]
    [InlineData("""{ "context": { "agent": 2 } }""", "context.agent")]
    [InlineData("""{ "context": { "agent": "\udc00" } }""", "context.agent")]
    [InlineData("""{ "blockTime": "2026-11-22T08:30:00" }""", "blockTime")]
    [InlineData("""{ "blockTime": "2026-11-22" }""", "blockTime")]
    [InlineData("""{ "blockTime": "2026-13-22T08:30:00Z" }""", "blockTime")]
    [InlineData("""{ "blockTime": "yesterday" }""", "blockTime")]
    [InlineData("""{ "blockTime": "2026-11-22T11:00:00.0000001Z" }""", "blockTime")]
    [InlineData("""{ "blockTime": "2026-10-23T10:59:59.9999999Z" }""", "blockTime")]
    [InlineData("""{ "assessedAt": "2026-11-22T11:02:00.0000001Z" }""", "assessedAt")]
    [InlineData("""{ "earlier": {} }""", "earlier")]
    [InlineData("""{ "earlier": [ null ] }""", "earlier[0]")]
    [InlineData("""{ "earlier": [ { "assessedAt": "2026-11-22T11:00:01Z" } ] }""", "earlier[0].assessedAt")]
    [InlineData("""{ "earlier": [ { "assessedAt": "2026-11-22T09:00:00Z", "earlier": [ {} ] } ] }""", "earlier[0].earlier")]
    [InlineData("[]", "$")]
    [InlineData("\"present\"", "$")]
    [InlineData("null", "$")]
    [InlineData("""{ "\ud800": 1 }""", "$")]
    public async Task A_wrong_field_is_named(string body, string field) =>
        Assert.Equal([field], await server.RefusedFieldsAsync(body));

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        const string body = """
            { "shoe": 1, "motor": { "toes": "strong" }, "blockTime": "2026-11-22T12:00:00Z", "context": { "volumePerLevelMl": -1, "x": 2 },
              "earlier": [
                { "assessedAt": "2026-11-22T09:00:00Z" },
                { "assessedAt": "2026-11-22T08:00:00Z" },
                { "assessedAt": "2026-11-22T10:00:00Z", "blockTime": "2026-11-22T10:30:00Z", "redFlags": { "bilateralSymptoms": 0 } } ] }
            """;
        var fields = await server.RefusedFieldsAsync(body);
        string[] expected =
        [
            "blockTime", "context.volumePerLevelMl", "context.x", "earlier[1].assessedAt", "earlier[2].blockTime",
            "earlier[2].redFlags.bilateralSymptoms", "motor.toes", "shoe",
        ];
        Assert.Equal(expected, fields.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "blockTime": "2026-11-22T11:00:00Z" }""")]
    [InlineData("""{ "blockTime": "2026-10-23T11:00:00Z" }""")]
    [InlineData("""{ "blockTime": "2026-11-22T16:00:00+05:30" }""")]
    [InlineData("""{ "assessedAt": "2026-11-22T11:02:00Z" }""")]
    [InlineData("""{ "assessedAt": "0001-01-01T00:00:00+00:00" }""")]
    [InlineData("""{ "context": { "concentrationPercent": 100, "volumePerLevelMl": 0 } }""")]
    [InlineData("""{ "earlier": [ { "assessedAt": "2026-11-22T11:00:00Z" }, { "assessedAt": "2026-11-22T11:00:00Z", "earlier": [] } ] }""")]
    public async Task The_limits_themselves_are_read(string body) => Assert.Equal(200, (await server.PostAsync(body)).Status);

    [Theory]
    [InlineData(50, 200)]
    [InlineData(51, 400)]
    public async Task Fifty_earlier_assessments_are_read(int count, int status)
    {
        var earlier = string.Join(',', Enumerable.Repeat("""{ "assessedAt": "2026-11-22T09:00:00Z" }""", count));
        Assert.Equal(status, (await server.PostAsync($$"""{ "earlier": [{{earlier}}] }""")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"numbness\": NaN }")]
    [InlineData("{} {}")]
    [InlineData("{ 'numbness': 'present' }")]
    public async Task Malformed_JSON_is_refused(string body) => Assert.Equal(400, (await server.PostAsync(body)).Status);

    [Fact]
    public async Task Invalid_bytes_and_depth_are_refused()
    {
        Assert.Equal(400, (await server.PostAsync([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])).Status);
        Assert.Equal(400, (await server.PostAsync(new string('[', 100_000))).Status);
    }

    [Fact]
    public async Task A_body_too_long_is_refused()
    {
        Assert.Equal(413, (await server.PostAsync(new string(' ', 300_000))).Status);
        using var chunked = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', 300_000))));
        chunked.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assessments") { Content = chunked };
        request.Headers.TransferEncodingChunked = true;
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(413, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("")]
    public async Task Another_content_type_is_refused(string contentType) =>
        Assert.Equal(415, (await server.PostAsync("{}", contentType)).Status);

    [Fact]
    public async Task A_charset_is_read() => Assert.Equal(200, (await server.PostAsync("{}", "application/json; charset=utf-8")).Status);
}
