using Microsoft.Extensions.Options;

namespace ClinicalBot.Paging;

/// <summary>Holds the settings of the second medium to what can work. Every complaint names its key and the fix.</summary>
internal sealed class PagingOptionsValidation : IValidateOptions<PagingOptions>
{
    private const int LeastSecret = 24;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PagingOptions options)
    {
        var wrong = Complaints(options).Select(each => $"{PagingOptions.Section}:{each}").ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Complaints(PagingOptions options)
    {
        if (!PhoneNumbers.IsRegion(options.Region))
        {
            yield return $"Region is {options.Region}. Set the two letters of a country, such as US.";
        }

        if (options.Webhook is { Url.Length: > 0 } webhook)
        {
            if (!Uri.TryCreate(webhook.Url, UriKind.Absolute, out var url) || url.UserInfo.Length > 0
                || (url.Scheme != "https" && !(webhook.AllowPrivate && url.Scheme == "http")))
            {
                yield return "Webhook:Url is no https address. Set one such as https://pager.example.org/hook; http only with Webhook:AllowPrivate.";
            }

            if (webhook.Secret.Length < LeastSecret)
            {
                yield return $"Webhook:Secret has fewer than {LeastSecret} characters. Set a long random one, better in the environment than in a file.";
            }
            else if (!WebhookSignature.IsReadable(webhook.Secret))
            {
                yield return "Webhook:Secret begins with whsec_ and is no base64 after it. Set it as your receiver shows it.";
            }
        }

        if (options.Email is { Host.Length: > 0 } email && !EmailPager.IsAddress(email.From))
        {
            yield return "Email:From is no address. Set the sender of the mails.";
        }

        if (options.Twilio is { AccountSid.Length: > 0 } twilio)
        {
            if (!Uri.TryCreate(twilio.BaseUrl, UriKind.Absolute, out var url) || (url.Scheme != "https" && !url.IsLoopback))
            {
                yield return "Twilio:BaseUrl is no https address. Set https://api.twilio.com.";
            }

            if (twilio.AuthToken.Length == 0 || PhoneNumbers.E164(twilio.From, options.Region) is null)
            {
                yield return "Twilio:AuthToken is empty or Twilio:From is no phone number. Set both as Twilio's console shows them.";
            }
        }
    }
}
