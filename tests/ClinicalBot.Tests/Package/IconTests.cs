using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using ClinicalBot.Testing;

namespace ClinicalBot.Tests.Package;

public sealed class IconTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "manifest");

    [Fact]
    public void The_color_icon_is_192_pixels_and_opaque()
    {
        var (size, pixels) = Read(Path.Combine(s_folder, "color.png"));
        Assert.Equal(192, size);
        Assert.All(pixels, pixel => Assert.Equal(255, pixel.Alpha));
    }

    [Fact]
    public void Nothing_of_the_color_icon_is_lost_when_Teams_crops_it()
    {
        var (size, pixels) = Read(Path.Combine(s_folder, "color.png"));
        const int Margin = (192 - 120) / 2;
        Assert.All(
            pixels.Index().Where(at => IsOutside(at.Index % size) || IsOutside(at.Index / size)),
            at => Assert.Equal(pixels[0], at.Item));
        Assert.NotEqual(pixels[0], pixels[(size / 2 * size) + Margin + 20]);

        bool IsOutside(int place) => place < Margin || place >= size - Margin;
    }

    [Fact]
    public void The_outline_icon_is_32_pixels_white_on_nothing()
    {
        var (size, pixels) = Read(Path.Combine(s_folder, "outline.png"));
        Assert.Equal(32, size);
        Assert.All(pixels, pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.Contains(pixels, pixel => pixel.Alpha == 0);
        Assert.Contains(pixels, pixel => pixel.Alpha == 255);
    }

    [Fact]
    public async Task The_icons_are_what_the_script_draws()
    {
        var drawn = Directory.CreateTempSubdirectory();
        try
        {
            using var node = Process.Start("node", [Path.Combine(s_folder, "icons.mjs"), drawn.FullName]);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            foreach (var name in new[] { "color.png", "outline.png", "color32x32.png" })
            {
                Assert.Equal(Read(Path.Combine(drawn.FullName, name)).Pixels, Read(Path.Combine(s_folder, name)).Pixels);
            }
        }
        finally
        {
            drawn.Delete(recursive: true);
        }
    }

    /// <summary>Pixels of a PNG with alpha and without filters, as the script writes them: signature, IHDR, one IDAT.</summary>
    private static (int Size, List<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels) Read(string path)
    {
        var png = File.ReadAllBytes(path);
        var size = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        Assert.Equal(size, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress))
        {
            zlib.CopyTo(inflated);
        }

        var bytes = inflated.ToArray();
        var row = 1 + (size * 4);
        Assert.Equal(row * size, bytes.Length);
        return (size,
        [
            .. Enumerable.Range(0, size * size).Select(i => (i / size * row) + 1 + (i % size * 4))
                .Select(at => (bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3])),
        ]);
    }
}
