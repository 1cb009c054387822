namespace ClinicalBot.BotFramework;

/// <summary>The setting "MicrosoftAppType": what kind of identity the bot's registration has.</summary>
public enum BotAppType
{
    /// <summary>An app of one tenant with a secret or a certificate.</summary>
    SingleTenant,

    /// <summary>A managed identity of the machine the bot runs on; there is no secret.</summary>
    UserAssignedMSI,

    /// <summary>An app that any tenant may install. Legacy: Azure no longer creates such registrations.</summary>
    MultiTenant,
}
