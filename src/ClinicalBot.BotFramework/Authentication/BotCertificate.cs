using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClinicalBot.BotFramework;

/// <summary>The certificate the bot proves itself with.</summary>
internal static class BotCertificate
{
    /// <summary>Reads it with its private key.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="CryptographicException">It is no certificate, has no private key, or the password is wrong.</exception>
    public static X509Certificate2 Load(BotAuthenticationOptions bot)
    {
        var path = bot.MicrosoftAppCertificatePath!;
        var password = bot.MicrosoftAppCertificatePassword;
        var certificate = Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12"
            ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
            : string.IsNullOrEmpty(password)
                ? X509Certificate2.CreateFromPemFile(path)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        return certificate.HasPrivateKey ? certificate : throw new CryptographicException("The file holds no private key.");
    }

    /// <summary>Whether it can be read.</summary>
    public static bool CanLoad(BotAuthenticationOptions bot)
    {
        try
        {
            using var certificate = Load(bot);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }
}
