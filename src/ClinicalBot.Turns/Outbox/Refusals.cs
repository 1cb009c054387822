using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>Sorts refusals. What is kept with a delivery is a status and a word; the reason follows from them.</summary>
internal static class Refusals
{
    /// <summary>Kept when the channel did not take a message in time.</summary>
    public const string GaveUp = "gaveUp";

    /// <summary>Kept when a person's chat could not be created.</summary>
    public const string NotInstalled = "appNotInstalled";

    public static RefusalReason ReasonOf(int status, string why) => (status, why) switch
    {
        (0, GaveUp) => RefusalReason.GaveUp,
        (403, NotInstalled) => RefusalReason.NotInstalled,
        (403, _) => RefusalReason.Forbidden,
        (404, _) => RefusalReason.NotFound,
        _ => RefusalReason.Other,
    };
}
