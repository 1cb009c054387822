using System.Runtime.Versioning;
using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Makes the folder and the file of the database so that only their owner can read them.</summary>
internal static class PrivateFiles
{
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    public static void Create(string databasePath)
    {
        var folder = Path.GetDirectoryName(databasePath)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, FolderMode);

        // SQLite gives its -wal and -shm files the mode of the database, so it must be there, empty, before.
        using var file = new FileStream(databasePath, new FileStreamOptions
        {
            Mode = System.IO.FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            UnixCreateMode = FileMode,
        });
        foreach (var existing in new[] { databasePath, databasePath + "-wal", databasePath + "-shm", databasePath + ".lock" }.Where(File.Exists))
        {
            Narrow(existing);
        }
    }

    /// <summary>What others could read was there before this program, or a restored backup made it so.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void Narrow(string path)
    {
        if ((File.GetUnixFileMode(path) & ~FileMode) == 0)
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, FileMode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TurnStoreException($"Others can read {path}, and its mode cannot be changed. Make it readable and writable by its owner only "
                + "(chmod 600), or name another file with Storage:Path.", e);
        }
    }
}
