using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ClinicalBot.Escalation;

/// <summary>One line of a case's record, chained to the one before: nothing in between can be changed, removed or added unnoticed.</summary>
/// <param name="Reference">The case.</param>
/// <param name="Number">1 for the first event of the case.</param>
/// <param name="At">Care clock, UTC.</param>
/// <param name="Event">The event (JSON, UTF-8), byte for byte as hashed.</param>
/// <param name="Hash">SHA-256 over the hash before and everything above, lower-case hex.</param>
public sealed record CaseEntry(string Reference, int Number, DateTimeOffset At, byte[] Event, string Hash)
{
    /// <summary>The entry of a new event.</summary>
    /// <param name="previousHash">Hash of the entry before; empty for the first.</param>
    /// <param name="reference">The case.</param>
    /// <param name="number">1 for the first event of the case.</param>
    /// <param name="at">Care clock.</param>
    /// <param name="happened">What happened.</param>
    public static CaseEntry Of(string previousHash, string reference, int number, DateTimeOffset at, CaseEvent happened)
    {
        return Of(previousHash, reference, number, at, JsonSerializer.SerializeToUtf8Bytes(happened, CaseJson.Default.CaseEvent));
    }

    /// <summary>The entry of a record that is kept beside those of cases, in the same way.</summary>
    /// <param name="previousHash">Hash of the entry before; empty for the first.</param>
    /// <param name="reference">Name of the record.</param>
    /// <param name="number">1 for the first entry.</param>
    /// <param name="at">Care clock.</param>
    /// <param name="body">What happened (JSON, UTF-8).</param>
    public static CaseEntry Of(string previousHash, string reference, int number, DateTimeOffset at, byte[] body)
    {
        return new CaseEntry(reference, number, at.ToUniversalTime(), body, HashOf(previousHash, reference, number, at, body));
    }

    /// <summary>The event.</summary>
    /// <exception cref="JsonException">It was changed beyond reading.</exception>
    public CaseEvent Read() => JsonSerializer.Deserialize(Event, CaseJson.Default.CaseEvent) ?? throw new JsonException("The event is empty.");

    /// <summary>The number of the first entry of a case that is not what was written; null when all are. A cut end shows in the case's row only.</summary>
    /// <param name="entries">All entries of one case, in order.</param>
    /// <param name="mayDiffer">The content of an entry was taken away, as another record says: number and hash still chain it. Null for none.</param>
    public static int? FirstChanged(IEnumerable<CaseEntry> entries, Func<CaseEntry, bool>? mayDiffer = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var (previous, number) = ("", 0);
        foreach (var entry in entries)
        {
            number++;
            if (entry.Number != number
                || (entry.Hash != HashOf(previous, entry.Reference, number, entry.At, entry.Event) && mayDiffer?.Invoke(entry) is not true))
            {
                return number;
            }

            previous = entry.Hash;
        }

        return null;
    }

    private static string HashOf(string previousHash, string reference, int number, DateTimeOffset at, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{previousHash}\n{reference}\n{number}\n{at.UtcTicks}\n")));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
