namespace ClinicalBot.Paging;

/// <summary>The second medium: section "Paging". A part that is left out is not used.</summary>
public sealed class PagingOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Paging";

    /// <summary>ISO country of numbers without a country code, such as US. Default US.</summary>
    public string Region { get; set; } = "US";

    /// <summary>A signed call of the site's own system.</summary>
    public WebhookOptions Webhook { get; } = new();

    /// <summary>E-mail.</summary>
    public EmailOptions Email { get; } = new();

    /// <summary>Text message or voice call by Twilio, or by what speaks its API.</summary>
    public TwilioOptions Twilio { get; } = new();
}

/// <summary>A signed call of the site's own system.</summary>
public sealed class WebhookOptions
{
    /// <summary>Where to; https. Empty for none.</summary>
    public string Url { get; set; } = "";

    /// <summary>Signs each call: "whsec_" and base64, as Standard Webhooks has it, or any text of at least 24 characters.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The host may be in a private network; http is allowed then.</summary>
    public bool AllowPrivate { get; set; }
}

/// <summary>E-mail.</summary>
public sealed class EmailOptions
{
    /// <summary>SMTP server. Empty for none.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port. Default 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Default StartTls.</summary>
    public EmailSecurity Security { get; set; } = EmailSecurity.StartTls;

    /// <summary>Account; empty for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Its password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Address of the sender.</summary>
    public string From { get; set; } = "";
}

/// <summary>How a connection to the mail server is protected.</summary>
public enum EmailSecurity
{
    /// <summary>STARTTLS, or no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte on.</summary>
    Tls,

    /// <summary>Not at all: a relay on this machine or in a closed network.</summary>
    None,
}

/// <summary>Text message or voice call.</summary>
public sealed class TwilioOptions
{
    /// <summary>Address of the API. Default https://api.twilio.com.</summary>
    public string BaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>Account. Empty for none.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>Its token.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The calling number, with country code.</summary>
    public string From { get; set; } = "";

    /// <summary>Phone and read the text aloud, instead of a text message. Default false.</summary>
    public bool Voice { get; set; }
}
