using System.Diagnostics;
using System.Text.Json;
using ClinicalBot.Testing;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>What Bot Framework's own connector (npm botframework-connector) says about tokens: one Node process for all of them.</summary>
internal static class ReferenceVerdicts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<IReadOnlyList<Verdict>> OfAsync(LocalIssuer issuer, IReadOnlyList<TokenCase> cases)
    {
        var start = new ProcessStartInfo("node", ["oracle.mjs"])
        {
            WorkingDirectory = Repository.PathOf("tests", "oracles", "tokens"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var input = new { appId = BotServer.AppId, issuer = "https://api.botframework.com", metadata = issuer.Metadata, cases };
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(input, Json));
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<Verdict[]>(output, Json)!
            : throw new InvalidOperationException("The reference failed (is \"npm ci\" done in tests/oracles/tokens?):\n" + await errors);
    }

    internal sealed record Verdict(bool Accepted, string Why);
}
