using System.Net;
using System.Text.Json;

namespace ClinicalBot.Tests.Hosting;

/// <summary>What /health/ready says of a registered bot.</summary>
public sealed class HealthTests : IDisposable
{
    private const string NumbersOnly = """{ "proceduralist": { "phone": "1" }, "neurology": { "phone": "2" }, "mri": { "phone": "3" } }""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clinicalbot-health-");

    private (string, string?) Contacts => ("Escalation:ContactsFile", Path.Combine(_folder.FullName, "contacts.json"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Without_numbers_it_is_not_ready()
    {
        await using var bot = await RegisteredBot.StartAsync();
        var (status, body) = await AskAsync(bot);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (status, body.GetProperty("status").GetString()));
        Assert.Equal("The contacts file has no phone of proceduralist, neurology, mri.", body.GetProperty("wrong").GetProperty("contacts").GetString());
        Assert.Contains(
            "There is no contacts file (Escalation:ContactsFile).", body.GetProperty("wrong").GetProperty("escalation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anybody_to_escalate_to_it_is_ready_and_says_so()
    {
        await WriteAsync(Contacts.Item2!, NumbersOnly, 1);
        await using var bot = await RegisteredBot.StartAsync(Contacts);
        var (status, body) = await AskAsync(bot);
        Assert.Equal((HttpStatusCode.OK, "Degraded"), (status, body.GetProperty("status").GetString()));
        var said = body.GetProperty("wrong").GetProperty("escalation").GetString()!;
        Assert.Contains("Nobody is on call as proceduralist, neurology.", said, StringComparison.Ordinal);
        Assert.Contains("There is no escalation channel", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contacts_file_that_breaks_is_said_without_names_and_mended_without_a_restart()
    {
        var path = Contacts.Item2!;
        await using var bot = await RegisteredBot.StartAsync([Contacts, ("Escalation:Channel", "19:e@thread.tacv2")]);
        await WriteAsync(path, Doctor.Site.Contacts, 1);
        Assert.Equal("Healthy", (await AskAsync(bot)).Body.GetProperty("status").GetString());

        await WriteAsync(path, Doctor.Site.Contacts.Replace("\"name\"", "\"nme\"", StringComparison.Ordinal), 2);
        var (status, body) = await AskAsync(bot);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            "The contacts file cannot be read (line 2, proceduralist.people[0].nme); what was read before stays in use.",
            body.GetProperty("wrong").GetProperty("escalation").GetString());

        await WriteAsync(path, Doctor.Site.Contacts, 3);
        Assert.Equal("Healthy", (await AskAsync(bot)).Body.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Without_the_channels_keys_it_is_not_ready_and_without_a_token_it_says_so()
    {
        await using var bot = await RegisteredBot.StartAsync([Contacts, ("BotOpenIdMetadata", "http://127.0.0.1:9/none"),
            ("MicrosoftAppPassword", "not-the-secret")]);
        var (status, body) = await AskAsync(bot);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("signing keys cannot be fetched", body.GetProperty("wrong").GetProperty("keys").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_writes_nothing()
    {
        await using var bot = await RegisteredBot.StartAsync(Contacts);
        await AskAsync(bot);
        var before = await File.ReadAllBytesAsync(bot.Database + "-wal", TestContext.Current.CancellationToken);
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(bot);
        }

        Assert.Equal(before.Length, new FileInfo(bot.Database + "-wal").Length);
    }

    /// <summary>With a time of its own, so that a change within the same instant counts as one.</summary>
    private static async Task WriteAsync(string path, string contacts, int day)
    {
        await File.WriteAllTextAsync(path, contacts, TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, day, 0, 0, 0, DateTimeKind.Utc));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(RegisteredBot bot)
    {
        using var response = await bot.SendAsync(HttpMethod.Get, "/health/ready", authorization: null);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
