using ClinicalBot.Conversations.Triage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ClinicalBot.Hosting;

/// <summary>Serves the drawings of the cards (pictures/*.png): to everybody, since hosts fetch them without a token. They show nothing of a patient.</summary>
internal static class PictureEndpoints
{
    private const string Folder = "pictures/";

    /// <summary>Says where hosts fetch the drawings: from PublicHost, or in local mode from this machine. Without either cards have none.</summary>
    public static IServiceCollection AddPictures(this IServiceCollection services, BotMode mode)
    {
        services.AddOptions<PictureOptions>().Configure<IServer, IConfiguration>((pictures, server, settings) =>
        {
            var fixedAddress = settings["PublicHost"]?.Trim() is { Length: > 0 } host && Uri.CheckHostName(host) == UriHostNameType.Dns
                ? new Uri($"https://{host}/{Folder}") : null;
            pictures.Address = () => fixedAddress
                ?? (mode.IsLocal && server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
                    ? new Uri($"{address.TrimEnd('/')}/{Folder}") : null);
        });
        return services;
    }

    /// <summary>Maps one path a drawing.</summary>
    public static void MapPictures(this IEndpointRouteBuilder endpoints)
    {
        var assembly = typeof(PictureEndpoints).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            endpoints.MapGet("/" + name, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=86400";
                http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
                return Results.Bytes(content, "image/png");
            }).AllowAnonymous().ExcludeFromDescription();
        }
    }
}
