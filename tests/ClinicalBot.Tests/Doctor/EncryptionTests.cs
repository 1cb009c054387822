using ClinicalBot.Doctor;
using ClinicalBot.Storage;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Tests.Doctor;

/// <summary>What doctor says of encryption at rest, on a made-up machine.</summary>
public sealed class EncryptionTests : IDisposable
{
    private readonly DirectoryInfo _machine = Directory.CreateTempSubdirectory("clinicalbot-encryption-");

    private string Devices => Path.Combine(_machine.FullName, "block");

    public EncryptionTests()
    {
        File.WriteAllLines(Path.Combine(_machine.FullName, "mountinfo"),
        [
            "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
            "30 22 253:1 / /srv/bot\\040data rw,relatime shared:2 - ext4 /dev/mapper/vg-data rw",
            "31 22 8:3 / /srv/bot\\040data/plain rw,relatime shared:3 - ext4 /dev/sda3 rw",
            "32 22 253:9 / /half rw,relatime shared:4 - ext4 /dev/md0 rw",
        ]);
        Disk("8:1");
        Disk("8:3");
        Disk("253:0", "CRYPT-LUKS2-0a1b2c3d-luks");
        Disk("253:1", "LVM-a1", "253:0");
        Disk("253:9", "LVM-a2", "253:0", "8:1");
    }

    public void Dispose() => _machine.Delete(recursive: true);

    [Theory]
    [InlineData("/srv/bot data/here", true)]
    [InlineData("/srv/bot data", true)]
    [InlineData("/srv/bot data/plain/here", false)]
    [InlineData("/srv/bot database", false)]
    [InlineData("/var/lib/bot", false)]
    [InlineData("/half", false)]
    public void Only_a_folder_all_of_whose_disks_are_encrypted_counts(string folder, bool isEncrypted) =>
        Assert.Equal(isEncrypted, TheDisks.IsEncrypted(folder));

    [Fact]
    public void What_cannot_be_seen_is_said_and_can_be_declared()
    {
        Assert.Equal("the database lies on an encrypted disk (dm-crypt)", Of(new StorageOptions { Path = "/srv/bot data/a.db" }).Message);

        var unseen = Of(new StorageOptions { Path = "/var/lib/bot/a.db" });
        Assert.True(unseen.Ok);
        Assert.StartsWith("Encryption at rest was not seen", unseen.Message, StringComparison.Ordinal);
        Assert.Contains("Storage:EncryptedAtRest", unseen.Fix, StringComparison.Ordinal);
        Assert.Null(Of(new StorageOptions { Path = "/var/lib/bot/a.db", EncryptedAtRest = true }).Fix);

        // The disks of this machine say nothing about those of the server.
        Assert.NotNull(Of(new StorageOptions { Path = "/srv/bot data/a.db", ConnectionString = "Host=db.example.org" }).Fix);
        Assert.Null(Of(new StorageOptions { ConnectionString = "Host=db.example.org", EncryptedAtRest = true }).Fix);
    }

    private DiskEncryption TheDisks => new(Path.Combine(_machine.FullName, "mountinfo"), Devices);

    private Finding Of(StorageOptions storage) => new EncryptionCheckup(Options.Create(storage), TheDisks).Run();

    private void Disk(string number, string? id = null, params string[] below)
    {
        var disk = Directory.CreateDirectory(Path.Combine(Devices, number));
        if (id is not null)
        {
            File.WriteAllText(Path.Combine(disk.CreateSubdirectory("dm").FullName, "uuid"), id + "\n");
        }

        foreach (var each in below)
        {
            Directory.CreateSymbolicLink(Path.Combine(disk.CreateSubdirectory("slaves").FullName, each), Path.Combine(Devices, each));
        }
    }
}
