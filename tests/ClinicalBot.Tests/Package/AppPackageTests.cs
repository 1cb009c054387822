using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.Hosting;
using ClinicalBot.Package;
using ClinicalBot.Conversations.Reference;
using ClinicalBot.Testing;
using Microsoft.Extensions.Configuration;

namespace ClinicalBot.Tests.Package;

public sealed class AppPackageTests
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["MicrosoftAppId"] = "6f1d1a3e-0c1b-4b7e-9a52-3f4f7c0a9d11",
        ["PublicHost"] = "bot.example.org",
        ["Publisher:Name"] = "St. Mary's \"IT\"",
        ["Publisher:WebsiteUrl"] = "https://example.org/bot",
        ["Publisher:PrivacyUrl"] = "https://example.org/privacy",
        ["Publisher:TermsOfUseUrl"] = "https://example.org/terms",
    };

    [Fact]
    public void Holds_the_manifest_the_strings_and_the_icons()
    {
        using var zip = Open(AppPackage.Build(Settings()));
        Assert.Equal(["manifest.json", "color.png", "outline.png", "color32x32.png", "en-us.json", "de.json"], zip.Entries.Select(entry => entry.FullName));
        var manifest = Json(zip, "manifest.json");
        Assert.Equal("6f1d1a3e-0c1b-4b7e-9a52-3f4f7c0a9d11", manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal("6f1d1a3e-0c1b-4b7e-9a52-3f4f7c0a9d11", manifest["composeExtensions"]![0]!["botId"]!.GetValue<string>());
        var search = manifest["composeExtensions"]![0]!["commands"]![0]!;
        Assert.Equal((QuickReference.CommandId, true), (search["id"]!.GetValue<string>(), search["initialRun"]!.GetValue<bool>()));
        Assert.Equal("St. Mary's \"IT\"", manifest["developer"]!["name"]!.GetValue<string>());
        Assert.Equal("bot.example.org", Assert.Single(manifest["validDomains"]!.AsArray())!.GetValue<string>());
        Assert.Equal(AppPackage.Version, manifest["version"]!.GetValue<string>());
        Assert.Equal(["personal", "team", "groupChat"], manifest["bots"]![0]!["commandLists"]!.AsArray()
            .Select(list => list!["scopes"]![0]!.GetValue<string>()));
        Assert.DoesNotContain("{{", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"supportsChannelFeatures\": \"tier1\",", "", "supportsChannelFeatures is not set.")]
    [InlineData("\"groupChat\"\n          ],\n          \"commands\"", "\"team\"\n          ],\n          \"commands\"", "commandLists name a scope twice.")]
    [InlineData("\"fetchTask\": true", "\"initialRun\": true", "An action of composeExtensions has neither fetchTask nor parameters.")]
    [InlineData("\"prompt\": \"who is on call\"", "\"prompt\": \"\"", "A command of type prompt has no prompt.")]
    [InlineData("\"botId\": \"{{MicrosoftAppId}}\",\n      \"commands\"", "\"botId\": \"other\",\n      \"commands\"", "composeExtensions name another bot")]
    public void What_only_the_upload_refuses_is_named(string text, string broken, string said)
    {
        var template = File.ReadAllText(Path.Combine(Repository.Root, "manifest", "manifest.template.json")).ReplaceLineEndings("\n");
        Assert.Empty(UploadRules.Complaints(template));
        Assert.Contains(text, template, StringComparison.Ordinal);
        Assert.StartsWith(said, Assert.Single(UploadRules.Complaints(template.Replace(text, broken, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_settings_make_the_same_bytes() => Assert.Equal(AppPackage.Build(Settings()), AppPackage.Build(Settings()));

    [Fact]
    public async Task The_official_schemas_find_nothing_wrong()
    {
        using var zip = Open(AppPackage.Build(Settings()));
        var (manifest, strings) = (Json(zip, "manifest.json"), Json(zip, "en-us.json"));
        Assert.Equal("[]", await JudgeAsync(manifest, strings));
        Assert.Equal("[]", await JudgeAsync(manifest, Json(zip, "de.json")));

        manifest["bots"]![0]!["scopes"]![0] = "planet";
        strings["bots[0].commandLists[7].commands[0].title"] = "x";
        using var wrong = JsonDocument.Parse(await JudgeAsync(manifest, strings));
        Assert.Equal(2, wrong.RootElement.GetArrayLength());
    }

    [Fact]
    public void The_strings_are_the_manifests_own_and_all_of_them()
    {
        using var zip = Open(AppPackage.Build(Settings()));
        var manifest = Json(zip, "manifest.json");
        var strings = Json(zip, "en-us.json").AsObject().Where(pair => pair.Key != "$schema")
            .ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>());
        Assert.All(strings, pair => Assert.Equal(Find(manifest, pair.Key), pair.Value));
        var commands = manifest["bots"]![0]!["commandLists"]!.AsArray().Sum(list => list!["commands"]!.AsArray().Count);
        Assert.Equal(4 + (2 * commands) + 6 + manifest["staticTabs"]!.AsArray().Count, strings.Count);
    }

    /// <summary>Teams puts the title of a command into the compose box, and what is typed is read in English.</summary>
    [Fact]
    public void Every_language_of_the_manifest_has_all_strings_and_keeps_what_is_typed()
    {
        using var zip = Open(AppPackage.Build(Settings()));
        var (manifest, english) = (Json(zip, "manifest.json"), Json(zip, "en-us.json").AsObject());
        var languages = manifest["localizationInfo"]!["additionalLanguages"]!.AsArray().Select(each => each!["file"]!.GetValue<string>()).ToList();
        Assert.Equal(languages, zip.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".json", StringComparison.Ordinal))
            .Except(["manifest.json", "en-us.json"]));
        Assert.All(languages, file =>
        {
            var strings = Json(zip, file).AsObject();
            Assert.Equal(english.Select(pair => pair.Key), strings.Select(pair => pair.Key));
            var typed = english.Where(pair => pair.Key.StartsWith("bots", StringComparison.Ordinal) && pair.Key.EndsWith("title", StringComparison.Ordinal)
                && Find(manifest, pair.Key.Replace(".title", ".type", StringComparison.Ordinal)) != "prompt").ToList();
            Assert.NotEmpty(typed);
            Assert.All(typed, pair => Assert.Equal(pair.Value!.GetValue<string>(), strings[pair.Key]!.GetValue<string>()));
        });
    }

    [Theory]
    [InlineData("MicrosoftAppId", null, "MicrosoftAppId is not set. Set it to the app id")]
    [InlineData("MicrosoftAppId", "bot", "MicrosoftAppId is wrong. Set it to the app id")]
    [InlineData("PublicHost", "", "PublicHost is not set. Set it to the name")]
    [InlineData("PublicHost", "https://bot.example.org/", "PublicHost is wrong.")]
    [InlineData("PublicHost", "localhost", "PublicHost is wrong.")]
    [InlineData("Publisher:Name", null, "Publisher:Name is not set.")]
    [InlineData("Publisher:Name", "a name that is longer than thirty-two characters", "Publisher:Name is wrong.")]
    [InlineData("Publisher:WebsiteUrl", "http://example.org", "Publisher:WebsiteUrl is wrong. Set it to the https address")]
    [InlineData("Publisher:PrivacyUrl", null, "Publisher:PrivacyUrl is not set.")]
    [InlineData("Publisher:TermsOfUseUrl", null, "Publisher:TermsOfUseUrl is not set.")]
    public void A_setting_that_is_missing_or_wrong_is_named_with_the_fix(string key, string? value, string said)
    {
        var refused = Assert.Throws<SettingsException>(() => AppPackage.Build(Settings((key, value))));
        Assert.StartsWith(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task The_command_writes_the_file_or_says_what_is_missing()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "app.zip");
            var (code, output, errors) = await RunAsync(["--out", path, .. Complete.Select(pair => $"--{pair.Key}={pair.Value}")]);
            Assert.Equal((0, ""), (code, errors));
            Assert.Contains("bot.example.org", output, StringComparison.Ordinal);
            Assert.True(File.Exists(path));

            (code, _, errors) = await RunAsync("--out", path + "2", "--MicrosoftAppId=6f1d1a3e-0c1b-4b7e-9a52-3f4f7c0a9d11");
            Assert.Equal(1, code);
            Assert.Contains("PublicHost is not set.", errors, StringComparison.Ordinal);
            Assert.False(File.Exists(path + "2"));

            (code, _, errors) = await RunAsync(["--out", Path.Combine(path, "nowhere.zip"), .. Complete.Select(pair => $"--{pair.Key}={pair.Value}")]);
            Assert.Equal(1, code);
            Assert.StartsWith("No package was written.", errors, StringComparison.Ordinal);

            (code, _, errors) = await RunAsync();
            Assert.Equal(1, code);
            Assert.Contains("manifest --out app.zip", errors, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await ManifestCommand.RunAsync(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static IConfiguration Settings(params IEnumerable<(string Key, string? Value)> changes) => new ConfigurationBuilder()
        .AddInMemoryCollection(Complete)
        .AddInMemoryCollection(changes.Select(change => KeyValuePair.Create<string, string?>(change.Key, change.Value ?? "")))
        .Build();

    private static ZipArchive Open(byte[] zip) => new(new MemoryStream(zip), ZipArchiveMode.Read);

    private static JsonNode Json(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return JsonNode.Parse(stream)!;
    }

    /// <summary>"bots[0].commandLists[1].commands[2].title" of a manifest.</summary>
    private static string? Find(JsonNode manifest, string path) => path.Split('.', '[')
        .Aggregate<string, JsonNode?>(manifest, (node, part) => part.EndsWith(']')
            ? node?[int.Parse(part.AsSpan(0, part.Length - 1), provider: null)] : node?[part])
        ?.GetValue<string>();

    private static async Task<string> JudgeAsync(JsonNode manifest, JsonNode strings)
    {
        using var node = Process.Start(new ProcessStartInfo("node", "validate.mjs")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "oracles", "manifest"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var answer = node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.StandardInput.WriteAsync(new JsonObject { ["manifest"] = manifest.DeepClone(), ["localization"] = strings.DeepClone() }.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        return await answer;
    }
}
