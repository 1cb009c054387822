using System.Text.RegularExpressions;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Hosting;

/// <summary>Turns what stops the start into a sentence for whoever started it. Anything else is a bug and keeps its stack trace.</summary>
internal static partial class StartFailure
{
    /// <summary>The sentence; null when the failure is not about settings or surroundings.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        SettingsException settings => settings.Message,
        TurnStoreException store => store.Message,
        OptionsValidationException options => string.Join(" ", options.Failures.Select(WithKey)),
        InvalidOperationException unreadable when Conversion().Match(unreadable.Message) is { Success: true } match =>
            $"{match.Groups["key"].Value} cannot be read as a {match.Groups["type"].Value}. appsettings.template.json says what it may be.",
        IOException io when io.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException =>
            $"{io.Message} Stop the program that uses it, or choose another with --urls, for example --urls http://localhost:3979.",
        _ => null,
    };

    /// <summary>Says "Turns:MaxRuns" where the framework says "'TurnsOptions' members: 'MaxRuns'".</summary>
    private static string WithKey(string failure) => Annotation().Match(failure) is { Success: true } match
        ? $"{match.Groups["section"].Value}:{match.Groups["key"].Value} is wrong. {match.Groups["error"].Value}"
        : failure;

    // The framework repeats the value, which may be a secret in the wrong place.
    [GeneratedRegex("^Failed to convert configuration value .* at '(?<key>[\\w:]+)' to type '(\\w+\\.)*(?<type>\\w+)'\\.$", RegexOptions.Singleline)]
    private static partial Regex Conversion();

    [GeneratedRegex("^DataAnnotation validation failed for '(?<section>\\w+)Options' members: '(?<key>\\w+)' with the error: '(?<error>.*)'\\.$")]
    private static partial Regex Annotation();
}
