using System.Net.Sockets;
using ClinicalBot.BotFramework;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ClinicalBot.Paging;

/// <summary>Mails a page. The id of the mail is that of the page, so that a mail server drops a repeat.</summary>
internal sealed class EmailPager(IOptions<PagingOptions> options, TimeProvider time) : IPager
{
    private const int Milliseconds = 10_000;

    /// <inheritdoc/>
    public string Name => "email";

    /// <inheritdoc/>
    public bool Reaches(PageTo person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return IsAddress(person.Email);
    }

    /// <summary>It can be mailed to.</summary>
    public static bool IsAddress(string? text) => MailboxAddress.TryParse(text, out var address) && address.Address.Contains('@', StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(Page page, CancellationToken cancellationToken)
    {
        var email = options.Value.Email;
        using var message = Write(page, email.From);
        using var smtp = new SmtpClient { Timeout = Milliseconds };
        var isHandedOver = false;
        try
        {
            await smtp.ConnectAsync(email.Host, email.Port, Security(email.Security), cancellationToken);
            if (email.User.Length > 0)
            {
                await smtp.AuthenticateAsync(email.User, email.Password, cancellationToken);
            }

            isHandedOver = true;
            await smtp.SendAsync(message, cancellationToken);
            return new DeliveryResult.Sent(ActivityId: null);
        }
        catch (SmtpCommandException e)
        {
            // 4xx: later. 5xx: never.
            return (int)e.StatusCode >= 500 ? new DeliveryResult.Refused((int)e.StatusCode, e.ErrorCode.ToString())
                : new DeliveryResult.Unreachable(e.StatusCode.ToString());
        }
        catch (SslHandshakeException e) when (e.ServerCertificate is not null)
        {
            // Asked again it would be the same certificate: better that the card says at once that the mail did not go.
            return new DeliveryResult.Refused(0, "certificateNotTrusted");
        }
        catch (AuthenticationException e) when (e.InnerException is not SmtpCommandException { StatusCode: < (SmtpStatusCode)500 })
        {
            // Tried on with a wrong password, the account would be locked.
            return new DeliveryResult.Refused(0, "loginRefused");
        }
        catch (NotSupportedException)
        {
            return new DeliveryResult.Refused(0, "noStartTlsOrLogin");
        }
        catch (Exception e) when (e is SslHandshakeException or AuthenticationException)
        {
            return new DeliveryResult.Unreachable(e.GetType().Name);
        }
        catch (Exception e) when (e is SocketException or IOException or SmtpProtocolException or TimeoutException)
        {
            return isHandedOver ? new DeliveryResult.Ambiguous(e.GetType().Name) : new DeliveryResult.Unreachable(e.GetType().Name);
        }
    }

    private MimeMessage Write(Page page, string from)
    {
        var message = new MimeMessage
        {
            Subject = page.Note ?? $"{(page.Drill ? "DRILL: " : "")}Call for case {page.Case}",
            MessageId = $"{page.Id.Replace('/', '.')}@clinicalbot",
            Date = time.GetUtcNow(),
            Priority = MessagePriority.Urgent,
            Importance = MessageImportance.High,
            Body = new TextPart("plain") { Text = page.Text },
        };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(page.To.Email ?? ""));
        return message;
    }

    private static SecureSocketOptions Security(EmailSecurity security) => security switch
    {
        EmailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        EmailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
