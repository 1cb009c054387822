using ClinicalBot.Storage;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Doctor;

/// <summary>Whether what is kept is encrypted at rest, as far as this machine shows: the file system on dm-crypt (Linux), or what the settings say.</summary>
internal sealed class EncryptionCheckup(IOptions<StorageOptions> options, DiskEncryption disks)
{
    private const string Check = "encryption";

    /// <summary>The finding; never a wrong one, because it cannot see every way of encrypting.</summary>
    public Finding Run()
    {
        var storage = options.Value;
        return !storage.IsPostgres && disks.IsEncrypted(Path.GetDirectoryName(storage.FullPath)!)
            ? Finding.Fine(Check, "the database lies on an encrypted disk (dm-crypt)")
            : storage.EncryptedAtRest ? Finding.Fine(Check, "Storage:EncryptedAtRest says that it is on; that was not checked")
            : Finding.Note(
                Check, storage.IsPostgres ? "Whether the database server encrypts its disk cannot be seen from here."
                    : "Encryption at rest was not seen: the database lies on no dm-crypt disk of this machine.",
                "Encrypt the disk or the server's volume (LUKS, BitLocker, the provider's), then set Storage:EncryptedAtRest to true.");
    }
}

/// <summary>What Linux says of a folder's disk.</summary>
/// <param name="Mounts">As <c>/proc/self/mountinfo</c>.</param>
/// <param name="Devices">As <c>/sys/dev/block</c>.</param>
internal sealed record DiskEncryption(string Mounts = "/proc/self/mountinfo", string Devices = "/sys/dev/block")
{
    /// <summary>The folder's file system, or a disk that it is made of, is dm-crypt's. False as well when nothing can be seen.</summary>
    /// <param name="folder">Full path. It need not be there.</param>
    public bool IsEncrypted(string folder)
    {
        try
        {
            // Number, parent, device, root, where it is mounted: the longest that holds the folder, and of the same the last.
            var device = File.ReadLines(Mounts).Select(line => line.Split(' ')).Where(mount => mount.Length > 4 && Holds(Unescaped(mount[4]), folder))
                .Aggregate((string[]?)null, (best, mount) => best is null || mount[4].Length >= best[4].Length ? mount : best)?[2];
            return device is not null && IsCrypt(Path.Combine(Devices, device), depth: 0);
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>It is dm-crypt's, or all the disks below it are.</summary>
    private static bool IsCrypt(string device, int depth)
    {
        var id = Path.Combine(device, "dm", "uuid");
        if (File.Exists(id) && File.ReadAllText(id).StartsWith("CRYPT-", StringComparison.Ordinal))
        {
            return true;
        }

        var below = Path.Combine(device, "slaves");
        var disks = depth < 8 && Directory.Exists(below) ? Directory.GetFileSystemEntries(below) : [];
        return disks.Length > 0 && disks.All(disk => IsCrypt(disk, depth + 1));
    }

    private static bool Holds(string mount, string folder) =>
        mount == "/" || folder == mount || folder.StartsWith(mount + "/", StringComparison.Ordinal);

    /// <summary>Blanks and the like are written as octal numbers.</summary>
    private static string Unescaped(string path) => path.Contains('\\', StringComparison.Ordinal)
        ? string.Concat(path.Split('\\').Select((part, at) => at == 0 || part.Length < 3 ? part
            : $"{(char)Convert.ToInt32(part[..3], 8)}{part[3..]}"))
        : path;
}
