using System.Text.Json;
using System.Text.RegularExpressions;
using ClinicalBot.Hosting;

namespace ClinicalBot.Package;

/// <summary>The app's manifest with places for what differs from site to site: "{{Key}}" is the setting of that name.</summary>
internal static class ManifestTemplate
{
    private static readonly Dictionary<string, (Func<string, bool> IsValid, string Fix)> Settings = new(StringComparer.Ordinal)
    {
        ["MicrosoftAppId"] = (value => Guid.TryParseExact(value, "D", out _), "Set it to the app id of the bot's registration, a GUID."),
        ["PublicHost"] = (IsHost, "Set it to the name Teams reaches the bot by, such as bot.example.org, without scheme, port and path."),
        ["Publisher:Name"] = (value => value.Length <= 32, "Set it to who answers for the app at the site, at most 32 characters."),
        ["Publisher:WebsiteUrl"] = (IsHttps, "Set it to the https address of a page with help for the app."),
        ["Publisher:PrivacyUrl"] = (IsHttps, "Set it to the https address of the site's privacy statement."),
        ["Publisher:TermsOfUseUrl"] = (IsHttps, "Set it to the https address of the site's terms of use."),
    };

    /// <summary>Fills the places.</summary>
    /// <param name="template">The template.</param>
    /// <param name="settings">The site's settings.</param>
    /// <param name="version">The app's version, "{{Version}}".</param>
    /// <exception cref="SettingsException">Settings are missing or wrong; names each with the fix.</exception>
    public static string Fill(string template, IConfiguration settings, string version)
    {
        var faults = new List<string>();
        var filled = Place.Replace(template, place =>
        {
            var key = place.Groups["key"].Value;
            return JsonEncodedText.Encode(key == "Version" ? version : Read(key, settings, faults)).ToString();
        });
        return faults.Count == 0 ? filled : throw new SettingsException(string.Join("\n", faults.Distinct()));
    }

    private static string Read(string key, IConfiguration settings, List<string> faults)
    {
        var (isValid, fix) = Settings[key];
        var value = settings[key]?.Trim() ?? "";
        if (value.Length == 0 || !isValid(value))
        {
            faults.Add($"{key} is {(value.Length == 0 ? "not set" : "wrong")}. {fix}");
        }

        return value;
    }

    private static bool IsHost(string value) => Uri.CheckHostName(value) == UriHostNameType.Dns && value.Contains('.', StringComparison.Ordinal);

    private static bool IsHttps(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static readonly Regex Place = new(@"\{\{(?<key>[\w:]+)\}\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
