using ClinicalBot.Testing;

namespace ClinicalBot.EndToEnd;

/// <summary>Pictures that tests leave for people to look at.</summary>
public static class Screens
{
    /// <summary>Where they go, outside git.</summary>
    public static string Folder { get; } = Directory.CreateDirectory(Repository.PathOf("artifacts", "screens")).FullName;
}
