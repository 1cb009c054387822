namespace ClinicalBot.BotFramework;

/// <summary>
/// Who the bot is and whom it trusts. The properties are configuration keys of the same names, at the root, as every Bot Framework bot
/// has them. Secrets belong in the environment or a secret store, never in a file that is checked in.
/// </summary>
public sealed class BotAuthenticationOptions
{
    /// <summary>The app id of the bot's registration: the audience of every token that is accepted.</summary>
    public string MicrosoftAppId { get; set; } = "";

    /// <summary>What kind of identity that is.</summary>
    public BotAppType MicrosoftAppType { get; set; } = BotAppType.SingleTenant;

    /// <summary>The app's own tenant. May be missing only with <see cref="BotAppType.MultiTenant"/>.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>The client secret. Either this or <see cref="MicrosoftAppCertificatePath"/>; neither with a managed identity.</summary>
    public string? MicrosoftAppPassword { get; set; }

    /// <summary>A certificate with its private key: PKCS #12 (.pfx, .p12), or PEM (any other name).</summary>
    public string? MicrosoftAppCertificatePath { get; set; }

    /// <summary>The password of that file, when it has one.</summary>
    public string? MicrosoftAppCertificatePassword { get; set; }

    /// <summary>The cloud the bot is registered in.</summary>
    public CloudName Cloud { get; set; } = CloudName.Public;

    /// <summary>OpenID metadata of the channel's tokens; the cloud's when null. https, or http on loopback in Development.</summary>
    public string? BotOpenIdMetadata { get; set; }

    /// <summary>OpenID metadata of Entra tokens for the bot's own API; the tenant's when null. The same rules apply.</summary>
    public string? ApiOpenIdMetadata { get; set; }

    /// <summary>Tenants whose people may talk to the bot and whose apps may call its API; the app's own when empty.</summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>Channels the bot answers; "msteams" when empty.</summary>
    public IList<string> AllowedChannels { get; } = [];

    /// <summary>Hosts of connectors that get a token, besides the cloud's own: "name" or "*.name".</summary>
    public IList<string> ChannelHosts { get; } = [];

    /// <summary>
    /// The host runs in Development: http is taken on loopback, for metadata and connectors. Set by the host, not by configuration.
    /// </summary>
    internal bool AllowLoopbackHttp { get; set; }

    internal BotCloud CloudAddresses => BotCloud.Of(Cloud);

    internal IEnumerable<string> Tenants =>
        AllowedTenants.Count > 0 ? AllowedTenants : MicrosoftAppTenantId is { Length: > 0 } own ? [own] : [];

    internal IEnumerable<string> Channels => AllowedChannels.Count > 0 ? AllowedChannels : ["msteams"];

    internal string ChannelMetadata => BotOpenIdMetadata is { Length: > 0 } set ? set : CloudAddresses.OpenIdMetadata;

    internal string EntraMetadata => ApiOpenIdMetadata is { Length: > 0 } set
        ? set
        : $"{CloudAddresses.Login}{(MicrosoftAppTenantId is { Length: > 0 } own ? own : "common")}/v2.0/.well-known/openid-configuration";
}
