using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClinicalBot.Paging;

/// <summary>Signs as Standard Webhooks has it: HMAC-SHA256 over id, timestamp and body. https://www.standardwebhooks.com</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <summary>Value of the header webhook-signature.</summary>
    /// <param name="secret">As it is set.</param>
    /// <param name="id">Value of webhook-id.</param>
    /// <param name="at">The moment of the attempt; webhook-timestamp holds its seconds since 1970.</param>
    /// <param name="body">Exactly as it is sent.</param>
    public static string Of(string secret, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}."));
        byte[] signed = [.. head, .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(secret), signed));
    }

    /// <summary>The secret can be used.</summary>
    public static bool IsReadable(string secret) =>
        !secret.StartsWith(Prefix, StringComparison.Ordinal) || Convert.TryFromBase64String(secret[Prefix.Length..], new byte[secret.Length], out _);

    private static byte[] Key(string secret) =>
        secret.StartsWith(Prefix, StringComparison.Ordinal) ? Convert.FromBase64String(secret[Prefix.Length..]) : Encoding.UTF8.GetBytes(secret);
}
