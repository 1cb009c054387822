using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ClinicalBot.Api.Assessments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.Tests.Assessments;

/// <summary>A host with the assessment endpoints and nothing else. Its clock stands at 11:00 on 22 November 2026.</summary>
public sealed class AssessmentServer : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);

    private WebApplication? _app;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddAssessments();
        _app = builder.Build();
        _app.MapAssessments(new FakeTimeProvider(Now));
        await _app.StartAsync();
        Client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string body, string contentType = "application/json") =>
        await PostAsync(Encoding.UTF8.GetBytes(body), contentType);

    public async Task<(int Status, JsonElement Body)> PostAsync(byte[] body, string contentType = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType.Length == 0 ? null : MediaTypeHeaderValue.Parse(contentType);
        using var response = await Client.PostAsync(new Uri("/api/assessments", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if ((int)response.StatusCode != 200 && text.Length > 0)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }

        return ((int)response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    /// <summary>The fields that a refusal names.</summary>
    public async Task<IReadOnlyList<string>> RefusedFieldsAsync(string body)
    {
        var (status, problem) = await PostAsync(body);
        Assert.Equal(400, status);
        return [.. problem.GetProperty("errors").EnumerateObject().Select(error => error.Name)];
    }
}
