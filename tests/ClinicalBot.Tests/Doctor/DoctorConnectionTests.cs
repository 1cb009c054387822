using System.Net;
using System.Security.Authentication;

namespace ClinicalBot.Tests.Doctor;

/// <summary>What doctor says of keys, token and the public address. Each finding is provoked, and what it says to do makes it go away.</summary>
[Collection("doctor")]
public sealed class DoctorConnectionTests(Site site) : DoctorTest(site)
{
    [Fact]
    public async Task Keys_that_cannot_be_fetched_are_named_with_their_address()
    {
        TheSite.ChannelIssuer.IsDown = true;
        var finding = await WrongAsync("channelKeys");
        Assert.Contains(TheSite.ChannelIssuer.Metadata, finding.Message, StringComparison.Ordinal);
        Assert.Contains("BotOpenIdMetadata", finding.Fix, StringComparison.Ordinal);

        TheSite.ChannelIssuer.IsDown = false;
        TheSite.ApiIssuer.IsDown = true;
        Assert.Contains("ApiOpenIdMetadata", (await WrongAsync("apiKeys")).Fix, StringComparison.Ordinal);

        TheSite.ApiIssuer.IsDown = false;
        await FineAsync();
    }

    [Fact]
    public async Task A_wrong_secret_is_told_by_entras_code()
    {
        TheSite.Entra.Failure = (401, "AADSTS7000215");
        var finding = await WrongAsync("token");
        Assert.Contains("AADSTS7000215", finding.Message, StringComparison.Ordinal);
        Assert.Equal("Set MicrosoftAppPassword to the secret's value, not to its id.", finding.Fix);

        TheSite.Entra.Failure = null;
        await FineAsync();
    }

    [Theory]
    [InlineData(404, "answers 404: it does not lead to the bot.", "Let the reverse proxy pass /api/messages")]
    [InlineData(401, "answers 401: it does not lead to the bot.", "Let the reverse proxy pass /api/messages")]
    public async Task An_address_that_does_not_lead_to_the_bot_is_named(int status, string said, string fix)
    {
        TheSite.Public = () => new HttpResponseMessage((HttpStatusCode)status);
        var finding = await WrongAsync("publicHost");
        Assert.EndsWith(said, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith(fix, finding.Fix, StringComparison.Ordinal);

        TheSite.Public = Site.AskForToken;
        await FineAsync();
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_named()
    {
        TheSite.Public = () => throw new HttpRequestException("", new AuthenticationException());
        Assert.StartsWith("The certificate of bot.example.org is not trusted", (await WrongAsync("publicHost")).Message, StringComparison.Ordinal);

        TheSite.Public = Site.AskForToken;
        await FineAsync();
    }

    [Fact]
    public async Task What_cannot_be_seen_of_the_address_from_here_is_noted()
    {
        TheSite.Public = () => throw new HttpRequestException(HttpRequestError.NameResolutionError);
        Assert.Contains("cannot be reached from this machine (NameResolutionError)", (await NoteAsync("publicHost")).Message, StringComparison.Ordinal);
        TheSite.Public = () => new HttpResponseMessage(HttpStatusCode.BadGateway);
        Assert.StartsWith("Run doctor again while the bot runs", (await NoteAsync("publicHost")).Fix, StringComparison.Ordinal);

        Settings["PublicHost"] = "";
        Assert.StartsWith("Set PublicHost to the name", (await NoteAsync("publicHost")).Fix, StringComparison.Ordinal);
        Settings["PublicHost"] = "https://bot.example.org/";
        Assert.StartsWith("Set PublicHost to the name alone", (await WrongAsync("publicHost")).Fix, StringComparison.Ordinal);

        (Settings["PublicHost"], TheSite.Public) = ("bot.example.org", Site.AskForToken);
        await FineAsync();
    }
}
