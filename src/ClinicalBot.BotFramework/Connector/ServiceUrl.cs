using System.Diagnostics.CodeAnalysis;

namespace ClinicalBot.BotFramework;

/// <summary>The address of a connector.</summary>
internal static class ServiceUrl
{
    /// <summary>
    /// Reads an absolute http or https address. A user part is refused because it disguises the host, query and fragment because a path
    /// is appended.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? serviceUrl) =>
        Uri.TryCreate(text, UriKind.Absolute, out serviceUrl)
        && (serviceUrl.Scheme == Uri.UriSchemeHttp || serviceUrl.Scheme == Uri.UriSchemeHttps)
        && serviceUrl.Host.Length > 0
        && serviceUrl.UserInfo.Length == 0
        && serviceUrl.Query.Length == 0
        && serviceUrl.Fragment.Length == 0;
}
