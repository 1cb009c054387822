using System.Net;
using System.Text.Json;
using ClinicalBot.Api.Assessments;
using ClinicalBot.Api.Reference;
using ClinicalBot.Conversations.Reference;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Hosting;

namespace ClinicalBot.Tests.Reference;

public sealed class ReferenceEndpointTests : IAsyncLifetime
{
    private WebApplication? _app;
    private HttpClient? _client;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddAssessments();
        builder.Services.AddReferenceApi();
        builder.Services.AddSingleton<ReferenceIndex>();
        _app = builder.Build();
        _app.MapAssessments();
        _app.MapReference();
        await _app.StartAsync();
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client!.Dispose();
        await _app!.DisposeAsync();
    }

    [Fact]
    public async Task Answers_exactly_what_is_documented()
    {
        var (status, body) = await GetAsync("/api/reference?q=dorsiflexion");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["results"], body.EnumerateObject().Select(property => property.Name));
        var first = body.GetProperty("results")[0];
        Assert.Equal(["id", "title", "text", "sources", "references"], first.EnumerateObject().Select(property => property.Name));
        Assert.Equal("l5", first.GetProperty("id").GetString());
        Assert.Equal("""["S30","S31","S07"]""", first.GetProperty("sources").GetRawText());
        Assert.Equal("[4]", first.GetProperty("references").GetRawText());
    }

    [Theory]
    [InlineData("/api/reference?q=aspirin%20dose", 0)]
    [InlineData("/api/reference?q=", 10)]
    [InlineData("/api/reference", 10)]
    [InlineData("/api/reference?q=S27", 1)]
    public async Task Gives_as_many_as_fit(string path, int count)
    {
        var (status, body) = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(count, body.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task Refuses_a_query_that_is_too_long()
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/reference?q=" + new string('x', 200))).Status);
        var (status, problem) = await GetAsync("/api/reference?q=" + new string('x', 201));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("At most 200 characters.", problem.GetProperty("errors").GetProperty("q")[0].GetString());
    }

    [Fact]
    public async Task Is_described()
    {
        var (_, document) = await GetAsync("/openapi/v1.json");
        var get = document.GetProperty("paths").GetProperty("/api/reference").GetProperty("get");
        var query = Assert.Single(get.GetProperty("parameters").EnumerateArray());
        Assert.Equal(200, query.GetProperty("schema").GetProperty("maxLength").GetInt32());
        Assert.Equal(["200", "400"], get.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order());
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string path)
    {
        using var response = await _client!.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(
            response.IsSuccessStatusCode ? "application/json" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
