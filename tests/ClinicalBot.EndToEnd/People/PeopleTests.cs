using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ClinicalBot.Testing;

namespace ClinicalBot.EndToEnd.People;

/// <summary>People who come, on the program as it is built: on its page with the clock moved, by HTTP, with a mail server and a receiver of calls.</summary>
public sealed class PeopleTests : IAsyncDisposable
{
    // The page's people: Alex and Lee are proceduralists, Jo is neurologist, Kim reads MRIs, Robin is a nurse.
    private const string Contacts =
        """
        {
          "proceduralist": { "phone": "555-0100", "people": [
            { "aadObjectId": "00000000-0000-0000-0000-000000000003", "name": "Dr. Alex", "phone": "+1 202 555 0113", "email": "alex@example.org" },
            { "aadObjectId": "00000000-0000-0000-0000-000000000005", "name": "Dr. Lee", "phone": "+1 202 555 0115" } ] },
          "neurology": { "phone": "555-0101", "people": [
            { "aadObjectId": "00000000-0000-0000-0000-000000000004", "name": "Dr. Jo", "phone": "+1 202 555 0114", "email": "jo@example.org" } ] },
          "mri": { "phone": "555-0102", "people": [ { "aadObjectId": "00000000-0000-0000-0000-000000000002", "name": "Kim" } ] }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-people-").FullName;
    private readonly BotProcess _bot = new(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"));

    [Fact]
    public async Task A_drill_goes_through_teams_mail_and_webhook_and_says_who_was_reached()
    {
        await using var receiver = await PageReceiver.StartAsync();
        await using var mail = await DebianMailServer.StartAsync();
        using var page = await StartAsync(
            ("Escalation:Coordinators:0", "00000000-0000-0000-0000-000000000001"),
            ("Paging:Webhook:Url", receiver.Address.ToString()), ("Paging:Webhook:Secret", "a long and random secret of the site"),
            ("Paging:Webhook:AllowPrivate", "true"), ("Paging:Email:Host", "127.0.0.1"),
            ("Paging:Email:Port", mail.Port.ToString(CultureInfo.InvariantCulture)), ("Paging:Email:Security", "None"),
            ("Paging:Email:From", "bot@example.org"));
        await page.OpensAsync("ward-nurse");
        using (var begun = await page.Http.PostAsync(new Uri("/api/drill", UriKind.Relative), null, TestContext.Current.CancellationToken))
        {
            Assert.True(begun.IsSuccessStatusCode);
        }

        await page.SeesAsync("ward-nurse", "has begun");
        await page.SeesAsync("proceduralist", "DRILL: Emergency");
        await page.SeesAsync("neurologist", "Nobody needs to come.");
        await page.ForwardAsync(3);
        await PageCalls.WaitAsync(() => receiver.Posts.Count == 2 && mail.Mails.Count == 2, "two pages and two mails");
        Assert.All(receiver.Posts, post => Assert.Contains("\"drill\":true", post.Body, StringComparison.Ordinal));
        Assert.All(receiver.Posts, post => Assert.StartsWith("v1,", post.Headers["webhook-signature"], StringComparison.Ordinal));
        Assert.All(mail.Mails, each => Assert.Contains("DRILL", each, StringComparison.Ordinal));
        Assert.Contains(mail.Mails, each => each.Contains("alex@example.org", StringComparison.Ordinal));
        await page.PressesAsync("proceduralist", "Coming in 5 min");
        await page.SeesAsync("proceduralist", "Neurology: nobody yet");
        await page.PressesAsync("neurologist", "Coming in 5 min");
        var report = await page.SeesAsync("ward-nurse", "who was reached");
        Assert.Contains("Dr. Alex: Teams after", report, StringComparison.Ordinal);
        Assert.Contains("second medium after ", report, StringComparison.Ordinal);
        var (cards, posts) = (page.Count("proceduralist-2", "DRILL"), receiver.Posts.Count);
        await page.ForwardAsync(30);
        Assert.Equal((cards, posts), (page.Count("proceduralist-2", "DRILL"), receiver.Posts.Count));
    }

    [Theory]
    [InlineData("the right one", true, null)]
    [InlineData("a wrong one", true, "loginRefused")]
    [InlineData("the right one", false, "certificateNotTrusted")]
    public async Task A_mail_server_with_tls_and_login_takes_pages_and_what_it_refuses_is_said(string password, bool isTrusted, string? reason)
    {
        var certificate = WriteCertificate();
        await using var mail = await DebianMailServer.StartAsync(new MailLogin(certificate, "bot", "the right one"));
        await using var bot = BotProcess.Of("env", [.. isTrusted ? [$"SSL_CERT_FILE={certificate}"] : Array.Empty<string>(), "dotnet",
            Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll")]);
        using var page = await StartAsync(bot, ("Paging:Email:Host", "127.0.0.1"), ("Paging:Email:Port", mail.Port.ToString(CultureInfo.InvariantCulture)),
            ("Paging:Email:User", "bot"), ("Paging:Email:Password", password), ("Paging:Email:From", "bot@example.org"));
        await page.SaysAsync("ward-nurse", "numb leg 3 h after the block, saddle numbness");
        await page.SeesAsync("proceduralist", "You are called.");
        await page.ForwardAsync(3);
        if (reason is null)
        {
            await PageCalls.WaitAsync(() => mail.Mails.Any(each => each.Contains("alex@example.org", StringComparison.Ordinal)), "a mail to Dr. Alex");
            await page.SeesAsync("proceduralist-2", "The second medium took it too.");
        }
        else
        {
            await page.SeesAsync("proceduralist-2", "The second medium could not deliver either.");
            Assert.Contains(reason, bot.Output, StringComparison.Ordinal);
            Assert.Empty(mail.Mails);
        }
    }

    [Fact]
    public async Task Who_is_on_call_is_asked_taken_swapped_and_covered_and_programs_see_it()
    {
        const string Key = "a-key-that-nobody-guesses";
        using var page = await StartAsync(("Escalation:FeedKeys:0", Key));
        Assert.Contains("Proceduralist: Dr. Alex", await page.SaysAsync("resident", "who is on call"), StringComparison.Ordinal);
        Assert.Contains("You have Neurology until", await page.SaysAsync("proceduralist-2", "take neurology until 07:00"), StringComparison.Ordinal);
        await page.SeesAsync("neurologist", "took Neurology");
        Assert.Contains("Dr. Lee is asked", await page.SaysAsync("proceduralist", "swap tomorrow 01:00-05:00 with lee"), StringComparison.Ordinal);
        await page.SeesAsync("proceduralist-2", "asks you to take Proceduralist");
        await page.PressesAsync("proceduralist-2", "Take it");
        await page.SeesAsync("proceduralist", "Dr. Lee takes Proceduralist, 01:00 tomorrow to 05:00 tomorrow.");
        Assert.Contains("Dr. Lee is asked", await page.SaysAsync("proceduralist", "cover me tomorrow 06:00-07:00"), StringComparison.Ordinal);
        await page.PressesAsync("proceduralist-2", "No");
        await page.SeesAsync("proceduralist", "Dr. Lee cannot take it");
        Assert.Contains("01:00 Dr. Lee", await page.SaysAsync("resident", "rota proceduralist"), StringComparison.Ordinal);

        using var spans = JsonDocument.Parse(await page.Http.GetStringAsync(new Uri("/api/on-call", UriKind.Relative), TestContext.Current.CancellationToken));
        var told = spans.RootElement.GetProperty("spans").EnumerateArray()
            .Select(span => $"{span.GetProperty("role")} {span.GetProperty("person").GetProperty("name")} {span.GetProperty("layer")}");
        Assert.Equal(["mri Kim Listed", "neurology Dr. Lee Taken", "neurology Dr. Jo Listed", "proceduralist Dr. Alex Listed",
            "proceduralist Dr. Lee Override", "proceduralist Dr. Alex Listed"], told);

        var feed = new Uri($"/api/on-call/{Key}.ics", UriKind.Relative);
        Assert.Contains("SUMMARY:neurology: Dr. Lee", await page.Http.GetStringAsync(feed, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await _bot.KillAsync();
        using var without = await StartAsync(("Escalation:FeedKeys:0", "another-key-that-nobody-guesses"));
        using var closed = await without.Http.GetAsync(feed, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task An_emergency_goes_through_every_button_of_those_who_come_to_the_report()
    {
        using var page = await StartAsync(("Escalation:Emergency:Targets:Examined", "00:20:00"), ("Escalation:OverdueAgain", "00:05:00"));
        await page.SaysAsync("ward-nurse", "numb leg 3 h after the block, saddle numbness");
        await page.SeesAsync("proceduralist", "You are called.");
        await page.SeesAsync("neurologist", "You are called.");
        var reference = System.Text.RegularExpressions.Regex
            .Match(await page.SeesAsync("proceduralist", "Case "), "Case ([A-Z0-9]{2}-[A-Z0-9]{3})").Groups[1].Value;
        await page.PressesAsync("proceduralist", "Can't come, next please");
        await page.SeesAsync("proceduralist-2", "cannot come. You are called now.");
        await page.SaysAsync("ward-nurse", $"escalate {reference}");
        await page.SeesAsync("proceduralist-2", "the next in line was asked for");
        Assert.Contains("MRI", await page.SaysAsync("ward-nurse", $"call mri too for {reference}"), StringComparison.Ordinal);
        await page.SeesAsync("resident", "your role was asked for");
        await page.PressesAsync("resident", "Coming in 5 min");
        await page.SeesAsync("resident", "Kim Example, there by");
        // A card that changes meanwhile is out of date: each presses the card that shows what came before.
        await page.SeesAsync("neurologist", "Kim Example, there by");
        await page.PressesAsync("neurologist", "Coming in 15 min");
        await page.SeesAsync("neurologist", "Jo Placeholder, there by");
        await page.SeesAsync("proceduralist-2", "Jo Placeholder, there by");
        await page.PressesAsync("proceduralist-2", "At the bedside");
        await page.SeesAsync("proceduralist-2", "Lee Pattern is at the bedside");
        await page.SeesAsync("resident", "Lee Pattern is at the bedside");
        await page.PressesAsync("resident", "At the bedside");
        await page.SeesAsync("resident", "Kim Example is at the bedside");
        await page.SeesAsync("neurologist", "Kim Example is at the bedside");
        await page.PressesAsync("neurologist", "At the bedside");
        await page.SeesAsync("neurologist", "Jo Placeholder is at the bedside");
        await page.ForwardAsync(21);
        await page.SeesAsync("proceduralist-2", "Mark it on the case card once it is done.");
        await page.PressesAsync("proceduralist-2", "Examined");
        await page.SeesAsync("proceduralist-2", "Examined ");
        var report = await page.SaysAsync("ward-nurse", "report");
        Assert.Contains("Cases: 1", report, StringComparison.Ordinal);
        Assert.Contains("Neurology (Emergency)", report, StringComparison.Ordinal);
        var csv = await page.Http.GetStringAsync(new Uri("/api/report?format=csv&by=role", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A certificate for 127.0.0.1 that no authority has signed, with its key.</summary>
    private string WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2049, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var path = Path.Combine(_folder, "mail.pem");
        File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return path;
    }

    private Task<PageCalls> StartAsync(params IEnumerable<(string Key, string Value)> settings) => StartAsync(_bot, settings);

    private async Task<PageCalls> StartAsync(BotProcess bot, params IEnumerable<(string Key, string Value)> settings)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "contacts.json"), Contacts, TestContext.Current.CancellationToken);
        await bot.StartAsync(new[] { ("environment", "Development"), ("contentRoot", AppContext.BaseDirectory),
            ("Storage:Path", Path.Combine(_folder, "bot.db")), ("Escalation:ContactsFile", Path.Combine(_folder, "contacts.json")), ("Site:TimeZone", "UTC"),
            ("Turns:Tick", "00:00:00.100") }.Concat(settings).Reverse().DistinctBy(setting => setting.Item1));
        var page = new PageCalls(bot, Path.Combine(_folder, "bot.db.page.jsonl"));
        foreach (var person in new[] { "proceduralist", "proceduralist-2", "neurologist", "resident" })
        {
            await page.OpensAsync(person);
        }

        return page;
    }
}
