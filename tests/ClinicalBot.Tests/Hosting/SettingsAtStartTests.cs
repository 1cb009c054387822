using ClinicalBot.Doctor;

namespace ClinicalBot.Tests.Hosting;

/// <summary>A settings file that is no JSON is told like any wrong setting, by place.</summary>
public sealed class SettingsAtStartTests
{
    [Fact]
    public void A_settings_file_that_is_no_json_is_named_with_its_line()
    {
        var folder = Directory.CreateTempSubdirectory("clinicalbot-settings-");
        var file = Path.Combine(folder.FullName, "appsettings.json");
        File.WriteAllText(file, "{\n  \"Site\": {\n    \"TimeZone\" \"Europe/Paris\"\n  }\n}");
        var failure = Assert.ThrowsAny<Exception>(() => Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(
            new Microsoft.AspNetCore.Builder.WebApplicationOptions { ContentRootPath = folder.FullName }));
        var said = Assert.Single(ClinicalBot.Hosting.StartFailure.Explain(failure)!);
        Assert.StartsWith($"{file} cannot be read as JSON, line 3. Mend it", said, StringComparison.Ordinal);
        Assert.False(Checkup.Refused("settings", said).Ok);
        folder.Delete(recursive: true);
    }
}
