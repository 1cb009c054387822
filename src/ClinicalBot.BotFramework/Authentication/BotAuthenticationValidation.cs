using Microsoft.Extensions.Options;

namespace ClinicalBot.BotFramework;

/// <summary>Says at start which setting is missing or wrong, and what to set.</summary>
internal sealed class BotAuthenticationValidation : IValidateOptions<BotAuthenticationOptions>
{
    public ValidateOptionsResult Validate(string? name, BotAuthenticationOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(BotAuthenticationOptions bot) =>
        [.. Identity(bot), .. Credential(bot), .. Metadata(bot), .. Lists(bot)];

    private static IEnumerable<string> Identity(BotAuthenticationOptions bot)
    {
        if (string.IsNullOrWhiteSpace(bot.MicrosoftAppId))
        {
            yield return "MicrosoftAppId is not set. Set it to the app id of the bot's registration.";
        }

        if (!Enum.IsDefined(bot.MicrosoftAppType))
        {
            yield return $"MicrosoftAppType is unknown. Set it to one of {string.Join(", ", Enum.GetNames<BotAppType>())}.";
        }

        if (!Enum.IsDefined(bot.Cloud))
        {
            yield return $"Cloud is unknown. Set it to one of {string.Join(", ", Enum.GetNames<CloudName>())}.";
        }

        if (bot.MicrosoftAppType != BotAppType.MultiTenant && string.IsNullOrWhiteSpace(bot.MicrosoftAppTenantId))
        {
            yield return $"MicrosoftAppTenantId is not set, and MicrosoftAppType is {bot.MicrosoftAppType}. Set it to the tenant of the bot's registration.";
        }
        else if (bot.MicrosoftAppTenantId?.Contains('/', StringComparison.Ordinal) == true)
        {
            yield return "MicrosoftAppTenantId is no tenant. Set it to the tenant's id, without an address around it.";
        }
    }

    private static IEnumerable<string> Credential(BotAuthenticationOptions bot)
    {
        var secret = !string.IsNullOrEmpty(bot.MicrosoftAppPassword);
        var certificate = !string.IsNullOrEmpty(bot.MicrosoftAppCertificatePath);
        if (bot.MicrosoftAppType == BotAppType.UserAssignedMSI)
        {
            if (secret || certificate)
            {
                yield return "MicrosoftAppType is UserAssignedMSI, which has no secret. Remove MicrosoftAppPassword and MicrosoftAppCertificatePath.";
            }
        }
        else if (secret == certificate)
        {
            yield return secret
                ? "MicrosoftAppPassword and MicrosoftAppCertificatePath are both set. Remove one."
                : "Neither MicrosoftAppPassword nor MicrosoftAppCertificatePath is set. Set one, in the environment or a secret store.";
        }
        else if (certificate && !BotCertificate.CanLoad(bot))
        {
            yield return "MicrosoftAppCertificatePath names no certificate that can be read. Set it to a .pfx or .pem file with the private key, and "
                + "MicrosoftAppCertificatePassword if it has one.";
        }
    }

    private static IEnumerable<string> Metadata(BotAuthenticationOptions bot)
    {
        foreach (var (key, address) in new[]
                 {
                     (nameof(bot.BotOpenIdMetadata), bot.BotOpenIdMetadata), (nameof(bot.ApiOpenIdMetadata), bot.ApiOpenIdMetadata),
                 })
        {
            if (address is { Length: > 0 }
                && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && TrustedAddress.IsTrusted(uri, bot.AllowLoopbackHttp)))
            {
                yield return $"{key} is not trustworthy. Set it to an https address (http only on loopback, in Development), or remove it.";
            }
        }
    }

    private static IEnumerable<string> Lists(BotAuthenticationOptions bot)
    {
        // Any other type has been told to set MicrosoftAppTenantId.
        if (bot.MicrosoftAppType == BotAppType.MultiTenant && !bot.Tenants.Any())
        {
            yield return "AllowedTenants is empty and there is no MicrosoftAppTenantId. Set AllowedTenants:0 to the first tenant the bot serves.";
        }

        if (bot.Tenants.Concat(bot.Channels).Any(item => string.IsNullOrWhiteSpace(item) || item == "*"))
        {
            yield return "AllowedTenants or AllowedChannels holds an empty entry or \"*\". Name each tenant and channel.";
        }

        if (bot.ChannelHosts.Any(host => Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) == UriHostNameType.Unknown))
        {
            yield return "ChannelHosts holds an entry that is no host. Write a name, or \"*.\" and a name, without a scheme or a path.";
        }
    }
}
