using System.Text.RegularExpressions;
using ClinicalBot.Testing;
using Microsoft.Extensions.Configuration;

namespace ClinicalBot.Tests.Hosting;

/// <summary>Units, container and service scripts set settings that there are.</summary>
public sealed class OperatorFilesTests
{
    private static readonly Regex Setting = new(@"\b[A-Z][A-Za-z]+(__[A-Za-z]+)+|\bMicrosoftApp[A-Za-z]+", RegexOptions.NonBacktracking);

    [Theory]
    [InlineData("ops/systemd/clinicalbot.service")]
    [InlineData("ops/windows/install.ps1")]
    [InlineData("ops/container/Containerfile")]
    [InlineData("ops/container/compose.yaml")]
    public void Each_setting_they_name_is_in_the_template(string file)
    {
        var template = new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.template.json")).Build();
        var named = Setting.Matches(File.ReadAllText(Repository.PathOf(file)))
            .Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, key => Assert.True(template.GetSection(key).Value is not null, $"{file} names {key}, which appsettings.template.json has not."));
    }

    [Theory]
    [InlineData("ready-to-run")]
    [InlineData("single-file")]
    public void Each_profile_that_the_documents_name_is_there(string profile)
    {
        Assert.True(File.Exists(Repository.PathOf($"src/ClinicalBot/Properties/PublishProfiles/{profile}.pubxml")));
        Assert.Contains($"-p:PublishProfile={profile}", File.ReadAllText(Repository.PathOf("docs/deploy.md")), StringComparison.Ordinal);
    }
}
