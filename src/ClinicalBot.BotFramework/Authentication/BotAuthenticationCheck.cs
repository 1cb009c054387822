using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClinicalBot.BotFramework;

/// <summary>Asks once, for an operator, what a registered bot needs from outside: the keys of both issuers, and a token of its own.</summary>
public sealed class BotAuthenticationCheck
{
    private readonly BotAuthenticationOptions _bot;
    private readonly SigningKeys _channel;
    private readonly SigningKeys _api;
    private readonly BotTokens _tokens;

    internal BotAuthenticationCheck(IServiceProvider services)
    {
        _bot = services.GetRequiredService<IOptions<BotAuthenticationOptions>>().Value;
        _channel = services.GetRequiredKeyedService<SigningKeys>(ChannelTokenScheme.Name);
        _api = services.GetRequiredKeyedService<SigningKeys>(ApiTokenScheme.Name);
        _tokens = services.GetRequiredService<BotTokens>();
    }

    /// <summary>Channels that are answered.</summary>
    public IEnumerable<string> Channels => _bot.Channels;

    /// <summary>Tenants whose people are answered.</summary>
    public IEnumerable<string> Tenants => _bot.Tenants;

    /// <summary>Address of the metadata of the channel's tokens.</summary>
    public string ChannelMetadata => _bot.ChannelMetadata;

    /// <summary>Address of the metadata of tokens for the bot's own API.</summary>
    public string ApiMetadata => _bot.EntraMetadata;

    /// <summary>True when the channel's keys can be fetched.</summary>
    public Task<bool> HasChannelKeysAsync(CancellationToken cancellationToken = default) => HasKeysAsync(_channel, cancellationToken);

    /// <summary>True when the keys of the API's tokens can be fetched.</summary>
    public Task<bool> HasApiKeysAsync(CancellationToken cancellationToken = default) => HasKeysAsync(_api, cancellationToken);

    /// <summary>Null when the bot gets a token for connectors; otherwise why not, such as "invalid_client AADSTS7000215".</summary>
    public async Task<string?> WhyNoTokenAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _tokens.GetAsync(cancellationToken);
            return null;
        }
        catch (TokenUnavailableException unavailable)
        {
            return unavailable.Reason;
        }
    }

    private static async Task<bool> HasKeysAsync(SigningKeys keys, CancellationToken cancellationToken)
    {
        try
        {
            return (await keys.GetConfigurationAsync(cancellationToken)).SigningKeys.Count > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
