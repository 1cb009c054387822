using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Paging;
using ClinicalBot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.Tests.Paging;

/// <summary>Each medium against a server that listens.</summary>
public sealed class PagersTests
{
    private const string Secret = "a long and random secret of the site";

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    private static readonly Page Page = new("K7-4FX/9.1/webhook", "K7-4FX", "emergency", "555-0131", Now,
        new PageTo("aad-drew", "(212) 555-0110", "drew@example.org"));

    private static ServiceProvider Build(params IEnumerable<(string Key, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create("Paging:" + pair.Key, (string?)pair.Value))).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        services.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly());
        services.AddPaging(configuration);
        return services.BuildServiceProvider();
    }

    private static ServiceProvider Webhook(Uri address, bool allowPrivate = true) =>
        Build(("Webhook:Url", address.ToString()), ("Webhook:Secret", Secret), ("Webhook:AllowPrivate", allowPrivate ? "true" : "false"));

    private static readonly (string, string)[] Whole =
    [
        ("Webhook:Url", "https://pager.example.org"), ("Webhook:Secret", Secret), ("Email:Host", "mail"), ("Email:From", "bot@example.org"),
        ("Twilio:AccountSid", "AC1"), ("Twilio:AuthToken", "token"), ("Twilio:From", "+12125550100"),
    ];

    private static async Task<DeliveryResult> SendAsync(ServiceProvider provider) =>
        await provider.GetRequiredService<IPager>().SendAsync(Page, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_webhook_is_signed_over_id_time_and_body_and_says_no_more_than_it_must()
    {
        await using var receiver = await PageReceiver.StartAsync();
        await using var provider = Webhook(receiver.Address);
        Assert.IsType<DeliveryResult.Sent>(await SendAsync(provider));
        var post = Assert.Single(receiver.Posts);
        var (id, at) = (post.Headers["webhook-id"], post.Headers["webhook-timestamp"]);
        Assert.Equal((Page.Id, Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)), (id, at));
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{id}.{at}.{post.Body}"));
        Assert.Equal("v1," + Convert.ToBase64String(expected), post.Headers["webhook-signature"]);
        using var body = JsonDocument.Parse(post.Body);
        Assert.Equal(["id", "case", "urgency", "callBack", "at", "to", "drill"], body.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["id", "phone", "email"], body.RootElement.GetProperty("to").EnumerateObject().Select(property => property.Name));
    }

    /// <summary>The example of the specification: https://github.com/standard-webhooks/standard-webhooks.</summary>
    [Fact]
    public void A_signature_is_that_of_standard_webhooks() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330),
            """{"test": 2432232314}"""u8));

    [Theory]
    [InlineData(204, typeof(DeliveryResult.Sent))]
    [InlineData(302, typeof(DeliveryResult.Refused))]
    [InlineData(410, typeof(DeliveryResult.Refused))]
    [InlineData(429, typeof(DeliveryResult.Throttled))]
    [InlineData(500, typeof(DeliveryResult.Ambiguous))]
    public async Task What_the_receiver_answers_decides_whether_it_is_tried_again(int status, Type expected)
    {
        await using var receiver = await PageReceiver.StartAsync();
        receiver.Status = status;
        await using var provider = Webhook(receiver.Address);
        Assert.IsType(expected, await SendAsync(provider));
        Assert.Single(receiver.Posts);
    }

    [Fact]
    public async Task A_receiver_that_does_not_listen_is_unreachable()
    {
        await using var provider = Webhook(new Uri("http://127.0.0.1:1/"));
        Assert.IsType<DeliveryResult.Unreachable>(await SendAsync(provider));
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_the_settings_allow_it()
    {
        await using var receiver = await PageReceiver.StartAsync();
        await using var provider = Webhook(new UriBuilder(receiver.Address) { Scheme = "https", Host = "localhost" }.Uri, allowPrivate: false);
        Assert.Equal(new DeliveryResult.Refused(0, "privateAddress"), await SendAsync(provider));
        Assert.Empty(receiver.Posts);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    public void An_address_is_public_or_not(string address, bool expected) => Assert.Equal(expected, PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_mail_reaches_the_mail_server()
    {
        await using var server = new MailServer();
        await using var provider = Mail(server);
        Assert.IsType<DeliveryResult.Sent>(await SendAsync(provider));
        var mail = Assert.Single(server.Mails);
        Assert.Equal("drew@example.org", mail.To);
        Assert.Contains("Emergency, case K7-4FX: answer in Teams or call 555-0131.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Message-Id: <K7-4FX.9.1.webhook@clinicalbot>", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(550, typeof(DeliveryResult.Refused))]
    [InlineData(450, typeof(DeliveryResult.Unreachable))]
    public async Task A_recipient_the_mail_server_does_not_take_is_refused_or_tried_again(int answer, Type expected)
    {
        await using var server = new MailServer { Recipient = answer };
        await using var provider = Mail(server);
        Assert.IsType(expected, await SendAsync(provider));
        Assert.Empty(server.Mails);
    }

    private static ServiceProvider Mail(MailServer server) => Build(
        ("Email:Host", "127.0.0.1"), ("Email:Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Email:Security", "None"), ("Email:From", "bot@example.org"));

    [Theory]
    [InlineData(false, "/2010-04-01/Accounts/AC1/Messages.json", "Body=Emergency%2C+case+K7-4FX")]
    [InlineData(true, "/2010-04-01/Accounts/AC1/Calls.json", "Twiml=%3CResponse%3E%3CSay")]
    public async Task A_text_message_or_a_voice_call_is_asked_for(bool voice, string path, string says)
    {
        await using var receiver = await PageReceiver.StartAsync();
        receiver.Status = 201;
        await using var provider = Build(
            ("Twilio:BaseUrl", receiver.Address.ToString()), ("Twilio:AccountSid", "AC1"), ("Twilio:AuthToken", "token"),
                ("Twilio:From", "+12125550100"), ("Twilio:Voice", voice ? "true" : "false"));
        Assert.IsType<DeliveryResult.Sent>(await SendAsync(provider));
        var post = Assert.Single(receiver.Posts);
        Assert.Equal(path, post.Path);
        Assert.StartsWith("To=%2B12125550110&From=%2B12125550100&", post.Body, StringComparison.Ordinal);
        Assert.Contains(says, post.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_address_for_a_medium_is_not_reached_by_it()
    {
        using var provider = Build(Whole);
        var media = provider.GetRequiredService<SecondMedium>();
        Assert.Equal(["webhook", "email", "twilio"], media.For(Page.To));
        Assert.Equal(["webhook"], media.For(new PageTo("a", Phone: "4711", Email: null)));
    }

    [Theory]
    [InlineData("Webhook:Url", "http://pager.example.org", "Paging:Webhook:Url is no https address.")]
    [InlineData("Webhook:Secret", "short", "Paging:Webhook:Secret has fewer than 24 characters.")]
    [InlineData("Webhook:Secret", "whsec_%%%%%%%%%%%%%%%%%%%%", "Paging:Webhook:Secret begins with whsec_")]
    [InlineData("Region", "Texas", "Paging:Region is Texas.")]
    [InlineData("Email:From", "nobody", "Paging:Email:From is no address.")]
    [InlineData("Twilio:From", "here", "Paging:Twilio:AuthToken is empty or Twilio:From")]
    public void A_wrong_setting_names_its_key_and_the_fix(string key, string value, string complaint)
    {
        using var provider = Build(
            [.. Whole.Where(pair => pair.Item1 != key), (key, value)]);
        var wrong = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<PagingOptions>>().Value);
        Assert.StartsWith(complaint, Assert.Single(wrong.Failures), StringComparison.Ordinal);
    }
}
