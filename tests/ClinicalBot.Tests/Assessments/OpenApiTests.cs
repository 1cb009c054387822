using System.Text.Json;

namespace ClinicalBot.Tests.Assessments;

public sealed class OpenApiTests(AssessmentServer server) : IClassFixture<AssessmentServer>
{
    [Fact]
    public async Task Describes_request_and_answer_and_says_what_is_not_known_without_earlier()
    {
        var post = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/assessments").GetProperty("post");
        Assert.Contains("cannot know the case's history", post.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.True(post.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.Equal(["200", "400", "413", "415"], post.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order());
    }

    [Fact]
    public async Task Every_described_property_is_read_and_every_described_value_is_accepted()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");
        foreach (var body in Bodies(schemas, "AssessmentRequest"))
        {
            var (status, answer) = await server.PostAsync("{" + body + "}");
            Assert.True(status == 200, $"{body}: {answer}");
        }
    }

    private static IEnumerable<string> Bodies(JsonElement schemas, string name)
    {
        foreach (var property in schemas.GetProperty(name).GetProperty("properties").EnumerateObject())
        {
            foreach (var value in Values(schemas, property.Value, property.Name))
            {
                yield return $"\"{property.Name}\": {value}";
            }
        }
    }

    private static IEnumerable<string> Values(JsonElement schemas, JsonElement schema, string name)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return choices.EnumerateArray().SelectMany(choice => Values(schemas, choice, name));
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = reference.GetString()!.Split('/')[^1];
            var referred = schemas.GetProperty(target);
            return referred.TryGetProperty("properties", out _)
                ? Bodies(schemas, target).Select(body => "{" + body + "}")
                : Values(schemas, referred, name);
        }

        return schema switch
        {
            _ when schema.TryGetProperty("enum", out var words) => words.EnumerateArray().Select(word => word.GetRawText()),
            _ when schema.TryGetProperty("pattern", out var pattern) && name == "numbness" =>
                pattern.GetString()!.Trim('^', '$', '(', ')').Split('|').Select(word => $"\"{word}\""),
            _ when schema.TryGetProperty("format", out var format) && format.GetString() == "date-time" => ["\"2026-11-22T10:00:00Z\""],
            _ when schema.TryGetProperty("minimum", out _) => ["0", "0.5"],
            _ when schema.TryGetProperty("items", out _) => ["[]"],
            _ => ["null"],
        };
    }

    private async Task<JsonElement> DocumentAsync() => JsonElement.Parse(
        await server.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken));
}
