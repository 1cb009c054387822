using ClinicalBot.Phrases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>A service that could not tell who calls, or what a code means, is not started.</summary>
internal sealed class CdsHooksValidation(IConfiguration settings) : IValidateOptions<CdsHooksOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CdsHooksOptions options) =>
        options.Enabled && Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private IEnumerable<string> Faults(CdsHooksOptions options)
    {
        if (options.BaseUrl.Length > 0 && !IsAddress(options.BaseUrl))
        {
            yield return $"CdsHooks:BaseUrl is \"{options.BaseUrl}\". Set it to https and the name clients reach the bot by, such as https://bot.example.org.";
        }

        if (settings["MicrosoftAppId"] is { Length: > 0 })
        {
            if (options.BaseUrl.Length == 0 && settings["PublicHost"] is not { Length: > 0 })
            {
                yield return "CdsHooks:BaseUrl is not set, and neither is PublicHost. Set one: the tokens of clients are for that address.";
            }

            if (options.Clients.Count == 0)
            {
                yield return "CdsHooks:Clients is empty, so nobody could call. Name each client's Issuer, and its Jku or KeysFile.";
            }
        }

        foreach (var fault in options.Clients.SelectMany(Faults)
            .Concat(options.Origins.Where(origin => !IsOrigin(origin))
                .Select(origin => $"CdsHooks:Origins has \"{origin}\". Write an origin as https://sandbox.cds-hooks.org, without a path."))
            .Concat(options.BlockCodes.Where(code => !IsCode(code)).Select(code => $"CdsHooks:BlockCodes has \"{code}\". Write a code as system|code."))
            .Concat(options.Findings.SelectMany(Faults)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Faults(CdsClient client, int index)
    {
        if (client.Issuer.Length == 0)
        {
            yield return $"CdsHooks:Clients:{index}:Issuer is not set. Set it to the \"iss\" of the client's tokens.";
        }

        if (client.Jku.Length == 0 == (client.KeysFile.Length == 0))
        {
            yield return $"CdsHooks:Clients:{index} needs Jku or KeysFile, one of the two: where the client's public keys are.";
        }
        else if (client.Jku.Length > 0 && !IsAddress(client.Jku))
        {
            yield return $"CdsHooks:Clients:{index}:Jku is \"{client.Jku}\". Set it to an https address.";
        }
        else if (client.KeysFile.Length > 0 && !File.Exists(client.KeysFile))
        {
            yield return $"CdsHooks:Clients:{index}:KeysFile is \"{client.KeysFile}\", and there is no such file.";
        }
    }

    private static IEnumerable<string> Faults(FindingCode code, int index)
    {
        if (!IsCode(code.Code))
        {
            yield return $"CdsHooks:Findings:{index}:Code is \"{code.Code}\". Write a code as system|code.";
        }

        if (FindingTable.Find(code.Finding) is not { } finding)
        {
            yield return $"CdsHooks:Findings:{index}:Finding is \"{code.Finding}\". Set it to one of: "
                + $"{string.Join(", ", FindingTable.All.Select(each => each.Path))}.";
            yield break;
        }

        foreach (var value in code.Values.Where(value => value.Code.Length == 0 || !finding.Values.Contains(value.Value)))
        {
            yield return $"CdsHooks:Findings:{index}:Values has \"{value.Code}\" as \"{value.Value}\". Set Value to one of: "
                + $"{string.Join(", ", finding.Values)}.";
        }
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsOrigin(string text) => IsAddress(text) && new Uri(text).GetLeftPart(UriPartial.Authority) == text;

    private static bool IsCode(string text) => text.IndexOf('|', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1;
}
