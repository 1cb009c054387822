namespace ClinicalBot.Hosting;

/// <summary>What a browser may do with an answer that says nothing else: show it, and no more. Pages bring their own policy.</summary>
internal static class SecurityHeaders
{
    private static readonly (string Name, string Value)[] Defaults =
    [
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ];

    /// <summary>Adds them to every answer, errors included. Place it first.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            // A page that names who may frame it says more than this header can, which knows only everybody and nobody.
            var isFramed = http.Response.Headers.ContentSecurityPolicy.ToString().Contains("frame-ancestors https:", StringComparison.Ordinal);
            foreach (var (name, value) in Defaults.Where(header => !isFramed || header.Name != "X-Frame-Options"))
            {
                http.Response.Headers.TryAdd(name, value);
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
