using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.Api.CdsHooks;
using ClinicalBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicalBot.Tests.CdsHooks;

/// <summary>What the CDS Hooks service answers, asked as the sandbox of cds-hooks.org asks.</summary>
public sealed class CdsServiceTests
{
    [Fact]
    public async Task Discovery_describes_the_service_and_asks_for_the_sites_codes()
    {
        await using var site = await CdsSite.StartAsync();

        using var response = await site.Bot.SendAsync(HttpMethod.Get, "/cds-services", site.Token("/cds-services"));

        var service = Assert.Single(JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .GetProperty("services").EnumerateArray());
        Assert.Equal(("patient-view", "numb-leg-after-block"), (service.GetProperty("hook").GetString(), service.GetProperty("id").GetString()));
        Assert.Equal("Procedure?patient={{context.patientId}}&code=http://www.ama-assn.org/go/cpt|64493&_sort=-date&_count=20",
            service.GetProperty("prefetch").GetProperty("block").GetString());
        Assert.StartsWith("Observation?patient={{context.patientId}}&code=https://site.example.org/obs|slr,",
            service.GetProperty("prefetch").GetProperty("exam").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_sent_the_card_says_so_and_leads_to_a_triage()
    {
        await using var site = await CdsSite.StartAsync();

        var card = Assert.Single(await site.CardsAsync("sandbox-without-prefetch.json"));

        Check(card, "info");
        Assert.Contains("Nothing is known here", card.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains("Not known is not well", card.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://teams.microsoft.com/l/chat/0/0?users=28%3Abot-app&message=triage",
            Assert.Single(card.GetProperty("links").EnumerateArray()).GetProperty("url").GetString());
    }

    [Fact]
    public async Task An_exam_on_record_is_decided_by_the_rules_core()
    {
        await using var site = await CdsSite.StartAsync();

        var incomplete = Assert.Single(await site.CardsAsync("sandbox-with-prefetch.json", ("slr", "can")));
        var urgent = Assert.Single(await site.CardsAsync("sandbox-with-prefetch.json", ("slr", "cannot")));
        var notMapped = Assert.Single(await site.CardsAsync("sandbox-with-prefetch.json", ("slr", "perhaps")));

        Check(incomplete, "warning");
        Assert.Contains("Incomplete:", incomplete.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Check(urgent, "warning");
        Assert.Contains("Urgent:", urgent.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains("S05", urgent.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("Incomplete:", notMapped.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Equal(["findingsChanged", "otherCause", "decidedOtherwise", "notAvailable"],
            urgent.GetProperty("overrideReasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()!));
    }

    [Fact]
    public async Task A_red_flag_on_record_is_critical_and_a_month_old_block_is_none()
    {
        await using var site = await CdsSite.StartAsync();
        var request = CdsSite.Request("sandbox-with-prefetch.json", ("slr", "can"));

        var (_, flag) = await site.PostAsync(CdsSite.Service, request.Replace("\"valueBoolean\": false", "\"valueBoolean\": true", StringComparison.Ordinal));
        var (_, none) = await site.PostAsync(CdsSite.Service, request.Replace("\"64493\"", "\"12345\"", StringComparison.Ordinal));
        var (_, found) = await site.PostAsync(CdsSite.Service, Cut(request, "block", "null"));

        Check(Assert.Single(flag.GetProperty("cards").EnumerateArray()), "critical");
        Assert.Empty(none.GetProperty("cards").EnumerateArray());
        Assert.Empty(found.GetProperty("cards").EnumerateArray());
    }

    [Fact]
    public async Task A_block_without_an_exam_is_told_as_not_known()
    {
        await using var site = await CdsSite.StartAsync();
        var request = CdsSite.Request("sandbox-with-prefetch.json", ("slr", "can"));

        foreach (var exam in new[] { "null", "{ \"resourceType\": \"Bundle\" }", "{ \"resourceType\": \"Bundle\", \"link\": [ { \"relation\": \"next\" } ] }" })
        {
            var (_, body) = await site.PostAsync(CdsSite.Service, Cut(request, "exam", exam));
            Assert.Contains("nothing is known of it", Assert.Single(body.GetProperty("cards").EnumerateArray()).GetProperty("summary").GetString(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_about_another_patient_or_another_hook_is_refused()
    {
        await using var site = await CdsSite.StartAsync();
        var request = CdsSite.Request("sandbox-with-prefetch.json", ("slr", "can"));

        foreach (var (wrong, field) in new[]
        {
            (request.Replace("Patient/smart-1288992", "Patient/another", StringComparison.Ordinal), "prefetch.exam"),
            (request.Replace("patient-view", "order-sign", StringComparison.Ordinal), "hook"),
            (request.Replace("\"hookInstance\"", "\"other\"", StringComparison.Ordinal), "hookInstance"),
            ("{}", "context.patientId"),
            ("[1]", "context.patientId"),
        })
        {
            var (status, problem) = await site.PostAsync(CdsSite.Service, wrong);
            Assert.Equal(400, status);
            Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
        }
    }

    [Fact]
    public async Task Feedback_goes_into_the_record_and_the_report_without_what_was_typed()
    {
        await using var site = await CdsSite.StartAsync();
        var card = Assert.Single(await site.CardsAsync("sandbox-with-prefetch.json", ("slr", "cannot"))).GetProperty("uuid").GetString()!;
        var feedback = CdsSite.Request("feedback-overridden.json", ("card", card));

        Assert.Equal(200, (await site.PostAsync(CdsSite.Service + "/feedback", feedback)).Status);
        Assert.Equal(400, (await site.PostAsync(CdsSite.Service + "/feedback",
            CdsSite.Request("feedback-overridden.json", ("card", "00000000-0000-8000-8000-000000000000")))).Status);
        Assert.Equal(400, (await site.PostAsync(CdsSite.Service + "/feedback", feedback.Replace("overridden", "ignored", StringComparison.Ordinal))).Status);

        var line = Assert.Single(await site.Bot.Services.GetRequiredService<ITurnStore>()
            .ReadRecordAsync("home-tenant/cds-hooks", TestContext.Current.CancellationToken));
        var kept = System.Text.Encoding.UTF8.GetString(line.Body);
        Assert.Contains("\"outcome\":\"overridden\",\"reason\":\"otherCause\"", kept, StringComparison.Ordinal);
        Assert.Contains("\"urgency\":\"urgent\"", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Miller", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("1288992", kept, StringComparison.Ordinal);
        var reader = site.Bot.ApiToken(claims => claims["roles"] = new JsonArray("ReadAudit"));
        using var report = await site.Bot.SendAsync(HttpMethod.Get, "/api/report", reader);
        Assert.Contains("\"cdsFeedback\":{\"otherCause\":1}", await report.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_may_ask_and_no_other()
    {
        await using var site = await CdsSite.StartAsync();

        Assert.Equal("https://ehr.example.org", await AllowedAsync(site, "https://ehr.example.org"));
        Assert.Null(await AllowedAsync(site, "https://evil.example"));
    }

    /// <summary>A card has what the specification demands, names its source and leads on.</summary>
    private static void Check(JsonElement card, string indicator)
    {
        Assert.InRange(card.GetProperty("summary").GetString()!.Length, 10, 139);
        Assert.Equal(indicator, card.GetProperty("indicator").GetString());
        Assert.True(Guid.TryParse(card.GetProperty("uuid").GetString(), out _));
        Assert.Contains("unsigned", card.GetProperty("source").GetProperty("label").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("https://", card.GetProperty("source").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("lumbar-mbb-numbness", card.GetProperty("source").GetProperty("topic").GetProperty("code").GetString());
        Assert.Equal("absolute", Assert.Single(card.GetProperty("links").EnumerateArray()).GetProperty("type").GetString());
        Assert.False(card.TryGetProperty("suggestions", out _));
    }

    private static async Task<string?> AllowedAsync(CdsSite site, string origin)
    {
        using var content = new StringContent("");
        content.Headers.TryAddWithoutValidation("Origin", origin);
        content.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "POST");
        content.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", "authorization,content-type");
        using var response = await site.Bot.SendAsync(HttpMethod.Options, CdsSite.Service, null, content);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? Assert.Single(allowed) : null;
    }

    /// <summary>A request with another prefetch under a key.</summary>
    private static string Cut(string request, string key, string other)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(request)!;
        body["prefetch"]![key] = System.Text.Json.Nodes.JsonNode.Parse(other);
        return body.ToJsonString();
    }
}
