using ClinicalBot.Turns;

namespace ClinicalBot.Storage;

/// <summary>Holds a database file for this process: a lock file beside it, which the system frees when the process ends, however it ends.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Throws <see cref="TurnStoreException"/> with a message for the operator when another process has it.</summary>
    public static FileLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFiles.FileMode;
        }

        try
        {
            return new FileLock(new FileStream(path, options));
        }
        catch (IOException e)
        {
            throw new TurnStoreException(
                $"Another process is using {databasePath}. Stop it, or give this one its own file with Storage:Path.", e) { IsInUse = true };
        }
    }

    public void Dispose() => _file.Dispose();
}
