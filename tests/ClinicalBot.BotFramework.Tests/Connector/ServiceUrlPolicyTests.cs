namespace ClinicalBot.BotFramework.Tests;

public sealed class ServiceUrlPolicyTests
{
    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("https://LOCALHOST/", true)]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData("http://127.200.3.4/", true)]
    [InlineData("http://[::1]:8080/", true)]
    [InlineData("http://2130706433/", true)]
    [InlineData("http://0x7f000001/", true)]
    [InlineData("http://127.1/", true)]
    [InlineData("http://loopback/", true)] // Uri reads it as "localhost", and so does whoever connects to it.
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://evil.localhost/", false)]
    [InlineData("http://127.0.0.1.nip.io/", false)]
    [InlineData("http://127.0.0.1@evil.example/", false)]
    [InlineData("http://evil.example@127.0.0.1/", false)]
    [InlineData("http://evil.example#@127.0.0.1/", false)]
    [InlineData("http://128.0.0.1/", false)]
    [InlineData("http://0.0.0.0/", false)]
    [InlineData("http://[::]/", false)]
    [InlineData("http://[::ffff:8.8.8.8]/", false)]
    [InlineData("http://134744072/", false)]
    [InlineData("http://169.254.169.254/latest/", false)]
    [InlineData("http://ⓛocalhost.example/", false)]
    public void Loopback_only_means_this_machine(string serviceUrl, bool allowed)
    {
        var uri = new Uri(serviceUrl);

        Assert.Equal(allowed, new ServiceUrlPolicy.LoopbackOnly().Allows(uri));
        Assert.True(!allowed || uri.IdnHost is "localhost" or "::1" || uri.IdnHost.StartsWith("127.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/", true)]
    [InlineData("https://SMBA.trafficmanager.net", true)]
    [InlineData("https://directline.botframework.com/", true)]
    [InlineData("https://a.b.botframework.com/", true)]
    [InlineData("https://connector.example/teams", true)] // Named by a verified token.
    [InlineData("https://connector.example/teams/", true)]
    [InlineData("http://127.0.0.1:8080/", true)] // Named by a verified token, in Development.
    [InlineData("https://connector.example/", false)]
    [InlineData("https://connector.example/teams/x", false)]
    [InlineData("https://connector.example/TEAMS", false)]
    [InlineData("https://connector.example:444/teams", false)]
    [InlineData("http://connector.example/teams", false)]
    [InlineData("http://127.0.0.1:8081/", false)]
    [InlineData("http://plain.example/", false)] // Named by a verified token, but in the clear.
    [InlineData("http://smba.trafficmanager.net/amer/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/amer/", false)]
    [InlineData("https://user@smba.trafficmanager.net/amer/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://x.smba.trafficmanager.net/", false)]
    [InlineData("https://botframework.com/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://169.254.169.254/", false)]
    public void A_registered_bot_calls_its_channels_hosts_and_verified_connectors(string serviceUrl, bool allowed)
    {
        var verified = new VerifiedServiceUrls();
        verified.Add("https://connector.example/teams/");
        verified.Add("http://127.0.0.1:8080");
        verified.Add("http://plain.example/");
        var policy = new ServiceUrlPolicy.Channel(["smba.trafficmanager.net", "*.botframework.com"], verified, AllowLoopbackHttp: true);

        Assert.Equal(allowed, policy.Allows(new Uri(serviceUrl)));
    }

    [Fact]
    public void Outside_Development_even_this_machine_needs_https()
    {
        var verified = new VerifiedServiceUrls();
        verified.Add("http://127.0.0.1:8080");

        Assert.False(new ServiceUrlPolicy.Channel([], verified, AllowLoopbackHttp: false).Allows(new Uri("http://127.0.0.1:8080")));
    }

    [Fact]
    public void Verified_connectors_are_not_collected_without_end()
    {
        var verified = new VerifiedServiceUrls();
        for (var i = 0; i < 100_000; i++)
        {
            verified.Add($"https://c{i}.example/");
        }

        Assert.True(verified.Contains(new Uri("https://c99999.example/")));
        Assert.False(verified.Contains(new Uri("https://c0.example/")));
    }
}
