using System.Net;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Paging;

/// <summary>What an HTTP answer, or its absence, says of a page.</summary>
internal static class HttpAnswer
{
    /// <summary>Sends a request once.</summary>
    /// <param name="http">The client; its timeout ends the attempt.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<DeliveryResult> SendAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Of(response);
        }
        catch (HttpRequestException e) when (e.InnerException is PrivateAddressException)
        {
            return new DeliveryResult.Refused(0, "privateAddress");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError)
        {
            return new DeliveryResult.Unreachable(e.HttpRequestError.ToString());
        }
        catch (HttpRequestException e)
        {
            return new DeliveryResult.Ambiguous(e.HttpRequestError.ToString());
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult.Ambiguous("timeout");
        }
    }

    private static DeliveryResult Of(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new DeliveryResult.Sent(ActivityId: null),
        429 => new DeliveryResult.Throttled(response.Headers.RetryAfter?.Delta),
        503 when response.Headers.RetryAfter?.Delta is { } after => new DeliveryResult.Throttled(after),
        408 or (>= 500 and not 501) => new DeliveryResult.Ambiguous(((HttpStatusCode)response.StatusCode).ToString()),
        var status => new DeliveryResult.Refused(status, response.StatusCode.ToString()),
    };
}
