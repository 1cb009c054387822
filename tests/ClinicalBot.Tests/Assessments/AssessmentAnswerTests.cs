using System.Text.Json;

namespace ClinicalBot.Tests.Assessments;

public sealed class AssessmentAnswerTests(AssessmentServer server) : IClassFixture<AssessmentServer>
{
    private const string Example = """
        { "blockTime": "2026-11-22T08:30:00+00:00", "assessedAt": "2026-11-22T11:00:00+00:00",
          "numbness": "present", "distribution": "withinBlockArea", "radicularSymptoms": "no", "straightLegRaise": "able",
          "motor": { "hipFlexion": "normal", "kneeExtension": "normal", "ankleDorsiflexion": "normal", "anklePlantarflexion": "normal", "toes": "normal" },
          "reflexes": { "knee": "normal", "ankle": "normal" },
          "redFlags": { "progressiveMotorWeakness": "no", "saddleAnesthesia": "no", "bowelBladderDysfunction": "no", "bilateralSymptoms": "no" },
          "context": { "anticoagulated": "no", "agent": "lidocaine", "concentrationPercent": 1, "volumePerLevelMl": 0.25, "side": "left", "levels": "L4-S1",
                       "contrastConfirmed": "yes", "aspirated": "yes", "sedatedWithMidazolam": "no" },
          "earlier": [] }
        """;

    [Fact]
    public async Task The_contract_example_is_answered_as_the_contract_shows()
    {
        var (status, body) = await server.PostAsync(Example);
        Assert.Equal(200, status);
        Assert.Equal(
            ["urgency", "band", "elapsedMinutes", "headline", "steps", "holds", "considerations", "contacts", "missing", "validUntil", "reasons", "ruleset"],
            Names(body));
        Assert.Equal("expected", body.GetProperty("urgency").GetString());
        Assert.Equal("under4h", body.GetProperty("band").GetString());
        Assert.Equal(150, body.GetProperty("elapsedMinutes").GetInt32());
        Assert.Equal("2026-11-22T12:30:00+00:00", body.GetProperty("validUntil").GetString());
        Assert.Equal(["documentBaseline", "reassure", "recheck"], body.GetProperty("steps").EnumerateArray().Select(Id));
        Assert.All(body.GetProperty("steps").EnumerateArray(), step => Assert.Equal(["id", "text", "sources"], Names(step)));
        Assert.Equal(
            """[{"rule":"expectedRecovery","urgency":"expected","basis":"stated","sources":["S02a","S24","S09"]}]""",
            body.GetProperty("reasons").GetRawText());
        Assert.All(
            new[] { "holds", "considerations", "contacts", "missing" }, name => Assert.Equal(0, body.GetProperty(name).GetArrayLength()));
        Assert.Equal(["id", "version", "sha256"], Names(body.GetProperty("ruleset")));
    }

    [Fact]
    public async Task Nothing_given_is_urgent_at_an_unknown_time_with_everything_missing()
    {
        var (status, body) = await server.PostAsync("{}");
        Assert.Equal(200, status);
        Assert.Equal("urgent", body.GetProperty("urgency").GetString());
        Assert.Equal("from4hTo24h", body.GetProperty("band").GetString());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("elapsedMinutes").ValueKind);
        Assert.Equal("2026-11-22T11:30:00+00:00", body.GetProperty("validUntil").GetString());
        Assert.Equal(
            [
                "blockTime", "numbness", "distribution", "radicularSymptoms", "straightLegRaise", "motor.hipFlexion", "motor.kneeExtension",
                "motor.ankleDorsiflexion", "motor.anklePlantarflexion", "motor.toes", "reflexes.knee", "reflexes.ankle",
                "redFlags.progressiveMotorWeakness", "redFlags.saddleAnesthesia", "redFlags.bowelBladderDysfunction", "redFlags.bilateralSymptoms",
            ],
            body.GetProperty("missing").EnumerateArray().Select(path => path.GetString()!));
        Assert.All(body.GetProperty("holds").EnumerateArray(), hold => Assert.Equal(["id", "text", "until", "sources"], Names(hold)));
        Assert.Equal(["mobilization", "discharge"], body.GetProperty("holds").EnumerateArray().Select(Id));
    }

    [Fact]
    public async Task A_red_flag_in_an_anticoagulated_patient_marks_the_hematoma_S32_S35()
    {
        var (_, body) = await server.PostAsync("""{ "redFlags": { "saddleAnesthesia": "yes" }, "context": { "anticoagulated": "yes" } }""");
        Assert.Equal("emergency", body.GetProperty("urgency").GetString());
        Assert.Equal("""["proceduralist","neurology","mri"]""", body.GetProperty("contacts").GetRawText());
        var considerations = body.GetProperty("considerations").EnumerateArray().ToArray();
        Assert.Equal("epiduralHematoma", Id(considerations[0]));
        Assert.Equal(["id", "text", "sources", "marked"], Names(considerations[0]));
        Assert.True(considerations[0].GetProperty("marked").GetBoolean());
        Assert.All(considerations[1..], item => Assert.Equal(["id", "text", "sources"], Names(item)));
    }

    [Fact]
    public async Task Earlier_exams_raise_the_urgency_S32_S42()
    {
        const string now = """
            { "numbness": "resolved", "straightLegRaise": "unable", "redFlags": { "progressiveMotorWeakness": "no" },
              "earlier": [ { "assessedAt": "2026-11-22T10:00:00Z", "straightLegRaise": "able" } ] }
            """;
        var (status, body) = await server.PostAsync(now);
        Assert.Equal(200, status);
        Assert.Equal("redFlag", body.GetProperty("reasons")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Null_counts_as_left_out()
    {
        var (status, body) = await server.PostAsync("""{ "blockTime": null, "motor": null, "context": { "agent": null } }""");
        Assert.Equal(200, status);
        Assert.Equal(16, body.GetProperty("missing").GetArrayLength());
    }

    [Fact]
    public async Task The_ruleset_is_listed_with_statements_and_rules()
    {
        var ct = TestContext.Current.CancellationToken;
        var body = JsonElement.Parse(await server.Client.GetStringAsync(new Uri("/api/ruleset", UriKind.Relative), ct));
        Assert.Equal("lumbar-mbb-numbness", body.GetProperty("ruleset").GetProperty("id").GetString());
        Assert.Equal(34, body.GetProperty("statements").GetArrayLength());
        Assert.Equal("redFlag", Id(body.GetProperty("rules")[0]));
        Assert.Equal("stated", body.GetProperty("rules")[0].GetProperty("basis").GetString());
    }

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
