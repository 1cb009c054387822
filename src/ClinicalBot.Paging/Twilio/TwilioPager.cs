using System.Net.Http.Headers;
using System.Security;
using System.Text;
using ClinicalBot.BotFramework;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Paging;

/// <summary>Sends a text message, or phones and reads the text aloud. https://www.twilio.com/docs/usage/api</summary>
internal sealed class TwilioPager(IHttpClientFactory clients, IOptions<PagingOptions> options) : IPager
{
    /// <summary>Name of its HTTP client.</summary>
    public const string ClientName = "paging.twilio";

    /// <inheritdoc/>
    public string Name => "twilio";

    /// <inheritdoc/>
    public bool Reaches(PageTo person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return PhoneNumbers.E164(person.Phone, options.Value.Region) is not null;
    }

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(Page page, CancellationToken cancellationToken)
    {
        var (twilio, region) = (options.Value.Twilio, options.Value.Region);
        if (PhoneNumbers.E164(page.To.Phone, region) is not { } to || PhoneNumbers.E164(twilio.From, region) is not { } from)
        {
            return new DeliveryResult.Refused(0, "noNumber");
        }

        var address = $"{twilio.BaseUrl.TrimEnd('/')}/2010-04-01/Accounts/"
            + $"{Uri.EscapeDataString(twilio.AccountSid)}/{(twilio.Voice ? "Calls" : "Messages")}.json";
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
            [
                new("To", to),
                new("From", from),
                twilio.Voice ? new("Twiml", $"<Response><Say loop=\"2\">{SecurityElement.Escape(page.Text)}</Say></Response>") : new("Body", page.Text),
            ]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{twilio.AccountSid}:{twilio.AuthToken}")));
        using var http = clients.CreateClient(ClientName);
        return await HttpAnswer.SendAsync(http, request, cancellationToken);
    }
}
