using System.Buffers;

namespace ClinicalBot.BotFramework;

/// <summary>Reads answers without trusting their length.</summary>
internal static class BoundedBody
{
    /// <summary>
    /// The body; null when it is longer than <paramref name="maxBytes"/> or does not come whole. Never throws for what the other side
    /// does, nor when canceled: the status is known by then and counts.
    /// </summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(maxBytes + 1);
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            var read = await stream.ReadAtLeastAsync(buffer, maxBytes + 1, throwOnEndOfStream: false, cancellationToken);
            return read > maxBytes ? null : buffer[..read];
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
