using System.Diagnostics;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>Traces of turns and of attempts at the channel, under the source "ClinicalBot.Turns". None carries an id or content.</summary>
internal static class TurnsTracing
{
    // What an activity calls itself is the sender's: only the schema's own words are repeated.
    private static readonly string[] Known =
    [
        ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.Invoke, ActivityTypes.ConversationUpdate, ActivityTypes.InstallationUpdate,
            ActivityTypes.Event,
    ];

    private static readonly ActivitySource Source = new("ClinicalBot.Turns");

    /// <summary>A turn, until it is committed or refused; null while nothing is traced.</summary>
    public static System.Diagnostics.Activity? Turn(TurnClaim claim, BotFramework.Activity activity) => Source.StartActivity(
        claim is TurnClaim.Due ? "timer" : Array.IndexOf(Known, activity.Type) is var at and >= 0 ? "turn " + Known[at] : "turn other", ActivityKind.Server);

    /// <summary>One attempt at the channel; null while nothing is traced.</summary>
    public static System.Diagnostics.Activity? Attempt(OutboxKind kind) =>
        Source.StartActivity("deliver " + kind.ToString().ToLowerInvariant(), ActivityKind.Client);

    /// <summary>How it ended.</summary>
    public static void End(this System.Diagnostics.Activity? span, string outcome, bool isError) =>
        span?.SetTag("outcome", outcome).SetStatus(isError ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
}
