using System.Net;
using System.Security.Authentication;
using System.Text;

namespace ClinicalBot.Doctor;

/// <summary>Whether the address Teams calls leads to the bot: name, certificate and reverse proxy, as far as they can be seen from here.</summary>
internal sealed class PublicHostCheckup(IHttpClientFactory clients, IConfiguration settings)
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    public const string ClientName = "ClinicalBot.PublicHost";

    private const string Check = "publicHost";
    private const string Outside = "Where the site's network does not lead back to itself, check from outside with curl, as docs/deploy.md shows.";

    /// <summary>Calls it as Teams would, without a token.</summary>
    /// <param name="isRunning">Something holds the database, so that the bot should answer.</param>
    public async Task<Finding> RunAsync(bool isRunning)
    {
        if (settings["PublicHost"]?.Trim() is not { Length: > 0 } host)
        {
            return Finding.Note(Check, "PublicHost is not set, so the way from Teams was not looked at.",
                "Set PublicHost to the name Teams reaches the bot by; the app package needs it too.");
        }

        if (!Uri.TryCreate($"https://{host}/api/messages", UriKind.Absolute, out var address) || address.Host != host)
        {
            return Finding.Wrong(Check, "PublicHost is no name.", "Set PublicHost to the name alone, such as bot.example.org, without scheme, port and path.");
        }

        try
        {
            using var http = clients.CreateClient(ClientName);
            using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(address, nothing);
            return Judge(response, address, isRunning);
        }
        catch (HttpRequestException failure) when (failure.InnerException is AuthenticationException)
        {
            return Finding.Wrong(
                Check, $"The certificate of {host} is not trusted, and Teams will not call it.",
                "Install one for that name that chains to a public root and has not ended, with the certificates between them.");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return Finding.Note(
                Check, $"{address} cannot be reached from this machine "
                    + $"({(failure as HttpRequestException)?.HttpRequestError.ToString() ?? "no answer in time"}).",
                $"Let the name lead to the reverse proxy (name resolution, firewall). {Outside}");
        }
    }

    private static Finding Judge(HttpResponseMessage response, Uri address, bool isRunning)
    {
        var status = $"{address} answers {(int)response.StatusCode}";
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized when response.Headers.WwwAuthenticate.Any(way => way.Scheme == "Bearer") =>
                Finding.Fine(Check, $"{address} leads to the bot, which asks for a token"),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout when !isRunning =>
                Finding.Note(Check, $"{status}: the reverse proxy is there, the bot is stopped.", "Run doctor again while the bot runs."),
            _ => Finding.Wrong(Check, $"{status}: it does not lead to the bot.", "Let the reverse proxy pass /api/messages to the address in urls, unchanged."),
        };
    }
}
