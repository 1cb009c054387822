namespace ClinicalBot.BotFramework.Tests;

/// <summary>A wrong setting stops the start and says its key and the fix.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void A_secret_or_a_managed_identity_is_enough()
    {
        Assert.Null(Faults(_ => { }));
        Assert.Null(Faults(bot => (bot.MicrosoftAppType, bot.MicrosoftAppPassword) = (BotAppType.UserAssignedMSI, null)));
    }

    [Fact]
    public void Each_fault_names_its_key()
    {
        Assert.StartsWith("MicrosoftAppId ", Faults(bot => bot.MicrosoftAppId = " "), StringComparison.Ordinal);
        Assert.StartsWith("MicrosoftAppType ", Faults(bot => bot.MicrosoftAppType = (BotAppType)9), StringComparison.Ordinal);
        Assert.StartsWith("MicrosoftAppTenantId ", Faults(bot => bot.MicrosoftAppTenantId = "https://login.example/x"), StringComparison.Ordinal);
        Assert.StartsWith("Neither MicrosoftAppPassword ", Faults(bot => bot.MicrosoftAppPassword = ""), StringComparison.Ordinal);
        Assert.StartsWith("MicrosoftAppPassword and ", Faults(bot => bot.MicrosoftAppCertificatePath = "/x.pem"), StringComparison.Ordinal);
        Assert.StartsWith(
            "MicrosoftAppCertificatePath ",
            Faults(bot => (bot.MicrosoftAppPassword, bot.MicrosoftAppCertificatePath) = (null, "/no/such.pem")),
            StringComparison.Ordinal);
        Assert.StartsWith("MicrosoftAppType is UserAssignedMSI", Faults(bot => bot.MicrosoftAppType = BotAppType.UserAssignedMSI), StringComparison.Ordinal);
        Assert.StartsWith("AllowedTenants or ", Faults(bot => bot.AllowedTenants.Add("*")), StringComparison.Ordinal);
        Assert.StartsWith("ChannelHosts ", Faults(bot => bot.ChannelHosts.Add("https://connector.example")), StringComparison.Ordinal);
        Assert.StartsWith("ChannelHosts ", Faults(bot => bot.ChannelHosts.Add("*")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenant_is_needed()
    {
        Assert.Contains("MicrosoftAppTenantId is not set", Faults(bot => bot.MicrosoftAppTenantId = null), StringComparison.Ordinal);
        Assert.StartsWith(
            "AllowedTenants is empty ",
            Faults(bot => (bot.MicrosoftAppType, bot.MicrosoftAppTenantId) = (BotAppType.MultiTenant, null)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.example/openid", false, true)]
    [InlineData("http://127.0.0.1:5000/openid", true, true)]
    [InlineData("http://127.0.0.1:5000/openid", false, false)]
    [InlineData("http://login.example/openid", true, false)]
    [InlineData("login.example", true, false)]
    public void Metadata_is_fetched_over_https_or_from_this_machine_while_developing(string address, bool development, bool valid)
    {
        var faults = Faults(bot => (bot.BotOpenIdMetadata, bot.AllowLoopbackHttp) = (address, development));

        Assert.Equal(valid, faults is null);
        Assert.True(valid || faults!.StartsWith("BotOpenIdMetadata ", StringComparison.Ordinal));
    }

    private static string? Faults(Action<BotAuthenticationOptions> change)
    {
        var bot = new BotAuthenticationOptions { MicrosoftAppId = "bot", MicrosoftAppTenantId = "tenant", MicrosoftAppPassword = "secret" };
        change(bot);
        var result = new BotAuthenticationValidation().Validate(null, bot);
        return result.Succeeded ? null : result.FailureMessage;
    }
}
