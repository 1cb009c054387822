namespace ClinicalBot.BotFramework;

/// <summary>The addresses of one cloud. Source: the Bot Framework's public authentication documents and constants.</summary>
/// <param name="TokenIssuer">Who issues the tokens channels send, exactly.</param>
/// <param name="OpenIdMetadata">Where the keys of those tokens are described.</param>
/// <param name="Login">Where Entra issues tokens; ends in a slash.</param>
/// <param name="ConnectorScope">What a token for connectors is asked for.</param>
/// <param name="BotTenant">The tenant that issues connector tokens to a multi-tenant bot.</param>
/// <param name="ChannelHosts">Hosts of connectors; "*.example" means every name below it.</param>
internal sealed record BotCloud(
    string TokenIssuer, string OpenIdMetadata, string Login, string ConnectorScope, string BotTenant, IReadOnlyList<string> ChannelHosts)
{
    private static readonly BotCloud Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/",
        "https://api.botframework.com/.default",
        "botframework.com",
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "*.botframework.com"]);

    private static readonly BotCloud UsGovernment = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us/",
        "https://api.botframework.us/.default",
        "MicrosoftServices.onmicrosoft.us",
        ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us", "*.botframework.azure.us", "*.botframework.us"]);

    /// <summary>The addresses of a named cloud.</summary>
    public static BotCloud Of(CloudName name) => name switch
    {
        CloudName.Public => Public,
        CloudName.USGovernment => UsGovernment,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a cloud."),
    };
}

/// <summary>The setting "Cloud": where the bot is registered.</summary>
public enum CloudName
{
    /// <summary>Azure and Teams for everybody, GCC included.</summary>
    Public,

    /// <summary>Azure Government: Teams GCC High and DoD.</summary>
    USGovernment,
}
