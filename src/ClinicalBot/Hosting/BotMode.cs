namespace ClinicalBot.Hosting;

/// <summary>Local mode (no app id, this machine only) or registered with a channel. Anything in between is refused at start.</summary>
/// <param name="AppId">The bot's app id; null in local mode.</param>
internal sealed record BotMode(string? AppId)
{
    private const string DefaultUrl = "http://localhost:3978";

    /// <summary>No caller is authenticated; only this machine is answered.</summary>
    public bool IsLocal => AppId is null;

    /// <summary>
    /// Decides from the configuration, and gives the server its default address when none is configured. What is wrong (no app id outside
    /// Development, or on an address others can reach) is told when the options are validated, and the start ends there.
    /// </summary>
    public static BotMode Decide(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var urls = settings["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var elsewhere = settings["http_ports"] ?? settings["https_ports"] ?? settings.GetSection("Kestrel:Endpoints").GetChildren().FirstOrDefault()?.Key;
        if (urls.Length == 0 && elsewhere is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        if (settings["MicrosoftAppId"] is { Length: > 0 } appId)
        {
            return new BotMode(appId);
        }

        if (!builder.Environment.IsDevelopment())
        {
            SettingFaults.Add(
                builder.Services,
                $"MicrosoftAppId is not set, and without it the bot runs only in Development (this is {builder.Environment.EnvironmentName}). "
                + "Set MicrosoftAppId to the app id of the bot's registration, or ASPNETCORE_ENVIRONMENT=Development to try it on this machine.");
            return new BotMode("");
        }

        if (elsewhere is not null || Array.Exists(urls, url => !IsLoopback(url)))
        {
            SettingFaults.Add(
                builder.Services,
                "MicrosoftAppId is not set, and without it the bot listens only on this machine. "
                + $"Set MicrosoftAppId, or listen on a loopback address, for example --urls {DefaultUrl}.");
        }

        return new BotMode(AppId: null);
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
