using ClinicalBot.Testing;

namespace ClinicalBot.Tests.Hosting;

/// <summary>The program stays a host, and no project grows to be most of src. What is over belongs in a library: decision 0025.</summary>
public sealed class SizeTests
{
    private const int LinesOfTheHost = 2500;
    private const double ShareOfAProject = 0.4;

    private static readonly Dictionary<string, int> Lines = Directory.GetDirectories(Path.Combine(Repository.Root, "src"))
        .ToDictionary(project => Path.GetFileName(project)!, LinesOf);

    [Fact]
    public void The_host_is_small() => Assert.InRange(Lines["ClinicalBot"], 100, LinesOfTheHost - 1);

    [Fact]
    public void No_project_is_most_of_src()
    {
        var limit = Lines.Values.Sum() * ShareOfAProject;
        Assert.All(Lines, project => Assert.True(project.Value <= limit, $"{project.Key} has {project.Value} lines of C#, more than {limit:N0}."));
    }

    private static int LinesOf(string project) => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
        .Sum(file => File.ReadLines(file).Count());
}
