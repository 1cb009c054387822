using System.IO.Compression;
using System.Text;

namespace ClinicalBot.Package;

/// <summary>The Teams app as an administrator uploads it: manifest, strings and icons in a zip.</summary>
internal static class AppPackage
{
    private const string Template = "manifest.template.json";

    // Anything but the moment it was made, so that the same settings make the same bytes. A zip's own time begins here.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A plain file that everybody may read: otherwise it depends on the system.
    private const int PlainFile = unchecked((int)0x81A40000);

    /// <summary>The app's version: the program's.</summary>
    public static string Version { get; } = typeof(AppPackage).Assembly.GetName().Version!.ToString(3);

    /// <summary>Makes the zip.</summary>
    /// <exception cref="Hosting.SettingsException">Settings are missing or wrong.</exception>
    public static byte[] Build(IConfiguration settings)
    {
        var manifest = ManifestTemplate.Fill(Encoding.UTF8.GetString(Read(Template)), settings, Version);
        if (UploadRules.Complaints(manifest).ToList() is { Count: > 0 } complaints)
        {
            throw new Hosting.SettingsException(string.Join("\n", complaints));
        }

        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "manifest.json", Encoding.UTF8.GetBytes(manifest));
            foreach (var name in new[] { "color.png", "outline.png", "color32x32.png", "en-us.json", "de.json" })
            {
                Add(archive, name, Read(name));
            }
        }

        return zip.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Stamp;
        entry.ExternalAttributes = PlainFile;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(AppPackage).Assembly.GetManifestResourceStream("manifest/" + name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
