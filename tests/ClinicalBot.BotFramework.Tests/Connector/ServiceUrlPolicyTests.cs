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
}
