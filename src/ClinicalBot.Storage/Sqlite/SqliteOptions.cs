namespace ClinicalBot.Storage;

/// <summary>Where the SQLite database is.</summary>
public sealed class SqliteOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>Path of the database file. Default: ClinicalBot/clinicalbot.db in the user's local data folder.</summary>
    public string? Path { get; set; }

    /// <summary>The file, with the default filled in. What belongs to it lies beside it.</summary>
    public string FullPath => System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(Path) ? DefaultPath : Path);

    private static string DefaultPath => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "ClinicalBot",
        "clinicalbot.db");
}
