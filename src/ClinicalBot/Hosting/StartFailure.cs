using Microsoft.Extensions.Options;

namespace ClinicalBot.Hosting;

/// <summary>Turns what stops the start into a sentence for whoever started it. Anything else is a bug and keeps its stack trace.</summary>
internal static class StartFailure
{
    /// <summary>The sentence; null when the failure is not about settings or surroundings.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        SettingsException settings => settings.Message,
        OptionsValidationException options => string.Join(" ", options.Failures),
        IOException io when io.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException =>
            $"{io.Message} Stop the program that uses it, or choose another with --urls, for example --urls http://localhost:3979.",
        _ => null,
    };
}
