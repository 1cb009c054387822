namespace ClinicalBot.BotFramework;

/// <summary>The HTTP answer of an activity with delivery mode <see cref="DeliveryModes.ExpectReplies"/>.</summary>
public sealed record ExpectedReplies
{
    /// <summary>Every reply of the turn, in order.</summary>
    public required IReadOnlyList<Activity> Activities { get; init; }
}

/// <summary>Well-known delivery modes.</summary>
public static class DeliveryModes
{
    /// <summary>Replies go through the connector. The default.</summary>
    public const string Normal = "normal";

    /// <summary>Replies are the answer of the HTTP request: <see cref="ExpectedReplies"/>.</summary>
    public const string ExpectReplies = "expectReplies";
}
