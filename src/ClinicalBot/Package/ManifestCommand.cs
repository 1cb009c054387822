using ClinicalBot.Hosting;

namespace ClinicalBot.Package;

/// <summary>"manifest --out app.zip": writes the Teams app package from the settings.</summary>
internal static class ManifestCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="arguments">What stands behind "manifest".</param>
    /// <param name="output">Says what was written.</param>
    /// <param name="errors">Says what is missing, and the fix.</param>
    /// <returns>Exit code: 0 when it was written, otherwise 1.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var settings = ProgramBuilder.Create(arguments).Configuration;
        if (settings["out"] is not { Length: > 0 } path)
        {
            await errors.WriteLineAsync("Say where to write the package: manifest --out app.zip");
            return 1;
        }

        try
        {
            await File.WriteAllBytesAsync(path, AppPackage.Build(settings));
        }
        catch (Exception refused) when (refused is SettingsException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"No package was written.\n{refused.Message}");
            return 1;
        }

        await output.WriteLineAsync($"{path}: version {AppPackage.Version} for bot {settings["MicrosoftAppId"]} at {settings["PublicHost"]}. Upload "
            + "it in the Teams admin center.");
        return 0;
    }
}
