using System.Text.Json;
using ClinicalBot.Hosting;

namespace ClinicalBot.Doctor;

/// <summary>"doctor": looks at all that a start and a first message need, and says what is wrong and what to do.</summary>
internal static class DoctorCommand
{
    private const string Json = "--json";

    /// <summary>Runs the command. While the bot is stopped it takes the database as a start would; beside a running bot it only reads it.</summary>
    /// <param name="arguments">What stands behind "doctor": settings, and "--json" for programs.</param>
    /// <param name="output">The findings.</param>
    /// <param name="configure">Changes what is looked at; for tests.</param>
    /// <returns>Exit code: 0 when nothing is wrong, otherwise 1.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, Action<IServiceCollection>? configure = null)
    {
        var findings = await FindAsync(arguments.Where(argument => argument != Json), configure);
        var ok = findings.TrueForAll(finding => finding.Ok);
        await output.WriteLineAsync(arguments.Contains(Json)
            ? JsonSerializer.Serialize(new Report(ok, findings), DoctorJson.Default.Report)
            : string.Join(Environment.NewLine, findings.Select(Line)));
        return ok ? 0 : 1;
    }

    private static async Task<List<Finding>> FindAsync(IEnumerable<string> settings, Action<IServiceCollection>? configure)
    {
        WebApplicationBuilder? builder = null;
        try
        {
            builder = ProgramBuilder.Create(settings);
            // Findings say it; a log line between them would only break the JSON.
            builder.Logging.ClearProviders();
            UnreadableSettings.TakeOut(builder);
            var mode = BotMode.Decide(builder);
            builder.Services.AddClinicalBot(mode, builder.Configuration);
            builder.Services.AddHttpClient(PublicHostCheckup.ClientName, http => http.Timeout = TimeSpan.FromSeconds(10))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
            configure?.Invoke(builder.Services);
            await using var app = builder.Build();
            return await new Checkup(app.Services, mode).RunAsync();
        }
        catch (Exception refused) when (StartFailure.Explain(refused, builder?.Configuration) is { } why)
        {
            return [.. why.Select(each => Checkup.Refused("settings", each))];
        }
#pragma warning disable CA1031 // Whatever it is: an administrator gets a line, and no stack trace.
        catch (Exception unforeseen)
#pragma warning restore CA1031
        {
            var line = unforeseen.Message.Split('\n')[0].Trim();
            return
            [
                Finding.Wrong(
                    "doctor", line.Contains("System.", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal)
                        ? "A check stopped for a reason that was not foreseen." : $"A check stopped for a reason that was not foreseen: {line}",
                    "Run doctor again; if it stays, report it (SECURITY.md names where) with the version that --version says."),
            ];
        }
    }

    private static string Line(Finding finding)
    {
        var word = !finding.Ok ? "WRONG" : finding.Fix is null ? "ok" : "note";
        var fix = finding.Fix is null ? "" : $"{Environment.NewLine}       Fix: {finding.Fix}";
        return $"{word,-5}  {finding.Check}: {finding.Message}{fix}";
    }
}
