using ClinicalBot.Doctor;
using ClinicalBot.Paging;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicalBot.Tests.Doctor;

/// <summary>What doctor says when something happens that no check foresees: one line and its fix, never a stack trace or the name of a type.</summary>
public sealed class DoctorUnforeseenTests
{
    [Theory]
    [InlineData("The disk is gone.\n   at ClinicalBot.Doctor.Checkup.RunAsync()", "A check stopped for a reason that was not foreseen: The disk is gone.")]
    [InlineData("Unable to cast object of type 'System.String'.", "A check stopped for a reason that was not foreseen.")]
    public async Task One_line_and_what_to_do(string thrown, string said)
    {
        using var output = new StringWriter();
        var folder = Directory.CreateTempSubdirectory("clinicalbot-doctor-");
        var code = await DoctorCommand.RunAsync(
            ["--environment=Development", $"--Storage:Path={Path.Combine(folder.FullName, "bot.db")}"],
            output,
            services => services.PostConfigure<PagingOptions>(_ => throw new InvalidTimeZoneException(thrown)));
        Assert.Equal(1, code);
        Assert.Equal(
            [$"WRONG  doctor: {said}",
                "       Fix: Run doctor again; if it stays, report it (SECURITY.md names where) with the version that --version says."],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        folder.Delete(recursive: true);
    }
}
