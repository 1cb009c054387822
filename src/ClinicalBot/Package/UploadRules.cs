using System.Globalization;
using System.Text.Json;

namespace ClinicalBot.Package;

/// <summary>What Teams refuses at the upload of an app though its schema allows it.</summary>
internal static class UploadRules
{
    private const double ChannelFeaturesSince = 1.25;

    /// <summary>What is wrong, each with the fix; empty when Teams takes it.</summary>
    /// <param name="manifest">The manifest (JSON).</param>
    public static IEnumerable<string> Complaints(string manifest)
    {
        using var document = JsonDocument.Parse(manifest);
        var root = document.RootElement;
        var bots = Items(root, "bots").ToList();
        var version = double.TryParse(root.GetProperty("manifestVersion").GetString(), NumberStyles.Float, CultureInfo.InvariantCulture,
            out var number) ? number : 0;

        // https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema: required from 1.25 on for apps in the scope of a team.
        if (version >= ChannelFeaturesSince && bots.Any(bot => Items(bot, "scopes").Any(scope => scope.GetString() == "team"))
            && !(root.TryGetProperty("supportsChannelFeatures", out var features) && features.ValueEquals("tier1")))
        {
            yield return "supportsChannelFeatures is not set. Set it to tier1: Teams demands it of an app in the scope of a team.";
        }

        // The same page: one bot an app, and a message extension that uses the same one.
        if (bots.Count != 1 || Items(root, "composeExtensions").Any(extension => Text(extension, "botId") != Text(bots[0], "botId")))
        {
            yield return "composeExtensions name another bot than bots. Set the same botId in both.";
        }

        // https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command: one or the other.
        if (Items(root, "composeExtensions").SelectMany(extension => Items(extension, "commands"))
            .Any(command => Text(command, "type") == "action" && !command.TryGetProperty("fetchTask", out _) && !Items(command, "parameters").Any()))
        {
            yield return "An action of composeExtensions has neither fetchTask nor parameters. Set fetchTask to true: Teams demands one of them.";
        }

        // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/prompt-suggestions: a starter without its text sends its title.
        if (bots.SelectMany(bot => Items(bot, "commandLists")).SelectMany(list => Items(list, "commands"))
            .Any(command => Text(command, "type") == "prompt" && string.IsNullOrEmpty(Text(command, "prompt"))))
        {
            yield return "A command of type prompt has no prompt. Write what it puts into the compose box.";
        }

        // The same page: each scope has one list of commands at most.
        var scopes = bots.SelectMany(bot => Items(bot, "commandLists")).SelectMany(list => Items(list, "scopes")).Select(scope => scope.GetString()).ToList();
        if (scopes.Distinct().Count() != scopes.Count)
        {
            yield return "commandLists name a scope twice. Put the commands of a scope into one list.";
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;
}
