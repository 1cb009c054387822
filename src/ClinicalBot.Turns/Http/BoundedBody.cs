using System.Buffers;
using ClinicalBot.BotFramework;
using Microsoft.AspNetCore.Http;

namespace ClinicalBot.Turns;

/// <summary>Reads a request body up to a limit.</summary>
internal static class BoundedBody
{
    /// <summary>The body, or null when it is larger than <see cref="ActivityParser.MaxBodyBytes"/>, announced or not.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > ActivityParser.MaxBodyBytes)
        {
            return null;
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            var buffer = read.Buffer;
            if (buffer.Length > ActivityParser.MaxBodyBytes)
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = buffer.ToArray();
                reader.AdvanceTo(buffer.End);
                return body;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
