using System.Diagnostics;

namespace ClinicalBot.Tests.Hosting;

/// <summary>What stops the start, as the person who started it sees it: the real program, its exit code and what it says.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clinicalbot-start-").FullName;

    public static TheoryData<string, string> Refused => new()
    {
        { "--environment=Production", "MicrosoftAppId is not set" },
        { "--environment=Development --urls=http://0.0.0.0:0", "listens only on this machine" },
        { "--environment=Development --http_ports=0", "listens only on this machine" },
        { "--environment=Development --Site:TimeZone=Mars/Olympus", "Site:TimeZone is no IANA zone" },
        { "--environment=Production --MicrosoftAppId=app", "Site:TimeZone is not set" },
        { "--environment=Production --MicrosoftAppId=app --MicrosoftAppTenantId=home", "Neither MicrosoftAppPassword nor" },
        { "--environment=Development --Site:RecheckInterval=00:00:01", "Site:RecheckInterval is wrong" },
        { "--environment=Development --Turns:MaxRuns=0", "Turns:MaxRuns is wrong" },
        { "--environment=Development --Storage:Path=/proc/no/such.db", "Storage:Path" },
        { "--environment=Development --Faults:KillAt=nowhere:1", "Faults:KillAt" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_setting_stops_the_start_and_names_key_and_fix(string arguments, string said)
    {
        var (code, output) = await RunAsync(arguments);
        Assert.Equal(1, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_wrong_settings_are_told_in_one_start()
    {
        var (code, output) = await RunAsync(
            "--environment=Development --Site:TimeZone=Mars/Olympus --Turns:MaxRuns=many --Turns:Tick=00:09:00 --Watch:Every=often --urls=http://0.0.0.0:0");
        Assert.Equal(1, code);
        Assert.All(
            ["Site:TimeZone is no IANA zone (it is \"Mars/Olympus\")", "Turns:MaxRuns cannot be read as a whole number (it is \"many\")",
                "Turns:Tick is wrong (it is \"00:09:00\")", "Watch:Every cannot be read as a duration such as 00:30:00 (it is \"often\")",
                    "listens only on this machine"],
            said => Assert.Contains(said, output, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(int Code, string Output)> RunAsync(string arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ClinicalBot.dll"));
        start.ArgumentList.Add($"--Storage:Path={Path.Combine(_folder, "clinicalbot.db")}");
        foreach (var argument in arguments.Split(' '))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("ASPNETCORE_URLS");
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"It started with {arguments}");
        }

        return (process.ExitCode, string.Concat(await output));
    }
}
