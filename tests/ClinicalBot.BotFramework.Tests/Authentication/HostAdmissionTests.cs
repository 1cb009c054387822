using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>Activities that a host authenticated by itself.</summary>
public sealed class HostAdmissionTests
{
    private static readonly Uri Connector = new("https://connector.example/emea");

    private readonly VerifiedServiceUrls verified = new();

    [Theory]
    [InlineData("msteams", "home-tenant", true)]
    [InlineData("msteams", "other", false)]
    [InlineData("msteams", null, false)]
    [InlineData("webchat", "home-tenant", false)]
    public void They_are_held_to_the_allowed_channels_and_tenants(string channel, string? tenant, bool admitted) =>
        Assert.Equal(admitted, Admits(channel, tenant, Connector.OriginalString));

    [Theory]
    [InlineData("https://connector.example/emea", true)]
    [InlineData("https://connector.example/other", false)]
    [InlineData(null, false)]
    public void Only_the_connector_that_the_token_names_is_known_to_be_one(string? named, bool known)
    {
        Assert.True(Admits("msteams", "home-tenant", named));
        Assert.Equal(known, verified.Contains(Connector));
    }

    [Fact]
    public void A_refused_activity_vouches_for_no_connector()
    {
        Admits("msteams", "other", Connector.OriginalString);
        Assert.False(verified.Contains(Connector));
    }

    private bool Admits(string channel, string? tenant, string? tokenServiceUrl)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var lists = new AllowListAdmission(
            Options.Create(new BotAuthenticationOptions { MicrosoftAppTenantId = "home-tenant" }),
            new AuthenticationMetrics(services.GetRequiredService<IMeterFactory>()),
            NullLogger<AllowListAdmission>.Instance);
        var activity = new Activity { ChannelId = channel, ServiceUrl = Connector.OriginalString,
            Conversation = new ConversationAccount { Id = "c", TenantId = tenant } };
        return new HostAdmission(lists, verified).Admits(activity, tokenServiceUrl);
    }
}
