using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.Testing;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>The reference implementations in one Node process per batch. Without Node or its packages the tests fail, they are not skipped.</summary>
internal static class NodeOracle
{
    private static readonly string s_directory = Path.Combine(Repository.Root, "tests", "oracles", "cards");
    private static readonly Lazy<Task> s_installed = new(InstallAsync);

    public static JsonObject Expansion(JsonNode template, JsonNode data) => new() { ["expand"] = template, ["data"] = data };

    public static JsonObject Rendering(JsonNode card) => new() { ["render"] = card };

    /// <summary>One answer per request, in order.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AskAsync(IReadOnlyList<JsonObject> requests)
    {
        await s_installed.Value;
        using var process = Start("node", "oracle.mjs");
        var errors = process.StandardError.ReadToEndAsync();
        var asking = Task.Run(async () =>
        {
            foreach (var request in requests)
            {
                await process.StandardInput.WriteLineAsync(request.ToJsonString());
            }

            process.StandardInput.Close();
        });
        List<JsonElement> answers = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            answers.Add(document.RootElement.Clone());
        }

        await process.WaitForExitAsync();
        await asking;
        Assert.True(process.ExitCode == 0 && answers.Count == requests.Count, $"{answers.Count} of {requests.Count} answers. {await errors}");
        return answers;
    }

    private static async Task InstallAsync()
    {
        var installed = Path.Combine(s_directory, "node_modules", ".package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(Path.Combine(s_directory, "package-lock.json")))
        {
            return;
        }

        using var process = Start("npm", "ci");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"npm ci in {s_directory} failed: {await output}{errors}");
    }

    private static Process Start(string program, string argument) => Process.Start(new ProcessStartInfo(program, argument)
    {
        WorkingDirectory = s_directory,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        StandardOutputEncoding = Encoding.UTF8,
    })!;
}
