using System.Text.Json;

namespace ClinicalBot.LocalChannel;

/// <summary>
/// Keeps the transcript as lines of JSON, each the newest state of an entry or chat, readable by its owner only. It is a convenience of
/// the page, not the record of care: a line that cannot be read, such as a last one cut off by a crash, is skipped.
/// </summary>
internal sealed class TranscriptFile(string path) : IDisposable
{
    private static readonly byte[] NewLine = [(byte)'\n'];
    private FileStream? _file;

    /// <summary>Lines written since the file was last made anew.</summary>
    public int Lines { get; private set; }

    /// <summary>Every line that can be read, oldest first.</summary>
    public IEnumerable<TranscriptLine> Read()
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        foreach (var text in File.ReadLines(path))
        {
            if (Parse(text) is { } line)
            {
                yield return line;
            }
        }
    }

    /// <summary>Adds a line.</summary>
    public void Append(TranscriptLine line)
    {
        _file ??= Open(path, FileMode.Append);
        Write(_file, line);
        _file.Flush();
        Lines++;
    }

    /// <summary>Replaces the file by what still counts, whole or not at all.</summary>
    public void Rewrite(IEnumerable<TranscriptLine> lines)
    {
        _file?.Dispose();
        _file = null;
        var fresh = path + ".new";
        using (var file = Open(fresh, FileMode.Create))
        {
            foreach (var line in lines)
            {
                Write(file, line);
            }
        }

        File.Move(fresh, path, overwrite: true);
        Lines = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static void Write(FileStream file, TranscriptLine line)
    {
        file.Write(JsonSerializer.SerializeToUtf8Bytes(line, TranscriptJson.Default.TranscriptLine));
        file.Write(NewLine);
    }

    private static TranscriptLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, TranscriptJson.Default.TranscriptLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A site on PostgreSQL may have no data folder yet: it is made.</summary>
    private static FileStream Open(string path, FileMode mode)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
