namespace ClinicalBot.Doctor;

/// <summary>What to do when Entra gives the bot no token. Codes: Microsoft Entra authentication error codes.</summary>
internal static class TokenAdvice
{
    private static readonly (string Code, string Fix)[] Known =
    [
        ("AADSTS7000215", "Set MicrosoftAppPassword to the secret's value, not to its id."),
        ("AADSTS7000222", "The secret has ended. Make a new one in the registration and set MicrosoftAppPassword to its value."),
        ("AADSTS700027", "Upload the public part of the certificate to the registration, or set MicrosoftAppCertificatePath to the one it has."),
        ("AADSTS700016", "Set MicrosoftAppId to the registration's application id, and MicrosoftAppTenantId to the tenant it is in."),
        ("AADSTS90002", "Set MicrosoftAppTenantId to the id of the tenant."),
        ("AADSTS900023", "Set MicrosoftAppTenantId to the id of the tenant."),
        ("managed_identity", "Assign the managed identity to this machine, and set MicrosoftAppId to its client id."),
    ];

    /// <summary>The finding for the reason there is no token; null when there is one.</summary>
    public static Finding For(string? reason) => reason is null
        ? Finding.Fine("token", "Entra gives the bot a token")
        : Finding.Wrong("token", $"Entra gives the bot no token: {reason}.", FixOf(reason));

    private static string FixOf(string reason) =>
        Array.Find(Known, known => reason.EndsWith(known.Code, StringComparison.Ordinal) || reason.StartsWith(known.Code, StringComparison.Ordinal)).Fix
        ?? (reason.Contains("AADSTS", StringComparison.Ordinal)
            ? "Look the code up at https://login.microsoftonline.com/error and correct the registration or the setting it names."
            : "Let this machine reach Entra over https (firewall, proxy, name resolution).");
}
