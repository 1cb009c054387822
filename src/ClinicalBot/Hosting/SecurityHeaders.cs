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
            foreach (var (name, value) in Defaults)
            {
                http.Response.Headers.TryAdd(name, value);
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
