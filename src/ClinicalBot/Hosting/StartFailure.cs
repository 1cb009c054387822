using System.Text.RegularExpressions;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Hosting;

/// <summary>Turns what stops the start into a sentence for the administrator. Anything else is a bug and keeps its stack trace.</summary>
internal static class StartFailure
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant;

    /// <summary>One or two sentences for each thing that is wrong; null when the failure is not about settings or surroundings.</summary>
    public static IReadOnlyList<string>? Explain(Exception failure) => failure switch
    {
        SettingsException settings => [settings.Message],
        TurnStoreException store => [store.Message],
        OptionsValidationException options => [.. options.Failures.Select(WithKey)],
        // Settings of several sections are wrong; one that others are worked out from is complained of once.
        AggregateException several => several.InnerExceptions.Select(Explain).ToList() is var all && !all.Contains(null)
            ? [.. all.SelectMany(each => each!).Distinct()] : null,
        InvalidOperationException unreadable when Conversion.Match(unreadable.Message) is { Success: true } match =>
            [$"{match.Groups["key"].Value} cannot be read{As(match.Groups["type"].Value)}. Set it as appsettings.template.json shows."],
        IOException io when io.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException =>
            [$"{io.Message} Stop the program that uses it, or choose another with --urls, for example --urls http://localhost:3979."],
        _ => null,
    };

    /// <summary>A .NET type in the words of the settings.</summary>
    private static string As(string type) => type switch
    {
        nameof(Int32) => " as a whole number",
        nameof(TimeSpan) => " as a duration such as 00:30:00",
        nameof(Boolean) => " as true or false",
        _ => "",
    };

    /// <summary>Says "Turns:MaxRuns" where the framework says "'TurnsOptions' members: 'MaxRuns'".</summary>
    private static string WithKey(string failure)
    {
        if (Annotation.Match(failure) is not { Success: true } match)
        {
            return failure;
        }

        var error = match.Groups["error"].Value;
        return $"{match.Groups["section"].Value}:{match.Groups["key"].Value} is wrong. {Range.Replace(error, "Set it to ${least} to ${most}.")}";
    }

    // The framework repeats the value, which may be a secret in the wrong place.
    private static readonly Regex Conversion = new("^Failed to convert configuration value .* at '(?<key>[\\w:]+)' to type '(\\w+\\.)*(?<type>\\w+)'\\.$", Linear);
    private static readonly Regex Annotation = new("^DataAnnotation validation failed for '(?<section>\\w+)Options' members: '(?<key>\\w+)' with the error: '(?<error>.*)'\\.$", Linear);
    private static readonly Regex Range = new(@"^The field \w+ must be between (?<least>\S+) and (?<most>\S+)\.$", Linear);
}
