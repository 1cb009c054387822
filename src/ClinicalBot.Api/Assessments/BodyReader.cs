using System.Text.Json;

namespace ClinicalBot.Api.Assessments;

/// <summary>Reads a request body as JSON, within bounds.</summary>
internal static class BodyReader
{
    /// <summary>The most that is read. Fifty earlier exams take a fifth of it.</summary>
    public const int LongestBody = 256 * 1024;

    /// <summary>The document, or the answer that says why there is none.</summary>
    public static async Task<(JsonDocument? Document, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Refuse(StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json."));
        }

        if (request.ContentLength > LongestBody)
        {
            return (null, TooLong());
        }

        try
        {
            var body = await ReadBoundedAsync(request.Body, request.HttpContext.RequestAborted);
            return body is null ? (null, TooLong()) : (JsonDocument.Parse(body), null);
        }
        catch (JsonException problem)
        {
            return (null, Refuse(
                StatusCodes.Status400BadRequest,
                $"The body is not valid JSON (line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1})."));
        }
        catch (BadHttpRequestException problem)
        {
            return (null, Refuse(problem.StatusCode, "The body could not be read."));
        }
    }

    private static async Task<byte[]?> ReadBoundedAsync(Stream stream, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellation)) > 0)
        {
            body.Write(chunk, 0, read);
            if (body.Length > LongestBody)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    private static IResult TooLong() =>
        Refuse(StatusCodes.Status413PayloadTooLarge, $"The body is longer than {LongestBody} bytes.");

    private static IResult Refuse(int status, string detail) => Results.Problem(detail, statusCode: status);
}
