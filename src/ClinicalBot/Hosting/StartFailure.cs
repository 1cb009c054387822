using System.Text.RegularExpressions;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Hosting;

/// <summary>Turns what stops the start into a sentence for the administrator. Anything else is a bug and keeps its stack trace.</summary>
internal static class StartFailure
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant;

    /// <summary>One or two sentences for each thing that is wrong; null when the failure is not about settings or surroundings.</summary>
    /// <param name="failure">What stopped it.</param>
    /// <param name="settings">To say which value was seen; null says none.</param>
    public static IReadOnlyList<string>? Explain(Exception failure, IConfiguration? settings = null) => Sentences(failure) is { } all
        ? [.. all.Where(each => !all.Any(other => SaysMore(other, each))).Select(each => SeenValue.Add(each, settings))]
        : null;

    private static IReadOnlyList<string>? Sentences(Exception failure) => failure switch
    {
        SettingsException settings => [settings.Message],
        TurnStoreException store => [store.Message],
        OptionsValidationException options => [.. options.Failures.Select(WithKey)],
        // Settings of several sections are wrong; one that others are worked out from is complained of once.
        AggregateException several => several.InnerExceptions.Select(Sentences).ToList() is var all && !all.Contains(null)
            ? [.. all.SelectMany(each => each!).Distinct()] : null,
        InvalidOperationException unreadable when Conversion.Match(unreadable.Message) is { Success: true } match =>
            [$"{match.Groups["key"].Value} cannot be read{As(match.Groups["type"].Value)}. Set it as appsettings.template.json shows."],
        InvalidDataException file when FileName.Match(file.Message) is { Success: true } match =>
            [$"{match.Groups["file"].Value} cannot be read as JSON{Line(file)}. Mend it there; appsettings.template.json shows how it is written."],
        IOException io when io.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException =>
            [$"{io.Message} Stop the program that uses it, or choose another with --urls, for example --urls http://localhost:3979."],
        _ => null,
    };

    /// <summary>Two checks complain of the same, one of them with a reason: "X is not set, and ..." beside "X is not set. ...".</summary>
    private static bool SaysMore(string one, string other) =>
        other.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 && one.StartsWith(other[..end] + ",", StringComparison.Ordinal);

    /// <summary>A .NET type in the words of the settings.</summary>
    internal static string As(string type) => type switch
    {
        nameof(Int32) => " as a whole number",
        nameof(TimeSpan) => " as a duration such as 00:30:00",
        nameof(Boolean) => " as true or false",
        _ => "",
    };

    private static string Line(Exception? failure) => failure switch
    {
        null => "",
        System.Text.Json.JsonException { LineNumber: { } line } => $", line {line + 1}",
        _ => Line(failure.InnerException),
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
    private static readonly Regex Conversion = new("^Failed to convert configuration value .* at '(?<key>[\\w:]+)' to type "
        + "'(\\w+\\.)*(?<type>\\w+)'\\.$", Linear);
    private static readonly Regex FileName = new("^Failed to load configuration from file '(?<file>[^']+)'", Linear);
    private static readonly Regex Annotation = new("^DataAnnotation validation failed for '(?<section>\\w+)Options' members: '(?<key>\\w+)' with the "
        + "error: '(?<error>.*)'\\.$", Linear);
    private static readonly Regex Range = new(@"^The field \w+ must be between (?<least>\S+) and (?<most>\S+)\.$", Linear);
}
