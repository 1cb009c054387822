using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClinicalBot.Storage;

/// <summary>Makes the rows of a table one hash, the same from either database.</summary>
internal static class RowDigest
{
    /// <summary>Adds a value: its kind, its length and its bytes, so that no two rows give the same.</summary>
    public static void Add(IncrementalHash hash, object? value)
    {
        var (kind, bytes) = value switch
        {
            null => ((byte)0, []),
            byte[] blob => ((byte)1, blob),
            string text => ((byte)2, Encoding.UTF8.GetBytes(text)),
            _ => ((byte)3, Encoding.UTF8.GetBytes(System.Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture))),
        };
        Span<byte> head = stackalloc byte[5];
        head[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }
}
