using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Hosting;
using ClinicalBot.Storage;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Doctor;

/// <summary>The checks, on a host that is built and not started.</summary>
internal sealed class Checkup(IServiceProvider services, BotMode mode)
{
    private static readonly string[] Imperatives = ["Set", "Remove", "Stop", "Start", "Mend", "Name", "Write"];

    private readonly DateTimeOffset _now = services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Every check in the order of a start. Without right settings the others would only say the same again.</summary>
    public async Task<List<Finding>> RunAsync()
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        var findings = new List<Finding> { Finding.Fine("settings", mode.IsLocal ? "complete, for local mode" : "complete") };
        if (services.GetRequiredService<IConfiguration>()["Site:TimeZone"] is { } zone && ZoneNames.ToIana(zone) is { } iana && iana != zone)
        {
            findings.Add(Finding.Note("settings", $"Site:TimeZone is \"{zone}\", as Windows calls it, and read as {iana}.",
                $"Set Site:TimeZone to {iana}, if that is the zone."));
        }

        var database = await DatabaseAsync();
        findings.Add(database);
        if (mode.IsLocal)
        {
            findings.AddRange(ActivatorUtilities.CreateInstance<ContactsCheckup>(services).RunLocal());
            return findings;
        }

        findings.Add(new EncryptionCheckup(services.GetRequiredService<IOptions<StorageOptions>>(), new DiskEncryption()).Run());
        findings.AddRange(ActivatorUtilities.CreateInstance<ContactsCheckup>(services).Run(_now));
        findings.AddRange(ActivatorUtilities.CreateInstance<PermissionsCheckup>(services).Run());
        findings.AddRange(await ActivatorUtilities.CreateInstance<PreflightCheckup>(services).RunAsync(_now));
        findings.Add(ActivatorUtilities.CreateInstance<ContentCheckup>(services).Run(_now));
        if (database.Ok)
        {
            await using var records = await StoredRecords.OpenAsync(services.GetRequiredService<IOptions<StorageOptions>>().Value);
            findings.AddRange(await ActivatorUtilities.CreateInstance<ReferencesCheckup>(services, records).RunAsync());
        }

        var outside = services.GetRequiredService<BotAuthenticationCheck>();
        findings.Add(Keys("channelKeys", await outside.HasChannelKeysAsync(), outside.ChannelMetadata, nameof(BotAuthenticationOptions.BotOpenIdMetadata)));
        findings.Add(Keys("apiKeys", await outside.HasApiKeysAsync(), outside.ApiMetadata, nameof(BotAuthenticationOptions.ApiOpenIdMetadata)));
        findings.Add(TokenAdvice.For(await outside.WhyNoTokenAsync()));
        findings.Add(await ActivatorUtilities.CreateInstance<PublicHostCheckup>(services).RunAsync(isRunning: database.Fix is not null));
        return findings;
    }

    /// <summary>A sentence of <see cref="StartFailure"/>: what is wrong, then what to do.</summary>
    /// <param name="check">What was looked at.</param>
    /// <param name="why">The sentence.</param>
    /// <param name="otherwise">What to do when the sentence does not say.</param>
    public static Finding Refused(string check, string why, string otherwise = "Correct it and run doctor again.")
    {
        var parts = Sentences(why);
        return Finding.Wrong(check, parts[0].Trim(), parts.Length > 1 ? parts[1] : otherwise);
    }

    private async Task<Finding> DatabaseAsync()
    {
        var store = services.GetRequiredService<ITurnStore>();
        try
        {
            await store.OpenAsync(_now);
            await store.CheckAsync();
            await store.CloseAsync(clean: true);
            return Finding.Fine("database", "opens, is up to date and can be written");
        }
        catch (TurnStoreException failure) when (failure.IsInUse)
        {
            var (check, _, message, fix) = Refused("database", failure.Message);
            return Finding.Note(check, $"{message} It was only read.", $"None when that is the bot. Otherwise: {fix}");
        }
        catch (TurnStoreException failure)
        {
            return Refused("database", failure.Message, "Restore the file from a backup, or name another with Storage:Path.");
        }
    }

    private static Finding Keys(string check, bool has, string address, string key) => has
        ? Finding.Fine(check, $"fetched from {address}")
        : Finding.Wrong(
            check, $"No signing keys can be fetched from {address}.",
            $"Let this machine reach that address over https (firewall, proxy, name resolution), or correct {key} and Cloud.");

    /// <summary>What is wrong, and from the first sentence that begins with a command on, the fix; one text when there is none.</summary>
    private static string[] Sentences(string why)
    {
        var at = Imperatives.Select(word => why.IndexOf($". {word} ", StringComparison.Ordinal)).Where(found => found >= 0).DefaultIfEmpty(-1).Min();
        return at < 0 ? [why] : [why[..(at + 2)], why[(at + 2)..]];
    }
}
