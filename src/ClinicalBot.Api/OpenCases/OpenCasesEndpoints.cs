using System.Security.Claims;

namespace ClinicalBot.Api.OpenCases;

/// <summary>
/// The personal tab "Open cases" of the Teams app: a page without data, and what it shows, which only a person of the tenant gets. Read only, and of a case
/// only what a channel may know.
/// </summary>
internal static class OpenCasesEndpoints
{
    /// <summary>The delegated permission that Teams asks for in the person's name: docs/deploy.md.</summary>
    public const string Scope = "access_as_user";

    private const string Folder = "tab/";

    // Teams on the web and on a desktop, and Microsoft 365, where personal tabs are shown too.
    private const string Policy =
        "default-src 'none'; script-src 'self' https://res.cdn.office.net; style-src 'self'; connect-src 'self' https://res.cdn.office.net; "
        + "frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com "
        + "https://*.office.com; base-uri 'none'; form-action 'none'";

    /// <summary>Maps the page and GET /api/open-cases.</summary>
    /// <param name="app">The program.</param>
    /// <param name="isOfOneTenant">The person's token names the tenant; false in local mode, where there is no token.</param>
    /// <returns>The endpoint of the cases, for the host to put its access control on.</returns>
    public static RouteHandlerBuilder MapOpenCases(this WebApplication app, bool isOfOneTenant)
    {
        MapFile(app, "/tab/open-cases", "open-cases.html", "text/html; charset=utf-8");
        MapFile(app, "/tab/open-cases.js", "open-cases.js", "text/javascript; charset=utf-8");
        MapFile(app, "/tab/open-cases.css", "open-cases.css", "text/css; charset=utf-8");
        foreach (var texts in typeof(OpenCasesEndpoints).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder + "texts/", StringComparison.Ordinal)))
        {
            MapFile(app, "/" + texts, texts[Folder.Length..], "application/json");
        }

        return app.MapGet("/api/open-cases", async (ClaimsPrincipal person, OpenCasesReader reader, string? locale, CancellationToken gone) =>
            !isOfOneTenant ? Results.Json(await reader.ReadAsync(tenant: null, locale, gone), OpenCasesJson.Default.OpenCasesReply)
            : person.FindFirstValue("tid") is { Length: > 0 } tenant
                ? Results.Json(await reader.ReadAsync(tenant, locale, gone), OpenCasesJson.Default.OpenCasesReply)
                : Results.Forbid()).ExcludeFromDescription();
    }

    private static void MapFile(WebApplication app, string path, string name, string type)
    {
        using var resource = typeof(OpenCasesEndpoints).Assembly.GetManifestResourceStream(Folder + name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        app.MapGet(path, (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            return Results.Bytes(content, type);
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
