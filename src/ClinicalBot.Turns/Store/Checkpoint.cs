using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClinicalBot.Turns;

/// <summary>
/// A line of the one chain over all records: how long a record was, and with which last line. A record that is taken away whole leaves its
/// lines here, and a line here can only be taken away with all that follow: a copy of the last one kept elsewhere shows that, too.
/// </summary>
/// <param name="Number">1 for the first, and so on without a gap.</param>
/// <param name="At">Care clock.</param>
/// <param name="Record">Which record.</param>
/// <param name="Length">Its number of lines.</param>
/// <param name="Head">Hash of its last line.</param>
/// <param name="Hash">SHA-256 over the hash before and everything above, lower-case hex.</param>
public sealed record Checkpoint(long Number, DateTimeOffset At, string Record, int Length, string Head, string Hash)
{
    /// <summary>The line that follows another.</summary>
    /// <param name="previous">The one before; null for the first.</param>
    /// <param name="at">Care clock.</param>
    /// <param name="record">Which record.</param>
    /// <param name="length">Its number of lines.</param>
    /// <param name="head">Hash of its last line.</param>
    public static Checkpoint After(Checkpoint? previous, DateTimeOffset at, string record, int length, string head)
    {
        var number = (previous?.Number ?? 0) + 1;
        var text = string.Create(CultureInfo.InvariantCulture, $"{previous?.Hash}\n{number}\n{at.UtcTicks}\n{record}\n{length}\n{head}");
        return new Checkpoint(number, at, record, length, head, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>It follows the other, unchanged.</summary>
    public bool Follows(Checkpoint? previous) => this == After(previous, At, Record, Length, Head);
}
